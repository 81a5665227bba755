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
    var tokens = TagScanner(text, part)
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
    switch meaning {
    case .anchor:
      append(filtered: node.literal[attribute.value])
      let name = Entities.decode(node.literal[attribute.value])
      anchors.insert(name)
      if attribute.name.equalsIgnoringCase("id"), prose?.take(id: name) == false {
        prose?.add(repeatedID: name, at: locator.place(of: attribute.value, in: node))
      }
    case .url, .action: write(url: attribute.value, meaning: meaning, of: node)
    case .candidates: write(candidates: attribute.value, of: node)
    }
    html.append(quote)
  }

  private mutating func write(url range: Range<Int>, meaning: AttributeMeaning, of node: Node) {
    let value = node.literal[range]
    let destination = Entities.decode(value)
    let span = locator.place(of: range, in: node)
    guard UnsafeURL.scheme(of: destination, isImage: meaning.isImage) == nil else {
      reportUnsafe(destination, at: span)
      return
    }
    let start = html.count
    append(filtered: value)
    guard meaning != .action else { return }
    links.append(Link(kind: .rawHTML, destination: destination, range: start..<html.count, span: span))
  }

  /// Writes the value of a `srcset`: URLs with descriptors, separated by commas.
  private mutating func write(candidates range: Range<Int>, of node: Node) {
    let text = node.literal
    var written = range.lowerBound
    var position = written
    while position < range.upperBound {
      while position < range.upperBound, isSpace(text[position]) || text[position] == UInt8(ascii: ",") {
        position += 1
      }
      let start = position
      while position < range.upperBound, !isSpace(text[position]) { position += 1 }
      var end = position
      while end > start, text[end - 1] == UInt8(ascii: ",") { end -= 1 }
      guard end > start else { continue }
      append(filtered: text[written..<start])
      write(url: start..<end, meaning: .url(isImage: true), of: node)
      written = end
      if end == position {
        while position < range.upperBound, text[position] != UInt8(ascii: ",") { position += 1 }
      }
    }
    append(filtered: text[written..<range.upperBound])
  }
}

/// What an attribute's value means to a site.
enum AttributeMeaning: Equatable {
  /// A URL that the page leads to or loads.
  case url(isImage: Bool)
  /// The image candidates of a `srcset`.
  case candidates
  /// A URL that must be safe but is no link.
  case action
  /// A name that a fragment may give.
  case anchor

  var isImage: Bool { self == .url(isImage: true) }

  init?(_ attribute: TagScanner.Attribute) {
    let name = attribute.name
    if name.equalsIgnoringCase("href") {
      self = .url(isImage: false)
    } else if name.equalsIgnoringCase("src") || name.equalsIgnoringCase("poster") {
      self = .url(isImage: true)
    } else if name.equalsIgnoringCase("srcset") {
      self = .candidates
    } else if ["action", "formaction", "xlink:href"].contains(where: name.equalsIgnoringCase) {
      self = .action
    } else if name.equalsIgnoringCase("id") || name.equalsIgnoringCase("name") && attribute.tag.equalsIgnoringCase("a")
    {
      self = .anchor
    } else {
      return nil
    }
  }
}
