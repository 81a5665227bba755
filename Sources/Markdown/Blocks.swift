import CCMarkGFM
import Diagnostics

/// The library's block extension for the constructs of all dialects, made for one parse.
///
/// The library asks it last about a line that might begin a block. It looks at the first byte of the line, and asks the
/// construct that begins with it: each is an extension of this class in a file of its own, with a function that opens a
/// block or returns nil, and a case of `Block.Content` for what it found. A new one is one more case in `open`.
@safe final class Blocks {
  let pointer: OpaquePointer
  let options: MarkdownOptions
  let source: SourceText
  /// What was found in the order that it was opened; nodes name their own by index.
  var blocks: [Block] = []
  /// Nodes that the parse needed, but that are no part of what was written.
  private(set) var discarded: [Node] = []
  var diagnostics: [Diagnostic] = []
  var embeds = EmbedLines()
  /// The line that left a block for want of indent, which no paragraph of that block goes on in.
  private var leavingLine = 0
  var closing = ClosingLine()
  /// Whether a container was left as text for want of a bound; it is told once.
  var isTooDeep = false
  var ends = EndLines()
  let containerNames: [String]

  /// - Returns: nil for plain GitHub Flavored Markdown, which has nothing to find.
  init?(options: MarkdownOptions, source: SourceText) {
    guard !options.dialects.isEmpty || !options.embeds.isEmpty,
      let pointer = unsafe cmark_syntax_extension_new("blocks")
    else { return nil }
    unsafe self.pointer = unsafe pointer
    self.options = options
    self.source = source
    containerNames = Blocks.containerNames(in: options.dialects)
    unsafe cmark_syntax_extension_set_open_block_func(pointer, openBlock)
    unsafe cmark_syntax_extension_set_match_block_func(pointer, continueBlock)
    unsafe cmark_syntax_extension_set_can_contain_func(pointer, canContain)
    unsafe cmark_syntax_extension_set_contains_inlines_func(pointer, containsInlines)
    unsafe cmark_syntax_extension_set_private(pointer, Unmanaged.passUnretained(self).toOpaque(), nil)
  }

  deinit { unsafe cmark_syntax_extension_free(cmark_get_default_mem_allocator(), pointer) }

  /// What stands behind the extension that the library hands to its functions.
  fileprivate static func of(_ pointer: OpaquePointer?) -> Blocks? {
    unsafe cmark_syntax_extension_get_private(pointer).map {
      unsafe Unmanaged<Blocks>.fromOpaque($0).takeUnretainedValue()
    }
  }

  // MARK: - Lines

  /// Opens the block that a line begins; nil where it begins none of these.
  fileprivate func open(at line: BlockLine) -> Node? {
    let dialects = options.dialects
    return switch line.firstByte {
    case UInt8(ascii: "!") where dialects.contains(.mkdocs), UInt8(ascii: "?") where dialects.contains(.mkdocs):
      openAdmonition(at: line)
    case UInt8(ascii: "=") where dialects.contains(.mkdocs): openTab(at: line)
    case UInt8(ascii: "/") where dialects.contains(.mkdocs): openSlashes(at: line)
    case UInt8(ascii: "-") where dialects.contains(.mkdocs), UInt8(ascii: ";") where dialects.contains(.mkdocs):
      openSnippet(at: line)
    case UInt8(ascii: "{") where dialects.contains(.mkdocs): openBraces(at: line)
    case UInt8(ascii: "[") where dialects.contains(.github): openAlert(at: line)
    case UInt8(ascii: ":"): openFile(at: line) ?? openColons(at: line)
    default: nil
    }
  }

  /// Whether a line goes on with an open block of these; takes the block's own part of it.
  fileprivate func goesOn(_ node: Node, at line: BlockLine) -> Bool {
    guard let index = node.blockIndex else { return false }
    switch blocks[index].extent {
    case .line: return node.startLine + 1 == line.number && line.indent < 4 && closesEmbed(line)
    case .lines(let end): return line.number <= end
    case .indented(let columns, _) where line.indent >= columns: line.take(columns: columns)
    case .indented where line.isBlank: line.takeBlanks()
    case .indented(_, let isLazy):
      if !isLazy { leavingLine = line.number }
      return false
    case .fenced(let fence): return goesOn(fence, node, index, at: line)
    // What is indented may belong to its last definition, and else to no other.
    case .definitions: return line.isBlank || line.indent >= 2 || DefinitionList.goesOn(line)
    }
    return true
  }

  /// Begins a paragraph with a line that fell out of a block by its indent: the library would take it for the next one
  /// of the paragraph that the block ends with.
  fileprivate func openParagraph(at line: BlockLine) -> Node? {
    leavingLine == line.number && !line.isBlank ? line.add(CMARK_NODE_PARAGRAPH) : nil
  }

