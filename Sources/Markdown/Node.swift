import Bytes
import CCMarkGFM

/// A node of the library's tree, read straight from its structure: the accessors would copy every text.
@safe struct Node: Equatable {
  enum Kind {
    case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak, footnoteDefinition
    case table, tableRow, tableCell
    case text, softBreak, lineBreak, code, html, emphasis, strong, strikethrough, link, image, footnoteReference
    /// None that this module's parses make.
    case other
  }

  let pointer: UnsafeMutablePointer<cmark_node>

  init(_ pointer: UnsafeMutablePointer<cmark_node>) { unsafe self.pointer = unsafe pointer }

  static func == (left: Node, right: Node) -> Bool { unsafe left.pointer == right.pointer }

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
    case 0x8006: .htmlBlock
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

  private var extensionKind: Kind {
    let library = CMark.shared
    return switch type {
    case library.table: .table
    case library.tableRow: .tableRow
    case library.tableCell: .tableCell
    case library.strikethrough: .strikethrough
    default: .other
    }
  }

  /// Whether the node can have no children, and so is entered but never left.
  var isLeaf: Bool {
    switch kind {
    case .codeBlock, .htmlBlock, .thematicBreak, .text, .softBreak, .lineBreak, .code, .html: true
    default: false
    }
  }
}

// Each of these is to be asked of nodes of the kinds named only.
extension Node {
  /// Of text, code, raw HTML, a footnote's label, or the number of a footnote reference.
  var literal: NodeText { unsafe NodeText(pointer.pointee.`as`.literal) }

  /// Of a code block: its text and its info string.
  var code: NodeText { unsafe NodeText(pointer.pointee.`as`.code.literal) }
  var info: NodeText { unsafe NodeText(pointer.pointee.`as`.code.info) }

  /// Of a link or image.
  var url: NodeText { unsafe NodeText(pointer.pointee.`as`.link.url) }
  var title: NodeText { unsafe NodeText(pointer.pointee.`as`.link.title) }

  /// Of a heading, 1 to 6.
  var level: Int { unsafe Int(pointer.pointee.`as`.heading.level) }

  /// Of a list.
  var isBulletList: Bool { unsafe pointer.pointee.`as`.list.list_type == CMARK_BULLET_LIST }
  var listStart: Int { unsafe Int(pointer.pointee.`as`.list.start) }
  var isTight: Bool { unsafe pointer.pointee.`as`.list.tight }

  /// Of an item; only the extension for task lists adopts items.
  var isTask: Bool { unsafe pointer.pointee.`extension` != nil }
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

/// Bytes of a node; they live as long as its tree does.
@safe struct NodeText {
  fileprivate let bytes: UnsafeBufferPointer<UInt8>

  fileprivate init(_ chunk: cmark_chunk) {
    unsafe bytes = unsafe UnsafeBufferPointer(start: chunk.data, count: chunk.data == nil ? 0 : Int(chunk.len))
  }

  var count: Int { unsafe bytes.count }
  var isEmpty: Bool { unsafe bytes.isEmpty }
  var text: String { unsafe String(decoding: bytes, as: UTF8.self) }

  @inline(__always)
  subscript(index: Int) -> UInt8 {
    precondition(index >= 0 && index < count)
    return unsafe bytes[index]
  }

  subscript(range: Range<Int>) -> NodeText { unsafe NodeText(UnsafeBufferPointer(rebasing: bytes[range])) }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { unsafe self.bytes = unsafe bytes }

  /// A copy that may outlive the tree.
  var array: [UInt8] { unsafe Array(bytes) }

  /// Whether `other` stands at an offset, which may lie outside.
  func has(_ other: String, at offset: Int) -> Bool {
    guard offset >= 0, offset + other.utf8.count <= count else { return false }
    return self[offset..<offset + other.utf8.count].elementsEqual(other.utf8)
  }

  /// Whether these are the letters of `other`, which is in lower case.
  func equalsIgnoringCase(_ other: String) -> Bool {
    unsafe bytes.lazy.map { $0 | 0x20 }.elementsEqual(other.utf8)
  }

  private func elementsEqual(_ other: some Sequence<UInt8>) -> Bool { unsafe bytes.elementsEqual(other) }

  /// Whether a character stands at an offset that may begin a host name: neither space nor punctuation.
  func beginsHost(at offset: Int) -> Bool {
    guard offset < count else { return false }
    var character: Int32 = 0
    let rest = unsafe UnsafeBufferPointer(rebasing: bytes[offset...])
    guard unsafe cmark_utf8proc_iterate(rest.baseAddress, Int32(rest.count), &character) > 0 else { return false }
    return cmark_utf8proc_is_space(character) == 0 && cmark_utf8proc_is_punctuation(character) == 0
  }

  /// What the named entity stands for whose `&` stands before these bytes, and its length without the `&`.
  var decodedEntity: (bytes: [UInt8], length: Int)? {
    var buffer = unsafe cmark_strbuf()
    unsafe cmark_strbuf_init(cmark_get_default_mem_allocator(), &buffer, 0)
    defer { unsafe cmark_strbuf_free(&buffer) }
    // No name is longer; the library would look at more of the text for each.
    let length = unsafe Int(houdini_unescape_ent(&buffer, bytes.baseAddress, Int32(min(count, 40))))
    guard length > 0 else { return nil }
    return unsafe (Array(UnsafeBufferPointer(start: buffer.ptr, count: Int(buffer.size))), length)
  }

  /// The text without white space at its end.
  var trimmedEnd: NodeText {
    var end = count
    while end > 0, isSpace(self[end - 1]) { end -= 1 }
    return self[0..<end]
  }

  func prefix(while isIncluded: (UInt8) -> Bool) -> NodeText {
    var end = 0
    while end < count, isIncluded(self[end]) { end += 1 }
    return self[0..<end]
  }
}

extension ByteBuffer {
  mutating func append(_ text: NodeText) { unsafe append(text.bytes) }

  mutating func append(_ text: NodeText, escaping escape: Escape) { unsafe append(text.bytes, escaping: escape) }
}
