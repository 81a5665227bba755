import Bytes
import Diagnostics

extension Renderer {
  mutating func write(htmlBlock node: Node) {
    startLine()
    locator.begin(node)
    if take(ignoreComment: node) { return }
    if options.rawHTML == .escape {
      html.append("<p>")
      html.append(node.literal.trimmedEnd, escaping: .html)
      html.append("</p>")
      plain.append(node.literal)
    } else {
      if !write(foreignBlock: node) { write(rawHTML: node, 0..<node.literal.count) }
      plain.append("\n")
    }
    startLine()
  }

  mutating func write(inlineHTML node: Node) {
    if take(ignoreComment: node) {
      // Nothing is written.
    } else if options.rawHTML == .escape {
      html.append(node.literal, escaping: .html)
    } else if !write(foreignTag: node) {
      write(rawHTML: node, 0..<node.literal.count)
    }
    prose?.addOpaque()
  }

  /// Writes a part of HTML as it is, less disallowed tags and unsafe URLs.
  mutating func write(rawHTML node: Node, _ part: Range<Int>) {
    let text = node.literal
    var written = part.lowerBound
    var tokens = TagScanner(text, part, templateDepth: templateDepth)
    defer { templateDepth = tokens.templateDepth }
    while let token = tokens.next() {
      switch token {
      case .text(let range): plain.append(text[range])
      case .comment(let range):
        guard take(ignoreComment: range, of: node) else { continue }
        append(filtered: text[written..<range.lowerBound])
        written = range.upperBound
      case .attribute(let attribute):
        guard let meaning = AttributeMeaning(attribute) else { continue }
        append(filtered: text[written..<attribute.value.lowerBound])
        write(attribute, meaning: meaning, of: node)
        written = attribute.value.upperBound
      }
    }
    append(filtered: text[written..<part.upperBound])
  }

  private mutating func append(filtered text: ByteView) {
    var written = 0
    for index in 0..<text.count where text[index] == UInt8(ascii: "<") && TagFilter.disallows(text, at: index) {
      html.append(text[written..<index])
      html.append("&lt;")
      written = index + 1
    }
    html.append(text[written..<text.count])
  }

  private mutating func write(_ attribute: TagScanner.Attribute, meaning: AttributeMeaning, of node: Node) {
    // A URL put in later may hold what would end an unquoted value.
    let quote = attribute.isQuoted || !options.furniture ? "" : "\""
    html.append(quote)
    if meaning == .anchor {
      write(anchor: attribute, of: node)
    } else {
      let text = node.literal
      var written = attribute.value.lowerBound
      for url in meaning.urls(in: text, attribute.value) {
        if meaning.hasOtherText { append(filtered: text[written..<url.lowerBound]) }
        write(url: url, isImage: meaning.isImage, of: node)
        written = url.upperBound
      }
      if meaning.hasOtherText { append(filtered: text[written..<attribute.value.upperBound]) }
    }
    html.append(quote)
  }

  private mutating func write(anchor attribute: TagScanner.Attribute, of node: Node) {
    append(filtered: node.literal[attribute.value])
    let name = Entities.decode(node.literal[attribute.value])
    anchors.insert(name)
    if attribute.name.equalsIgnoringCase("id"), prose?.take(id: name) == false {
      prose?.add(repeatedID: name, at: locator.place(of: attribute.value, in: node))
    }
  }

  private mutating func write(url range: Range<Int>, isImage: Bool, of node: Node) {
    let value = node.literal[range]
    // Browsers take line ends and tabs out of a URL (URL Standard, 4.4).
    let destination = String(
      decoding: Entities.decode(value).utf8.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
    let span = locator.place(of: range, in: node)
    guard UnsafeURL.scheme(of: destination, isImage: isImage) == nil else {
      reportUnsafe(destination, at: span)
      return
    }
    let start = html.count
    append(filtered: value)
    links.append(Link(kind: .rawHTML, destination: destination, range: start..<html.count, span: span))
  }
}
