import Diagnostics

/// A tag as it stands in a source.
struct Tag {
  enum Kind: UInt8 {
    case variable
    case raw = 0x26  // &
    case tripleRaw = 0x7B  // {
    case section = 0x23  // #
    case inverted = 0x5E  // ^
    case end = 0x2F  // /
    case partial = 0x3E  // >
    case parent = 0x3C  // <
    case block = 0x24  // $
    case comment = 0x21  // !
    case delimiters = 0x3D  // =
  }

  let kind: Kind
  /// The whole tag.
  let range: Range<Int>
  /// What it names, without white space around.
  let content: Range<Int>
  let name: String

  /// Whether an end tag must follow.
  var opens: Bool {
    switch kind {
    case .section, .inverted, .parent, .block: true
    default: false
    }
  }
}

/// Finds the tags of a source, following its set-delimiter tags.
struct TagScanner {
  private(set) var tags: [Tag] = []
  private(set) var diagnostics: [Diagnostic] = []
  private let source: SourceText
  private var open = Array("{{".utf8)
  private var close = Array("}}".utf8)

  init(_ source: SourceText) {
    self.source = source
    let count = source.bytes.count
    var offset = 0
    while let start = source.firstOffset(of: open, in: offset..<count), let end = scanTag(at: start) { offset = end }
  }

  /// Takes up the tag that begins at an offset.
  ///
  /// - Returns: where it ends; nil where it does not, so that nothing after it can be told apart.
  private mutating func scanTag(at start: Int) -> Int? {
    let inside = start + open.count
    let kind = kind(at: inside)
    let contentStart = kind == .variable ? inside : inside + 1
    let close = closing(kind)
    guard let contentEnd = source.firstOffset(of: close, in: contentStart..<source.bytes.count) else {
      reportUnclosed(from: start, close)
      return nil
    }
    let content = source.trimmed(contentStart..<contentEnd)
    let tag = Tag(kind: kind, range: start..<contentEnd + close.count, content: content, name: source.text(content))
    switch kind {
    case .comment: break
    case .delimiters: setDelimiters(tag)
    default:
      if runsIntoAnother(tag) {
        reportUnclosed(from: start, close)
        return nil
      }
      checkName(tag)
    }
    tags.append(tag)
    return tag.range.upperBound
  }

  private func kind(at offset: Int) -> Tag.Kind {
    guard offset < source.bytes.count else { return .variable }
    return Tag.Kind(rawValue: source.bytes[offset]) ?? .variable
  }

  private func closing(_ kind: Tag.Kind) -> [UInt8] {
    switch kind {
    case .tripleRaw: [UInt8(ascii: "}")] + close
    case .delimiters: [UInt8(ascii: "=")] + close
    default: close
    }
  }

  /// A tag with a line end or another tag's beginning in its name lacks its own closing delimiter.
  private func runsIntoAnother(_ tag: Tag) -> Bool {
    source.bytes[tag.content].contains(newline) || source.firstOffset(of: open, in: tag.content) != nil
  }

  private mutating func setDelimiters(_ tag: Tag) {
    let parts = source.bytes[tag.content].split(whereSeparator: isWhitespace)
    guard parts.count == 2, !parts.joined().contains(UInt8(ascii: "=")) else {
      return report(
        "'\(source.excerpt(tag.range))' does not set delimiters", at: tag.range,
        help: "Write two delimiters without '=' and with a space between them, such as '{{=<% %>=}}'.")
    }
    open = Array(parts[0])
    close = Array(parts[1])
  }

  private mutating func checkName(_ tag: Tag) {
    guard !isName(tag) else { return }
    let range = tag.content.isEmpty ? tag.range : tag.content
    report(
      "'\(source.excerpt(range))' is not a name", at: range,
      help: "A name is one word, or several joined by dots, such as '{{page.title}}'.")
  }

  private func isName(_ tag: Tag) -> Bool {
    guard let first = tag.name.utf8.first, !"#^/<>$&=!{}".utf8.contains(first) else { return false }
    guard tag.name.utf8.allSatisfy({ $0 > 0x20 }) else { return false }
    switch tag.kind {
    case .variable, .raw, .tripleRaw, .section, .inverted: return Name(tag.name) != nil
    default: return true
    }
  }

  private mutating func reportUnclosed(from start: Int, _ close: [UInt8]) {
    let line = source.span(start..<source.bytes.count).length
    let range = start..<start + line
    report(
      "tag '\(source.excerpt(range))' is not closed", at: range,
      help: "Close it with '\(String(decoding: close, as: UTF8.self))'.")
  }

  private mutating func report(_ message: String, at range: Range<Int>, help: String) {
    diagnostics.append(Diagnostic(.templateSyntax, message, at: source.span(range), help: help))
  }
}
