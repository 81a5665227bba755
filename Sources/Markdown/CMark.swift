import CCMarkGFM

/// The library's extensions and the node types that registering them gave out.
@safe struct CMark: @unchecked Sendable {
  /// Registered on first use; read-only from then on.
  static let shared = CMark()

  let table: UInt16
  let tableRow: UInt16
  let tableCell: UInt16
  let strikethrough: UInt16
  /// Blocks of other dialects that hold blocks, and texts of theirs that hold inlines.
  let block: cmark_node_type
  let blockTitle: cmark_node_type
  private let extensions: [SyntaxExtension]

  private init() {
    cmark_gfm_core_extensions_ensure_registered()
    extensions = ["table", "strikethrough", "tasklist"].compactMap(SyntaxExtension.init)
    block = cmark_syntax_extension_add_node(0)
    blockTitle = cmark_syntax_extension_add_node(0)
    // The library keeps the numbers of its extensions' node types to itself; a text that has one of each shows them.
    let text: StaticString = "| ~a~ |\n|-|\n"
    let bytes = unsafe ByteView(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    let sample = Tree(parsing: bytes, extensions: extensions, blocks: nil)
    let table = sample.root.firstChild
    let row = table?.firstChild
    let cell = row?.firstChild
    self.table = table?.type ?? 0
    tableRow = row?.type ?? 0
    tableCell = cell?.type ?? 0
    strikethrough = cell?.firstChild?.type ?? 0
  }

  /// Parses well-formed UTF-8 without NUL; any number of threads may do so at once.
  func parse(_ text: ByteView, blocks: Blocks?) -> Tree {
    Tree(parsing: text, extensions: extensions, blocks: blocks)
  }
}

/// A registered extension of the library; they live as long as the process.
@safe struct SyntaxExtension {
  let pointer: OpaquePointer

  init?(_ name: String) {
    guard let pointer = unsafe cmark_find_syntax_extension(name) else { return nil }
    unsafe self.pointer = unsafe pointer
  }
}

/// The library's tree of one text, freed with this value; no node may outlive it.
struct Tree: ~Copyable {
  let root: Node
  /// Nodes point at it.
  private let blocks: Blocks?

  fileprivate init(parsing text: ByteView, extensions: [SyntaxExtension], blocks: Blocks?) {
    self.blocks = blocks
    let parser = unsafe cmark_parser_new(CMARK_OPT_FOOTNOTES)
    // Before the extension for tables, which takes every line below a row for the next.
    if let blocks { unsafe _ = cmark_parser_attach_syntax_extension(parser, blocks.pointer) }
    for syntax in extensions { unsafe _ = cmark_parser_attach_syntax_extension(parser, syntax.pointer) }
    unsafe text.bytes.withMemoryRebound(to: CChar.self) { unsafe cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    guard let root = unsafe cmark_parser_finish(parser) else {
      preconditionFailure("A parser that was not finished before gives a document")
    }
    self.root = unsafe Node(root)
    for node in blocks?.discarded ?? [] { unsafe cmark_node_free(node.pointer) }
    unsafe cmark_parser_free(parser)
  }

  deinit { unsafe cmark_node_free(root.pointer) }
}
