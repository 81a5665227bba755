/// Where the lines of a text begin: from a byte offset to a line and a column.
package struct LineIndex: Sendable {
  /// Offset of the first byte of each line; the first is 0.
  package let lineStarts: [Int]
  private let count: Int

  /// Lines end with LF, CRLF or a lone CR, as in CommonMark.
  package init(_ bytes: [UInt8]) {
    var starts = [0]
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte <= 0x0D, byte == 0x0A || byte == 0x0D else { continue }
      if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
      starts.append(index)
    }
    lineStarts = starts
    count = bytes.count
  }

  package var lineCount: Int { lineStarts.count }

  /// One-based line and one-based column (in UTF-8 bytes) of a byte offset; an offset past the end is the end.
  package func position(of offset: Int) -> (line: Int, column: Int) {
    let offset = min(max(offset, 0), count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return (low + 1, offset - lineStarts[low] + 1)
  }

  /// The bytes of a one-based line with its line end, as offsets; empty for a line that is not there.
  package func range(ofLine line: Int) -> Range<Int> {
    guard line >= 1, line <= lineStarts.count else { return count..<count }
    return lineStarts[line - 1]..<(line < lineStarts.count ? lineStarts[line] : count)
  }
}
