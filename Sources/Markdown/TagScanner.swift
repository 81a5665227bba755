/// Finds the tags in raw HTML as a browser's tokenizer does (HTML Standard, 13.2.5).
///
/// Comments, declarations and quoted values hide what is in them. Tags that the tag filter disallows are text, and so is what they enclose.
struct TagScanner: IteratorProtocol {
  enum Token {
    case attribute(Attribute)
    /// What a reader sees between tags, with its entities as written.
    case text(Range<Int>)
    case comment(Range<Int>)
  }

  /// An attribute of a start tag with a value.
  struct Attribute {
    let tag: ByteView
    let name: ByteView
    let value: Range<Int>
    let isQuoted: Bool
  }

  private let html: ByteView
  private var position = 0
  /// Elements `template` that are open, whose attributes are not given: what is in them is no part of the page.
  private(set) var templateDepth: Int
  /// The start tag that `position` is in.
  private var tag: ByteView?

  /// Reads a part of HTML; ranges are those of the whole.
  ///
  /// - Parameter templateDepth: the elements `template` that are open before it.
  init(_ html: ByteView, _ part: Range<Int>, templateDepth: Int) {
    self.html = html[0..<part.upperBound]
    self.templateDepth = templateDepth
    position = part.lowerBound
  }

  mutating func next() -> Token? {
    while position < html.count {
      if let tag {
        if let attribute = readAttribute(of: tag), templateDepth == 0 { return .attribute(attribute) }
      } else if html.has("<!--", at: position) {
        return .comment(readComment())
      } else if html[position] == UInt8(ascii: "<"), !TagFilter.disallows(html, at: position), readMarkup() {
        continue
      } else {
        return .text(readText())
      }
    }
    return nil
  }

  private mutating func readText() -> Range<Int> {
    let start = position
    repeat { position += 1 } while position < html.count && html[position] != UInt8(ascii: "<")
    return start..<position
  }

  /// Reads past what a `<` begins, or past the name of a start tag; false where it begins nothing.
  private mutating func readMarkup() -> Bool {
    guard position + 1 < html.count else { return false }
    switch html[position + 1] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"): skip(past: UInt8(ascii: ">"))
    case UInt8(ascii: "/"):
      if isTemplate(at: position + 2) { templateDepth = max(templateDepth - 1, 0) }
      skip(past: UInt8(ascii: ">"))
    case let byte where isLetter(byte):
      let start = position + 1
      if isTemplate(at: start) { templateDepth += 1 }
      position = start
      skip { !isSpace($0) && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">") }
      tag = html[start..<position]
    default: return false
    }
    return true
  }

  private func isTemplate(at start: Int) -> Bool {
    let end = start + 8
    guard end <= html.count, html[start..<end].equalsIgnoringCase("template") else { return false }
    return end == html.count || isSpace(html[end]) || html[end] == UInt8(ascii: "/") || html[end] == UInt8(ascii: ">")
  }

  private mutating func readComment() -> Range<Int> {
    let start = position
    position = endOfComment
    return start..<min(position, html.count)
  }

  private var endOfComment: Int {
    // `<!-->` and `<!--->` are whole comments.
    var end = position + 2
    while end < html.count {
      if html.has("-->", at: end) { return end + 3 }
      if html.has("--!>", at: end) { return end + 4 }
      end += 1
    }
    return end
  }

  /// Reads one attribute; nil for one without a value and for the end of the tag.
  private mutating func readAttribute(of tag: ByteView) -> Attribute? {
    skip { isSpace($0) || $0 == UInt8(ascii: "/") }
    guard position < html.count, html[position] != UInt8(ascii: ">") else {
      position += 1
      self.tag = nil
      return nil
    }
    let start = position
    position += 1
    skip { !isSpace($0) && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "=") }
    let name = html[start..<position]
    skip(while: isSpace)
    guard position < html.count, html[position] == UInt8(ascii: "=") else { return nil }
    position += 1
    skip(while: isSpace)
    return readValue(of: name, tag: tag)
  }

  private mutating func readValue(of name: ByteView, tag: ByteView) -> Attribute? {
    guard position < html.count else { return nil }
    let quote = html[position]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let start = position
      skip { !isSpace($0) && $0 != UInt8(ascii: ">") }
      return Attribute(tag: tag, name: name, value: start..<position, isQuoted: false)
    }
    let start = position + 1
    position = start
    skip { $0 != quote }
    let value = start..<position
    position += 1
    return Attribute(tag: tag, name: name, value: value, isQuoted: true)
  }

  private mutating func skip(while isIncluded: (UInt8) -> Bool) {
    while position < html.count, isIncluded(html[position]) { position += 1 }
  }

  private mutating func skip(past byte: UInt8) {
    skip { $0 != byte }
    position += 1
  }
}

/// GFM's tag filter: tags that would swallow or run what follows them are shown as text.
///
/// Rule: <https://github.github.com/gfm/#disallowed-raw-html-extension->.
enum TagFilter {
  private static let names = [
    "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext",
  ]

  /// Whether the `<` at an offset begins a disallowed tag.
  static func disallows(_ html: ByteView, at offset: Int) -> Bool {
    var start = offset + 1
    if start < html.count, html[start] == UInt8(ascii: "/") { start += 1 }
    var end = start
    while end < html.count, end - start < 10, isLetter(html[end]) { end += 1 }
    guard end < html.count, names.contains(where: html[start..<end].equalsIgnoringCase) else { return false }
    return isSpace(html[end]) || html[end] == UInt8(ascii: ">") || html.has("/>", at: end)
  }
}
