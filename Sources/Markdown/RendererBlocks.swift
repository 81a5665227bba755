import Bytes
import Diagnostics

extension Renderer {
  /// The block of a dialect that a node is; nil for those of the library.
  func block(of node: Node?) -> Block? { node?.blockIndex.map { blocks[$0] } }

  mutating func open(block node: Node) {
    startLine()
    switch block(of: node)?.content {
    case .callout(let callout): open(callout)
    case .tab(let tab): open(tab, node)
    case .definitionList: if !isDefinitionList(node.previous) { html.append("<dl>\n") }
    case .definition:
      definitions.beginDefinition(at: plain.count)
      html.append("<dd>")
    case .cards: html.append("<div class=\"grid cards\">\n")
    case .card: html.append("<div class=\"card\">\n")
    case .steps: html.append("<div class=\"procedure\">\n")
    case .caption: html.append("<div class=\"caption\">\n")
    case .plain, .embed, .include, .end: break
    case nil: html.append("<blockquote>\n")
    }
  }

  mutating func close(block node: Node) {
    if node.kind != .block || !node.isTight { startLine() }
    switch block(of: node)?.content {
    case .callout(let callout): close(callout, node)
    case .tab: close(tab: node)
    case .definitionList: if !isDefinitionList(node.next) { html.append("</dl>\n") }
    case .definition:
      if let list = node.parent { definitions.endDefinition(in: list, text: plain) }
      html.append("</dd>\n")
    case .cards, .card, .steps, .caption: html.append("</div>\n")
    case .plain, .embed, .include, .end: break
    case nil: html.append("</blockquote>\n")
    }
  }

  private func isDefinitionList(_ node: Node?) -> Bool {
    if case .definitionList = block(of: node)?.content { true } else { false }
  }

  // MARK: - Titles

  /// A term is the title of its definitions.
  mutating func open(blockTitle node: Node) {
    begin(node)
    if let list = node.parent, isDefinitionList(list) {
      open(term: node, of: list)
    } else {
      html.append(titleTag(of: node).open)
    }
  }

  mutating func close(blockTitle node: Node) {
    prose?.end(node, &locator)
    plain.append("\n")
    html.append(titleTag(of: node).close)
    if case .tab = block(of: node.parent)?.content { writeTabAnchor() }
  }

  private func titleTag(of title: Node) -> (open: String, close: String) {
    switch block(of: title.parent)?.content {
    case .callout(let callout): callout.titleTag
    case .tab: ("<summary>", "</summary>\n")
    case .definitionList: ("", "</dt>\n")
    default: ("<p class=\"block-title\">", "</p>\n")
    }
  }

  // MARK: - Callouts

  /// Every dialect's notes come through here, so that they look the same.
  private mutating func open(_ callout: Callout) {
    html.append(callout.folding == nil ? "<div class=\"callout callout-" : "<details class=\"callout callout-")
    html.append(callout.kind.rawValue)
    for name in callout.classes {
      html.append(" ")
      html.append(name)
    }
    html.append("\"")
    if callout.folding == nil { html.append(" role=\"note\"") }
    if callout.folding == .open { html.append(" open=\"\"") }
    if callout.heading == .none {
      append(label: Phrase(words: callout.word))
    }
    html.append(">\n")
    guard callout.heading == .type else { return }
    html.append(callout.titleTag.open)
    append(Phrase(words: callout.word))
    html.append(callout.titleTag.close)
  }

  private mutating func close(_ callout: Callout, _ node: Node) {
    html.append(callout.folding == nil ? "</div>\n" : "</details>\n")
    guard node.firstChild == nil, let extent = block(of: node)?.extent else { return }
    let start = locator.source.start(ofLine: node.startLine) + node.startColumn - 1
    let end = locator.source.contents(ofLine: node.startLine).upperBound
    let place =
      if case .indented = extent { "indent it by four columns more than its first line" } else {
        "write it below its first line"
      }
    diagnostics.append(
      Diagnostic(
        .emptyBlock, "the note has no text", at: locator.source.span(of: start..<end),
        help: "Give it a text, and \(place), or remove it."))
  }
}

extension Callout {
  fileprivate var titleTag: (open: String, close: String) {
    folding == nil
      ? ("<p class=\"callout-title\">", "</p>\n") : ("<summary class=\"callout-title\">", "</summary>\n")
  }
}
