/// Where the cells of a table row stand: the library's columns for them are of no use.
struct RowCells {
  private var row: Node?
  private var extents: [Range<Int>] = []
  /// The cell asked about last and its index: cells are asked about in their order.
  private var last: (cell: Node, index: Int)?

  /// The part of the source between the pipes of a cell; an empty one for a cell that was filled in.
  mutating func extent(of cell: Node, in source: SourceText) -> Range<Int> {
    guard let row = cell.parent, let table = row.parent else { return 0..<0 }
    if self.row != row {
      self.row = row
      extents = RowCells.split(row, of: table, in: source)
      last = row.firstChild.map { ($0, 0) }
    }
    while let (current, index) = last, current != cell {
      last = current.next.map { ($0, index + 1) }
    }
    guard let index = last?.index, index < extents.count else { return 0..<0 }
    return extents[index]
  }

  private static func split(_ row: Node, of table: Node, in source: SourceText) -> [Range<Int>] {
    let line = line(of: row, in: table)
    let bytes = source.bytes
    let end = source.end(ofLine: line)
    var start = source.start(ofLine: line)
    if line == table.startLine { start += table.startColumn - 1 }
    while start < end, isSpace(bytes[start]) || bytes[start] == UInt8(ascii: ">") { start += 1 }
    if start < end, bytes[start] == UInt8(ascii: "|") { start += 1 }
    var extents: [Range<Int>] = []
    for index in start..<max(start, end)
    where bytes[index] == UInt8(ascii: "|") && bytes[index - 1] != UInt8(ascii: "\\") {
      extents.append(start..<index)
      start = index + 1
    }
    return extents + [min(start, end)..<end]
  }

  /// The heading row stands above the row of dashes, which a paragraph may stand before.
  static func line(of row: Node, in table: Node) -> Int {
    guard row.isHeaderRow else { return row.startLine }
    return max(row.next.map { $0.startLine - 2 } ?? table.endLine - 1, 1)
  }
}
