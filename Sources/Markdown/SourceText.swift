import Bytes
import Diagnostics

/// The text that is parsed, and where it stands in its file.
struct SourceText {
  /// Well-formed UTF-8 without NUL.
  let bytes: ByteView
  /// The file, as spans name it.
  let path: String
  private let firstLine: Int
  /// For each line of the text its number in the file, where those in between are left out.
  private let lineNumbers: [Int]
  private let lines: LineIndex

  init(_ bytes: ByteView, lines: LineIndex, path: String, firstLine: Int = 1, lineNumbers: [Int] = []) {
    self.bytes = bytes
    self.lines = lines
    self.path = path
    self.firstLine = firstLine
    self.lineNumbers = lineNumbers
  }

  /// The line in the file of a one-based line of the text.
  func fileLine(_ line: Int) -> Int {
    lineNumbers.isEmpty ? firstLine + line - 1 : lineNumbers[min(line, lineNumbers.count) - 1]
  }

  func span(of range: Range<Int>) -> SourceSpan {
    let (line, column) = lines.position(of: range.lowerBound)
    return SourceSpan(path: path, line: fileLine(line), column: column, length: range.count)
  }

  var lineCount: Int { lines.lineCount }

  /// The one-based line of the text that holds a byte.
  func line(of offset: Int) -> Int { lines.position(of: offset).line }

  /// A one-based line of the text without its line end and without a byte order mark.
  func contents(ofLine line: Int) -> Range<Int> {
    let range = lines.range(ofLine: line)
    var (start, end) = (range.lowerBound, range.upperBound)
    if line == 1, bytes.has("\u{FEFF}", at: 0) { start = 3 }
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// The first byte of a one-based line of the text.
  func start(ofLine line: Int) -> Int { lines.range(ofLine: line).lowerBound }

  /// The byte after a one-based line of the text and its line end.
  func end(ofLine line: Int) -> Int { lines.range(ofLine: line).upperBound }
}