  // MARK: - For the constructs

  /// Opens a block that holds others, and takes the rest of the line.
  ///
  /// - Parameter title: the part of the line's text that is the title, itself Markdown.
  func open(_ block: Block, at line: BlockLine, title: Range<Int>? = nil) -> Node? {
    guard let node = line.add(CMark.shared.block) else { return nil }
    adopt(node, as: block)
    if let title { append(title, of: line, to: node) }
    line.takeAll()
    return node
  }

  /// Opens a block that keeps its line as it is.
  ///
  /// As raw HTML the library does not take the line for the blank one that loosens a list.
  func openLine(_ block: Block, at line: BlockLine) -> Node? {
    guard let node = line.add(CMARK_NODE_HTML_BLOCK) else { return nil }
    adopt(node, as: block)
    if case .end = block.content { discard(node) }
    return node
  }

  /// Makes a node one of a block; the library still goes by its own rules for it.
  func register(_ node: Node, as block: Block) {
    node.setBlockIndex(blocks.count)
    blocks.append(block)
  }

  /// Makes a node one of a block that goes by the rules of this extension.
  func adopt(_ node: Node, as block: Block) {
    register(node, as: block)
    unsafe cmark_node_set_syntax_extension(node.pointer, pointer)
  }

  /// Has a node freed once the tree is there.
  func discard(_ node: Node) { discarded.append(node) }

  /// Appends a part of a line as inline Markdown in a node of its own.
  func append(_ range: Range<Int>, of line: BlockLine, to node: Node) {
    append(line.text[range].text, at: (line.number, line.start + range.lowerBound + 1), to: node)
  }

  func append(_ text: String, at place: (line: Int, column: Int), to node: Node) {
    guard let child = unsafe cmark_node_new_with_ext(CMark.shared.blockTitle, pointer) else { return }
    unsafe text.withCString { unsafe _ = cmark_node_set_string_content(child, $0) }
    unsafe child.pointee.start_line = Int32(place.line)
    unsafe child.pointee.end_line = Int32(place.line)
    unsafe child.pointee.start_column = Int32(place.column)
    unsafe cmark_node_append_child(node.pointer, child)
  }

  /// Where a part of a line's text stands in the source.
  func place(of range: Range<Int>, in line: BlockLine) -> Range<Int> {
    let start = source.start(ofLine: line.number) + line.start
    return start + range.lowerBound..<start + range.upperBound
  }

  func report(_ rule: Rule, _ message: String, _ range: Range<Int>, of line: BlockLine, help: String) {
    diagnostics.append(Diagnostic(rule, message, at: source.span(of: place(of: range, in: line)), help: help))
  }
}

// MARK: - Functions of the extension

private func openBlock(
  _ syntax: OpaquePointer?, _ isIndented: Int32, _ parser: OpaquePointer?, _ parent: UnsafeMutablePointer<cmark_node>?,
  _ input: UnsafeMutablePointer<UInt8>?, _ length: Int32
) -> UnsafeMutablePointer<cmark_node>? {
  guard let blocks = unsafe Blocks.of(syntax), let line = unsafe BlockLine(parser, input, length, in: parent) else {
    return nil
  }
  let node = isIndented == 0 ? blocks.open(at: line) : nil
  return unsafe (node ?? blocks.openParagraph(at: line))?.pointer
}

private func continueBlock(
  _ syntax: OpaquePointer?, _ parser: OpaquePointer?, _ input: UnsafeMutablePointer<UInt8>?, _ length: Int32,
  _ container: UnsafeMutablePointer<cmark_node>?
) -> Int32 {
  guard let blocks = unsafe Blocks.of(syntax), let line = unsafe BlockLine(parser, input, length, in: container) else {
    return 0
  }
  return blocks.goesOn(line.parent, at: line) ? 1 : 0
}

private func canContain(
  _ syntax: OpaquePointer?, _ node: UnsafeMutablePointer<cmark_node>?, _ child: cmark_node_type
) -> Int32 {
  guard let type = unsafe node?.pointee.type else { return 0 }
  let isBlock = child.rawValue & UInt32(CMARK_NODE_TYPE_MASK) == UInt32(CMARK_NODE_TYPE_BLOCK)
  if type == CMark.shared.block.rawValue { return isBlock && child != CMARK_NODE_ITEM ? 1 : 0 }
  return type == CMark.shared.blockTitle.rawValue && !isBlock ? 1 : 0
}

private func containsInlines(_ syntax: OpaquePointer?, _ node: UnsafeMutablePointer<cmark_node>?) -> Int32 {
  unsafe node?.pointee.type == UInt16(CMark.shared.blockTitle.rawValue) ? 1 : 0
}
