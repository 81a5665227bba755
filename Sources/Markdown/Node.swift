import CCMarkGFM

/// A node of the library's tree, read straight from its structure: the accessors would copy every text.
@safe struct Node: Hashable {
  enum Kind {
    case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak, footnoteDefinition
    case directive, block, blockTitle
    case table, tableRow, tableCell
    case text, softBreak, lineBreak, code, html, emphasis, strong, strikethrough, link, image, footnoteReference
    /// None that this module's parses make.
    case other
  }

  let pointer: UnsafeMutablePointer<cmark_node>

  init(_ pointer: UnsafeMutablePointer<cmark_node>) { unsafe self.pointer = unsafe pointer }

  static func == (left: Node, right: Node) -> Bool { unsafe left.pointer == right.pointer }

  func hash(into hasher: inout Hasher) { unsafe hasher.combine(pointer) }

  private init?(_ pointer: UnsafeMutablePointer<cmark_node>?) {
    guard let pointer = unsafe pointer else { return nil }
    unsafe self.pointer = unsafe pointer
  }

  var next: Node? { unsafe Node(pointer.pointee.next) }
  var previous: Node? { unsafe Node(pointer.pointee.prev) }
  var parent: Node? { unsafe Node(pointer.pointee.parent) }
  var firstChild: Node? { unsafe Node(pointer.pointee.first_child) }
  var lastChild: Node? { unsafe Node(pointer.pointee.last_child) }
  var children: some Sequence<Node> {
    sequence(state: firstChild) { child in
      defer { child = child?.next }
      return child
    }
  }

  /// One-based lines of the text; a paragraph that a table was split off from has none, which is 0.
  var startLine: Int { unsafe Int(pointer.pointee.start_line) }
  var endLine: Int { unsafe Int(pointer.pointee.end_line) }
  /// One-based byte column; to be relied on for blocks outside tables only.
  var startColumn: Int { unsafe Int(pointer.pointee.start_column) }

  /// The library's number of the node's type.
  var type: UInt16 { unsafe pointer.pointee.type }

  var kind: Kind {
    switch type {
    case 0x8001: .document
    case 0x8002: .blockQuote
    case 0x8003: .list
    case 0x8004: .item
    case 0x8005: .codeBlock
    case 0x8006: isExtended ? .directive : .htmlBlock
    case 0x8008: .paragraph
    case 0x8009: .heading
    case 0x800a: .thematicBreak
    case 0x800b: .footnoteDefinition
    case 0xc001: .text
    case 0xc002: .softBreak
    case 0xc003: .lineBreak
    case 0xc004: .code
    case 0xc005: .html
    case 0xc007: .emphasis
    case 0xc008: .strong
    case 0xc009: .link
    case 0xc00a: .image
    case 0xc00b: .footnoteReference
    default: extensionKind
    }
  }

  /// Whether an extension made or adopted the node.
  private var isExtended: Bool { unsafe pointer.pointee.`extension` != nil }

  private var extensionKind: Kind {
    let library = CMark.shared
    return switch type {
    case library.table: .table
    case library.tableRow: .tableRow
    case library.tableCell: .tableCell
    case library.strikethrough: .strikethrough
    case UInt16(library.block.rawValue): .block
    case UInt16(library.blockTitle.rawValue): .blockTitle
    default: .other
    }
  }

  /// Whether an inline node stands on a line of its own.
  var isLine: Bool {
    [previous, next].allSatisfy { sibling in
      switch sibling?.kind {
      case nil, .softBreak, .lineBreak: true
      default: false
      }
    }
  }

  /// Whether the node can have no children, and so is entered but never left.
  var isLeaf: Bool {
    switch kind {
    case .codeBlock, .htmlBlock, .directive, .thematicBreak, .text, .softBreak, .lineBreak, .code, .html: true
    default: false
    }
  }
}

// Each of these is to be asked of nodes of the kinds named only.
extension Node {
  /// Of text, code, raw HTML, a footnote's label, or the number of a footnote reference.
  var literal: ByteView { unsafe ByteView(pointer.pointee.`as`.literal) }

  /// Of a code block: its text and its info string.
  var code: ByteView { unsafe ByteView(pointer.pointee.`as`.code.literal) }
  var isFenced: Bool { unsafe pointer.pointee.`as`.code.fenced != 0 }
  var info: ByteView { unsafe ByteView(pointer.pointee.`as`.code.info) }

  /// Of a link or image.
  var url: ByteView { unsafe ByteView(pointer.pointee.`as`.link.url) }
  var title: ByteView { unsafe ByteView(pointer.pointee.`as`.link.title) }

  /// Of a heading, 1 to 6.
  var level: Int { unsafe Int(pointer.pointee.`as`.heading.level) }

  /// Of a list.
  var isBulletList: Bool { unsafe pointer.pointee.`as`.list.list_type == CMARK_BULLET_LIST }
  var listStart: Int { unsafe Int(pointer.pointee.`as`.list.start) }
  /// Of a list, or of a block that shows a paragraph as no more than its text.
  var isTight: Bool { unsafe pointer.pointee.`as`.list.tight }

  /// Of a paragraph: whether it is written as its text alone.
  var isTightParagraph: Bool {
    guard let parent else { return false }
    if parent.kind == .block { return parent.isTight }
    return parent.parent.map { $0.kind == .list && $0.isTight } ?? false
  }

  /// Of an item; only the extension for task lists adopts items.
  var isTask: Bool { isExtended }
  var isDone: Bool { unsafe pointer.pointee.`as`.list.checked }

  /// Of a table row.
  var isHeaderRow: Bool { unsafe cmark_gfm_extensions_get_table_row_is_header(pointer) != 0 }

  /// Of a table: `l`, `c`, `r` or 0 for each column.
  var alignments: [UInt8] {
    let count = unsafe Int(cmark_gfm_extensions_get_table_columns(pointer))
    return unsafe Array(UnsafeBufferPointer(start: cmark_gfm_extensions_get_table_alignments(pointer), count: count))
  }

  /// Of a footnote reference: the definition, and which of the references to it this is, from 1.
  var footnoteDefinition: Node? { unsafe Node(pointer.pointee.parent_footnote_def) }
  var referenceNumber: Int { unsafe Int(pointer.pointee.footnote.ref_ix) }

  /// Of a footnote definition.
  var referenceCount: Int { unsafe Int(pointer.pointee.footnote.def_count) }
}
