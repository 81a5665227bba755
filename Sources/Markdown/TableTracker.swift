/// Counts the cells of a table, with those that the library fills short rows up with.
struct TableTracker {
  /// Columns that the row of dashes has; 0 above it.
  private(set) var columns = 0
  private(set) var cells = 0
  /// Whether the lines below the dashes are rows for the parser, too, each of them a block.
  private var isCertain = false
  /// Columns of a line that begins a block, with a pipe first.
  private var headingColumns: Int?

  /// Whether a line is certain to be a row of its own.
  mutating func isRow(_ text: ByteView, _ line: Range<Int>) -> Bool {
    isCertain = isCertain && line.count > 1 && text[line.lowerBound] == UInt8(ascii: "|")
    return isCertain
  }

  /// Takes one more line that is not blank.
  ///
  /// - Returns: how many cells it adds.
  mutating func add(_ text: ByteView, _ line: Range<Int>, shape: LineShape, pipes: Int, isFirst: Bool) -> Int {
    let dashes = TableTracker.dashedColumns(text, line)
    if dashes > 0 {
      columns = max(columns, dashes)
      isCertain = isCertain || headingColumns == dashes && text[line.lowerBound] == UInt8(ascii: "|")
    }
    headingColumns =
      isFirst && pipes > 0 && text[line.lowerBound] == UInt8(ascii: "|") ? TableTracker.columns(text, line, pipes) : nil
    cells += columns
    return columns
  }

  private static func columns(_ text: ByteView, _ line: Range<Int>, _ pipes: Int) -> Int {
    let end = text[line].trimmedEnd.count + line.lowerBound
    let isClosed =
      end > line.lowerBound + 1 && text[end - 1] == UInt8(ascii: "|") && text[end - 2] != UInt8(ascii: "\\")
    return isClosed ? pipes - 1 : pipes
  }

  /// How many runs of dashes a line has that nothing but pipes, colons, blanks and quotes are on; 0 for others.
  private static func dashedColumns(_ text: ByteView, _ line: Range<Int>) -> Int {
    var count = 0
    var isInRun = false
    for index in line {
      switch text[index] {
      case UInt8(ascii: "-"):
        if !isInRun { count += 1 }
        isInRun = true
        continue
      case UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: ">"), 0x20, 0x09, 0x0B, 0x0C: isInRun = false
      default: return 0
      }
    }
    return count
  }
}
