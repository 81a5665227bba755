import CCMarkGFM

/// The line that the parser is at, behind the markers of the blocks that it was found to belong to.
///
/// It reads the parser's own state, so an ordinary line costs nothing but the question for its first byte.
@safe struct BlockLine {
  private let parser: OpaquePointer
  private let input: UnsafeMutablePointer<UInt8>
  private let length: Int
  /// The innermost block that the line belongs to so far.
  let parent: Node

  init?(
    _ parser: OpaquePointer?, _ input: UnsafeMutablePointer<UInt8>?, _ length: Int32,
    in parent: UnsafeMutablePointer<cmark_node>?
  ) {
    guard let parser = unsafe parser, let input = unsafe input, let parent = unsafe parent else { return nil }
    unsafe self.parser = unsafe parser
    unsafe self.input = unsafe input
    self.length = Int(length)
    self.parent = unsafe Node(parent)
  }

  /// One-based.
  var number: Int { unsafe Int(cmark_parser_get_line_number(parser)) }

  /// Columns of white space before the first byte that is none.
  var indent: Int { unsafe Int(cmark_parser_get_indent(parser)) }

  var isBlank: Bool { unsafe cmark_parser_is_blank(parser) != 0 }

  /// Where the first byte that is no blank stands in the line.
  var start: Int { unsafe Int(cmark_parser_get_first_nonspace(parser)) }

  /// The first byte that is no blank; the line end where there is none.
  var firstByte: UInt8 {
    let start = start
    return unsafe start < length ? input[start] : 0x0A
  }

  /// From the first byte that is no blank, without white space at the end.
  var text: ByteView {
    let start = min(start, length)
    return unsafe ByteView(UnsafeBufferPointer(start: input + start, count: length - start)).trimmedEnd
  }

  // MARK: - Moving the parser

  /// Takes columns of indent for the marker of a block.
  func take(columns: Int) { advance(columns, inColumns: 1) }

  /// Takes the blanks of a blank line.
  func takeBlanks() { unsafe advance(start - Int(cmark_parser_get_offset(parser)), inColumns: 0) }

  /// Takes all of the line but its end.
  func takeAll() {
    unsafe advance(start + text.count - Int(cmark_parser_get_offset(parser)), inColumns: 0)
  }

  private func advance(_ count: Int, inColumns: Int32) {
    unsafe input.withMemoryRebound(to: CChar.self, capacity: length) {
      unsafe cmark_parser_advance_offset(parser, $0, Int32(count), inColumns)
    }
  }

  /// Takes one byte and the blanks behind it, up to a width in columns.
  ///
  /// - Returns: the columns taken, with those of the indent.
  func takeMarker(upTo width: Int) -> Int {
    let columns = indent
    let blanks = text[1..<text.endOfBlanks(from: 1)]
    let taken = blanks.contains(0x09) ? width - 1 : min(blanks.count, width - 1)
    takeBlanks()
    advance(1, inColumns: 0)
    advance(taken, inColumns: 1)
    return columns + 1 + taken
  }

  /// Adds a block that begins with the line to the innermost one it belongs to, closing what cannot hold it.
  func add(_ type: cmark_node_type, to block: Node? = nil) -> Node? {
    unsafe cmark_parser_add_child(parser, (block ?? parent).pointer, type, Int32(start + 1)).map { unsafe Node($0) }
  }
}
