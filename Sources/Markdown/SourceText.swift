import Bytes
import Diagnostics

/// The text that is parsed, and where it stands in its file.
struct SourceText {
  /// Well-formed UTF-8 without NUL.
  let bytes: [UInt8]
  private let path: String
  private let firstLine: Int

  init(_ bytes: [UInt8], path: String, firstLine: Int) {
    self.bytes = bytes
    self.path = path
    self.firstLine = firstLine
  }

  /// The line in the file of a one-based line of the text.
  func fileLine(_ line: Int) -> Int { firstLine + line - 1 }

  func span(line: Int, column: Int, length: Int) -> SourceSpan {
    SourceSpan(path: path, line: fileLine(line), column: column, length: length)
  }

  func span(node: Node) -> SourceSpan {
    span(line: max(node.startLine, 1), column: 1, length: 0)
  }
}
