import Bytes
import Diagnostics

/// The text that is parsed, and where it stands in its file.
struct SourceText {
  /// Well-formed UTF-8 without NUL.
  let bytes: ByteView
  private let path: String
  private let firstLine: Int
  private let lines: LineIndex

  init(_ bytes: ByteView, lines: LineIndex, path: String, firstLine: Int) {
    self.bytes = bytes
    self.lines = lines
    self.path = path
    self.firstLine = firstLine
  }

  /// The line in the file of a one-based line of the text.
  func fileLine(_ line: Int) -> Int { firstLine + line - 1 }

  func span(of range: Range<Int>) -> SourceSpan {
    let (line, column) = lines.position(of: range.lowerBound)
    return SourceSpan(path: path, line: fileLine(line), column: column, length: range.count)
  }

  /// The first byte of a one-based line of the text.
  func start(ofLine line: Int) -> Int { lines.range(ofLine: line).lowerBound }

  /// The byte after a one-based line of the text and its line end.
  func end(ofLine line: Int) -> Int { lines.range(ofLine: line).upperBound }
}
