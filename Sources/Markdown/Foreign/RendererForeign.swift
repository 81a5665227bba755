import Bytes
import Diagnostics

extension Renderer {
  // MARK: - In texts

  /// Writes a construct that stands for text as it was written, and nothing of any other.
  mutating func write(_ construct: ForeignConstruct, in edit: InlineEdits.Edit) {
    count(construct.language, edit.range, of: edit.node)
    guard construct.isShown else {
      foreign.leftOut += 1
      return
    }
    html.append("<code>")
    html.append(edit.node.literal[edit.range], escaping: .html)
    html.append("</code>")
  }

  mutating func count(_ language: ForeignConstruct.Language, _ range: Range<Int>, of node: Node) {
    let span = foreign.has(language) ? nil : locator.place(of: range, in: node)
    foreign.count(language, node.literal[range], at: span)
  }

  // MARK: - In lines

  /// Writes a paragraph of the document that is lines of another language: a script in MDX, or constructs of which each has
  /// a line of its own, whatever Markdown would make of them.
  ///
  /// - Returns: false for any other paragraph, of which nothing is written.
  mutating func write(foreignLines paragraph: Node) -> Bool {
    guard paragraph.parent?.kind == .document, paragraph.startLine > 0, let first = paragraph.firstChild?.literalOfText,
      first.count > 1
    else { return false }
    switch first[0] {
    case UInt8(ascii: "i"), UInt8(ascii: "e"): return isModule(paragraph)
    case UInt8(ascii: "{"), UInt8(ascii: "<"): return write(constructs: paragraph)
    default: return false
    }
  }

  private mutating func isModule(_ paragraph: Node) -> Bool {
    guard syntax.dialects.contains(.docusaurus) else { return false }
    let source = locator.source
    let first = source.contents(ofLine: paragraph.startLine)
    let text = source.bytes[first.lowerBound..<source.contents(ofLine: paragraph.endLine).upperBound]
    guard ModuleLines.make(up: text) else { return false }
    foreign.count(.module, source.bytes[first], at: source.span(of: first))
    return true
  }

  private mutating func write(constructs paragraph: Node) -> Bool {
    guard syntax.dialects.contains(.portico) else { return false }
    let source = locator.source
    var constructs: [(construct: ForeignConstruct, range: Range<Int>)] = []
    for line in paragraph.startLine...paragraph.endLine {
      let range = source.contents(ofLine: line)
      let text = source.bytes[range].trimmedEnd
      let indent = text.prefix(while: isSpace).count
      var missing: Set<String> = []
      guard let construct = ForeignConstruct(text, at: indent, missing: &missing), construct.end == text.count,
        construct.language != .expression
      else { return false }
      constructs.append((construct, range.lowerBound + indent..<range.lowerBound + construct.end))
    }
    for (construct, range) in constructs {
      foreign.count(construct.language, source.bytes[range], at: source.span(of: range))
      guard construct.isShown else { continue }
      html.append("<p><code>")
      html.append(source.bytes[range], escaping: .html)
      html.append("</code></p>\n")
      plain.append(source.bytes[range])
      plain.append("\n")
    }
    return true
  }

  // MARK: - Links

  /// Whether only another language knows where a link leads; a name that the site has no variable of is reported as such.
  func isForeign(_ link: Node) -> Bool {
    syntax.dialects.contains(.portico) && ForeignConstruct.first(in: link.url) != nil
      && syntax.variables.substituted(link.url).unknown.isEmpty
  }

  /// Opens a link whose destination only another language knows: it leads nowhere, so nothing but its text is written.
  mutating func open(foreignLink node: Node) {
    openLinks.append(OpenLink(index: nil, destination: node.url.text, isForeign: true, proseStart: prose?.count ?? 0))
  }

  mutating func close(foreignLink node: Node, at span: SourceSpan) {
    openLinks.removeLast()
    guard let (language, range) = ForeignConstruct.first(in: node.url) else { return }
    foreign.count(language, node.url[range], at: span)
  }

  // MARK: - Tags

  /// What a tag that HTML does not have is; nil for one that a browser may make something of.
  private mutating func foreignTag(_ text: ByteView, at start: Int)
    -> (tag: ForeignTag, language: ForeignConstruct.Language)?
  {
    guard syntax.dialects.contains(.portico), let tag = ForeignTag(text, at: start) else { return nil }
    if !tag.isClosing, !tag.hasMore, !foreign.closes(tag.name, in: locator.source.bytes) { return (tag, .placeholder) }
    return tag.isCapital ? (tag, .component) : nil
  }

  /// - Returns: false for a tag that is not foreign, of which nothing is written.
  mutating func write(foreignTag node: Node) -> Bool {
    let text = node.literal
    guard let (tag, language) = foreignTag(text, at: 0), tag.end == text.count else { return false }
    count(language, 0..<text.count, of: node)
    if language == .placeholder {
      html.append(text, escaping: .html)
      plain.append(text)
    } else if let label = tag.label, node.isLine {
      html.append("<strong>")
      html.append(label, escaping: .html)
      html.append("</strong>")
      plain.append(label)
    } else {
      foreign.leftOut += 1
    }
    return true
  }

  /// Writes a block of HTML that begins with a foreign tag without the tags of components in it.
  ///
  /// - Returns: false for a block that begins with none, of which nothing is written.
  mutating func write(foreignBlock node: Node) -> Bool {
    let text = node.literal
    guard foreignTag(text, at: 0) != nil else { return false }
    var written = 0
    var position = 0
    while position < text.count {
      guard text[position] == UInt8(ascii: "<"), let (tag, language) = foreignTag(text, at: position) else {
        position += 1
        continue
      }
      write(markup: written..<position, of: node)
      count(language, position..<tag.end, of: node)
      write(tag, as: language, text[position..<tag.end])
      position = tag.end
      written = position
    }
    write(markup: written..<text.count, of: node)
    return true
  }

  private mutating func write(markup range: Range<Int>, of node: Node) {
    guard !node.literal[range].trimmedEnd.isEmpty else { return }
    write(rawHTML: node, range)
  }

  private mutating func write(_ tag: ForeignTag, as language: ForeignConstruct.Language, _ text: ByteView) {
    if language == .placeholder {
      html.append("<p>")
      html.append(text, escaping: .html)
      html.append("</p>\n")
      plain.append(text)
    } else if let label = tag.label {
      html.append("<p><strong>")
      html.append(label, escaping: .html)
      html.append("</strong></p>\n")
      plain.append(label)
      plain.append("\n")
    }
  }
}
