import Bytes
import Diagnostics

extension Renderer {
  /// The block of a dialect that a node is; nil for those of the library.
  private func block(of node: Node?) -> Block? { node?.blockIndex.map { blocks[$0] } }

  mutating func open(block node: Node) {
    startLine()
    switch block(of: node)?.content {
    case .callout(let callout): open(callout)
    case .embed, .end, nil: break
    }
  }

  mutating func close(block node: Node) {
    startLine()
    switch block(of: node)?.content {
    case .callout(let callout): close(callout, node)
    case .embed, .end, nil: break
    }
  }

  mutating func open(blockTitle node: Node) {
    begin(node)
    guard case .callout(let callout) = block(of: node.parent)?.content else { return }
    html.append(callout.folding == nil ? "<p class=\"callout-title\">" : "<summary class=\"callout-title\">")
  }

  mutating func close(blockTitle node: Node) {
    prose?.end(node, &locator)
    plain.append("\n")
    guard case .callout(let callout) = block(of: node.parent)?.content else { return }
    html.append(callout.folding == nil ? "</p>\n" : "</summary>\n")
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
      html.append(" aria-label=\"")
      html.append(callout.word, escaping: .html)
      html.append("\"")
    }
    html.append(">\n")
    guard callout.heading == .type else { return }
    html.append(callout.folding == nil ? "<p class=\"callout-title\">" : "<summary class=\"callout-title\">")
    html.append(callout.word, escaping: .html)
    html.append(callout.folding == nil ? "</p>\n" : "</summary>\n")
  }

  private mutating func close(_ callout: Callout, _ node: Node) {
    html.append(callout.folding == nil ? "</div>\n" : "</details>\n")
    guard node.firstChild == nil else { return }
    let start = locator.source.start(ofLine: node.startLine) + node.startColumn - 1
    let end = locator.source.contents(ofLine: node.startLine).upperBound
    diagnostics.append(
      Diagnostic(
        .emptyBlock, "the note has no text", at: locator.source.span(of: start..<end),
        help: "Indent its text by four columns more than its first line, or remove the note."))
  }
}
