import Bytes
package import Diagnostics

/// One source of a template set.
package struct TemplateSource: Sendable {
  /// What tags find it by, below `layouts/` or `partials/`: `layouts/page`, `partials/nav`.
  package let name: String
  /// The file as the user would name it.
  package let path: String
  package let bytes: [UInt8]
  /// Where all of the source was written, if that is one place in a file of others.
  package let origin: SourceSpan?

  package init(name: String, path: String, bytes: [UInt8], origin: SourceSpan? = nil) {
    self.name = name
    self.path = path
    self.bytes = bytes
    self.origin = origin
  }
}

/// The bytes of a source with what is asked of them while it is compiled: lines, blanks, spans.
struct SourceText {
  let path: String
  let bytes: [UInt8]
  private let origin: SourceSpan?
  private let lines: LineIndex

  init(_ source: TemplateSource) {
    path = source.path
    bytes = source.bytes
    origin = source.origin
    lines = LineIndex(bytes)
  }

  /// The place of some bytes, as far as they are on the line where they begin, without its line end.
  func span(_ range: Range<Int>) -> SourceSpan {
    if let origin { return origin }
    let (line, column) = lines.position(of: range.lowerBound)
    var end = range.lowerBound
    while end < range.upperBound, bytes[end] != newline, bytes[end] != carriageReturn { end += 1 }
    return SourceSpan(path: path, line: line, column: column, length: end - range.lowerBound)
  }

  /// The text of some bytes, on one line and short enough for a message.
  func excerpt(_ range: Range<Int>) -> String {
    text(range).excerpt
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// `range` without the white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isWhitespace(bytes[start]) { start += 1 }
    while end > start, isWhitespace(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  /// Where `needle` first stands in some bytes.
  func firstOffset(of needle: [UInt8], in range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index + needle.count <= range.upperBound {
      if bytes[index] == needle[0], has(needle, at: index) { return index }
      index += 1
    }
    return nil
  }

  func has(_ needle: [UInt8], at offset: Int) -> Bool {
    guard offset + needle.count <= bytes.count else { return false }
    return needle.indices.allSatisfy { bytes[offset + $0] == needle[$0] }
  }

  // MARK: Lines, which for the standalone rules end with LF or CRLF

  func isLineStart(_ offset: Int) -> Bool {
    offset == 0 || bytes[offset - 1] == newline
  }

  /// The blanks between the start of the line and an offset; nil where something else stands there.
  func blanks(before offset: Int) -> Range<Int>? {
    var start = offset
    while start > 0, isBlank(bytes[start - 1]) { start -= 1 }
    return isLineStart(start) ? start..<offset : nil
  }

  /// The blanks that begin at an offset.
  func blanks(from offset: Int, upTo end: Int) -> Range<Int> {
    var index = offset
    while index < end, isBlank(bytes[index]) { index += 1 }
    return offset..<index
  }

  /// Where the next line begins, or the source ends, if there are but blanks up to there.
  func nextLine(after offset: Int) -> Int? {
    let end = blanks(from: offset, upTo: bytes.count).upperBound
    if end == bytes.count || bytes[end] == newline { return min(end + 1, bytes.count) }
    return has([carriageReturn, newline], at: end) ? end + 2 : nil
  }

  /// The indentation of the first line with something on it, from the line start `offset` on; nil where there is none.
  func firstIndentation(from offset: Int, upTo end: Int) -> Range<Int>? {
    var start = offset
    while start < end {
      let blanks = blanks(from: start, upTo: end)
      if blanks.upperBound == end { return nil }
      guard let next = nextLine(after: start) else { return blanks }
      start = next
    }
    return nil
  }
}

extension String {
  /// The text on one line, cut to 80 characters, for quotation in a message.
  var excerpt: String {
    let line = prefix { !$0.isNewline }
    return line.count > 80 ? line.prefix(79) + "…" : String(line)
  }
}

let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")

private func isBlank(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
}

func isWhitespace(_ byte: UInt8) -> Bool {
  isBlank(byte) || (0x0A...0x0D).contains(byte)
}
