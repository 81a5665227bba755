import Bytes
import Diagnostics

extension Renderer {
  /// Makes a paragraph, heading or table cell the block whose texts are written next.
  mutating func begin(_ block: Node) {
    locator.begin(block)
    edits = InlineEdits()
    guard mayHoldEdits(block) else { return }
    var scanner = InlineScanner(
      block, syntax: syntax, starters: starters, locator: candidates.hasEscapes ? locator : nil)
    edits = scanner.run()
    if let used = scanner.locator {
      locator = used
      locator.begin(block)
    }
  }

  private func mayHoldEdits(_ block: Node) -> Bool {
    guard syntax.abbreviations.isEmpty else { return true }
    // Of a row, the line is not always known, and a paragraph that a table was split off has none.
    let placed = block.kind == .tableCell ? block.parent?.parent ?? block : block
    guard placed.startLine > 0, placed.endLine >= placed.startLine else { return true }
    return candidates.contains(placed.startLine...placed.endLine)
  }

  /// Takes the definitions of abbreviations out of the text before any of it is written.
  mutating func readAbbreviations(in root: Node) {
    guard candidates.hasDefinitions, syntax.dialects.contains(.mkdocs) else { return }
    syntax.abbreviations.read(in: root)
  }

  // MARK: - Texts

  mutating func write(text node: Node) {
    var position = 0
    while let edit = edits.next(in: node) {
      write(position..<edit.range.lowerBound, of: node, isCutOff: edit.isForeign)
      write(edit)
      position = edit.range.upperBound
    }
    write(position..<node.literal.count, of: node)
  }

  /// Writes what takes the place of a part of a text in an image's alternative text.
  mutating func write(alternative node: Node) {
    var position = 0
    while let edit = edits.next(in: node) {
      append(alternative: node.literal[position..<edit.range.lowerBound].array)
      append(alternative: edit.plainText)
      prose?.add(position..<edit.range.lowerBound, of: node)
      prose?.add(edit)
      position = edit.range.upperBound
    }
    append(alternative: node.literal[position..<node.literal.count].array)
    prose?.add(position..<node.literal.count, of: node)
  }

  private mutating func append(alternative bytes: [UInt8]) {
    html.append(bytes, escaping: .html)
    plain.append(bytes)
  }

  private mutating func write(_ edit: InlineEdits.Edit) {
    let text = edit.node.literal[edit.range]
    plain.append(edit.plainText)
    prose?.add(edit)
    switch edit.action {
    case .open(let mark): html.append("<\(mark.rawValue)>")
    case .close(let mark): html.append("</\(mark.rawValue)>")
    case .span(let mark, let range):
      html.append("<\(mark.rawValue)>")
      html.append(edit.node.literal[range], escaping: .html)
      html.append("</\(mark.rawValue)>")
    case .keys(let keys): write(keys)
    case .value(let value): html.append(value, escaping: .html)
    case .unknownVariable(let name):
      html.append(text, escaping: .html)
      report([name], at: locator.place(of: edit.range, in: edit.node))
    case .abbreviation(let title):
      html.append("<abbr title=\"")
      html.append(title, escaping: .html)
      html.append("\">")
      html.append(text, escaping: .html)
      html.append("</abbr>")
    case .wikiLink(let target, let label): write(wikiLink: edit, target: target, label: label)
    case .openLink(let destination):
      openLink(.link, to: destination)
      html.append("\">")
    case .closeLink:
      endLink()
      place(link: locator.place(of: edit.range, in: edit.node))
    case .icon: count(icon: edit)
    case .foreign(let construct): write(construct, in: edit)
    case .closeForeignLink(let language, let range): count(language, range, of: edit.node)
    case .attributes(let dropped): report(dropped, of: edit)
    case .openForeignLink, .none: break
    }
  }

  private mutating func write(_ keys: [String]) {
    html.append("<kbd class=\"keys\">")
    for (index, key) in keys.enumerated() {
      html.append(index > 0 ? "+<kbd>" : "<kbd>")
      html.append(key, escaping: .html)
      html.append("</kbd>")
    }
    html.append("</kbd>")
  }

  // MARK: - Links

  private mutating func write(wikiLink edit: InlineEdits.Edit, target: Range<Int>, label: Range<Int>?) {
    let text = edit.node.literal
    openLink(.wiki, to: text[target].text)
    html.append("\">")
    let start = html.count
    html.append(text[label ?? target], escaping: .html)
    if label == nil, let index = openLinks.last?.index { links[index].title = start..<html.count }
    endLink()
    place(link: locator.place(of: target, in: edit.node))
  }

  // MARK: - Elements and attributes

  mutating func open(_ tag: String, of node: Node) {
    html.append("<\(tag)")
    writeAttributes(of: node)
    html.append(">")
  }

  /// GitHub strikes out what stands between single tildes, too; where its dialect is not written, a word between them is
  /// a subscript, as in PyMdown.
  func strikethroughTag(of node: Node) -> String {
    guard syntax.dialects.contains(.mkdocs), !syntax.dialects.contains(.github), let text = node.firstChild,
      text == node.lastChild, text.startColumn == node.startColumn + 1, let word = text.literalOfText,
      (0..<word.count).allSatisfy({ !isSpace(word[$0]) })
    else { return "del" }
    return "sub"
  }

  /// Whether a paragraph holds nothing that is to be seen.
  mutating func hides(_ paragraph: Node) -> Bool {
    if syntax.abbreviations.isDefinition(paragraph) || write(foreignLines: paragraph) { return true }
    guard let text = paragraph.firstChild, text == paragraph.lastChild, isAttributesAlone(text),
      let edit = edits.upcoming
    else { return false }
    write(edit)
    return true
  }

  /// Whether the text that comes next is a list of attributes and nothing else.
  func isAttributesAlone(_ text: Node) -> Bool {
    guard let edit = edits.upcoming, edit.node == text, case .attributes = edit.action else { return false }
    return edit.range == 0..<text.literal.count
  }

  /// Writes the attributes that an author gave an element into its tag, and a class that it has in any case.
  mutating func writeAttributes(of node: Node, class name: String? = nil) {
    let attributes = edits.attributes(of: node)
    if let id = attributes?.id, node.kind != .heading { append("id", claim(id: id)) }
    let classes = (name.map { [$0] } ?? []) + (attributes?.classes ?? [])
    if !classes.isEmpty { append("class", classes.joined(separator: " ")) }
    for (name, value) in attributes?.pairs ?? [] { append(name, value) }
  }

  private mutating func append(_ attribute: String, _ value: String) {
    html.append(" \(attribute)=\"")
    html.append(value, escaping: .html)
    html.append("\"")
  }

  // MARK: - Findings

  mutating func report(_ unknownVariables: [String], at span: SourceSpan) {
    diagnostics += unknownVariables.map { syntax.variables.finding(unknown: $0, at: span) }
  }

  private mutating func report(_ dropped: [String]?, of edit: InlineEdits.Edit) {
    guard dropped?.isEmpty != true else { return }
    let span = locator.place(of: edit.range, in: edit.node)
    let names = dropped?.map(\.quoted).joined(separator: ", ")
    diagnostics.append(
      Diagnostic(
        .droppedAttribute, names.map { "Markdown may not set \($0) here" } ?? "nothing takes these attributes",
        at: span,
        help: names == nil
          ? "Write them right behind a link, image or heading, or on the last line of a paragraph."
          : "Give the element a class, and say in a style sheet of the theme what the class looks like."))
  }

  private mutating func count(icon edit: InlineEdits.Edit) {
    if icons.first == nil {
      icons.first = (edit.node.literal[edit.range].text, locator.place(of: edit.range, in: edit.node))
    }
    icons.count += 1
  }

  mutating func reportIcons() {
    guard let (name, span) = icons.first else { return }
    let others = icons.count == 1 ? "" : ", nor \(icons.count - 1) more on this page"
    diagnostics.append(
      Diagnostic(
        .iconShortcode, "the icon \(name.quoted) cannot be drawn\(others)", at: span,
        help: "Write an emoji such as ':rocket:', an image, or nothing."))
  }
}

extension InlineEdits.Edit {
  var isForeign: Bool {
    if case .foreign = action { true } else { false }
  }

  /// What a reader without markup gets.
  var plainText: [UInt8] {
    let text = node.literal
    return switch action {
    case .span(_, let part): text[part].array
    case .keys(let keys): Array(keys.joined(separator: "+").utf8)
    case .value(let value): Array(value.utf8)
    case .unknownVariable, .abbreviation: text[range].array
    case .wikiLink(let target, let label): text[label ?? target].array
    case .foreign(let construct): construct.isShown ? text[range].array : []
    case .open, .close, .openLink, .closeLink, .openForeignLink, .closeForeignLink, .icon, .attributes, .none: []
    }
  }
}
