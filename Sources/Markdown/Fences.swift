import CCMarkGFM
import Diagnostics

/// What holds a container open, `:::` or `///`, until a line of the same bytes closes it.
struct Fence {
  let byte: UInt8
  let count: Int
  /// How many containers it stands in, itself included.
  let depth: Int
  /// Where its first line stands in the source, without blanks at either end.
  let opener: Range<Int>
  var isClosed = false
  /// The line up to which options may stand, each on a line of its own; 0 where none may.
  var optionLine = 0

  /// How many bytes a line has that closes fences; nil for any other line.
  static func closing(_ line: BlockLine, _ byte: UInt8) -> Int? {
    guard line.indent < 4, line.firstByte == byte else { return nil }
    let text = line.text
    return text.count >= 3 && text.prefix { $0 == byte }.count == text.count ? text.count : nil
  }
}

/// Which container a closing line closes: worked out once a line, by the outermost container that meets it.
struct ClosingLine {
  var number = 0
  var node: Node?
}

extension Blocks {
  /// Opens a container unless too many are open: each line is held against all that are.
  func openFenced(
    _ content: Block.Content, at line: BlockLine, count: Int, title: Range<Int>? = nil, takesOptions: Bool = false
  ) -> Node? {
    let depth = depth(of: line.parent) + 1
    let opener = place(of: 0..<line.text.count, in: line)
    if let excess = Excess(.containers, depth, line: line.number) {
      if !isTooDeep { diagnostics.append(excess.diagnostic(at: source.span(of: opener))) }
      isTooDeep = true
      return nil
    }
    var fence = Fence(byte: line.firstByte, count: count, depth: depth, opener: opener)
    if takesOptions { fence.optionLine = line.number + 1 }
    return open(Block(content: content, extent: .fenced(fence)), at: line, title: title)
  }

  private func depth(of node: Node) -> Int {
    var next: Node? = node
    while let node = next {
      if let index = node.blockIndex, case .fenced(let fence) = blocks[index].extent { return fence.depth }
      next = node.parent
    }
    return 0
  }

  /// Whether a line goes on with an open container.
  func goesOn(_ fence: Fence, _ node: Node, _ index: Int, at line: BlockLine) -> Bool {
    guard !fence.isClosed else { return false }
    if fence.optionLine == line.number, takeOption(at: line, of: index) { return true }
    guard let count = Fence.closing(line, fence.byte) else { return true }
    if closing.number != line.number {
      closing = ClosingLine(number: line.number, node: container(closedBy: count, fence.byte, at: line, from: node))
    }
    guard closing.node == node else { return true }
    var closed = fence
    closed.isClosed = true
    blocks[index].extent = .fenced(closed)
    return false
  }

  /// The container that a closing line closes, among the open ones from `outermost` inwards.
  ///
  /// The innermost of as many bytes is meant; where there is none, the innermost of fewer colons. A line of code closes
  /// nothing. An item or an admonition on the way must be one that the line's indent belongs to.
  private func container(closedBy count: Int, _ byte: UInt8, at line: BlockLine, from outermost: Node) -> Node? {
    var indent = line.indent
    var found: (node: Node, isExact: Bool)?
    var next: Node? = outermost
    while let node = next {
      if node.isVerbatim { return nil }
      if let index = node.blockIndex, case .fenced(let fence) = blocks[index].extent {
        let isExact = fence.count == count
        let isCloser = isExact || fence.count < count && byte == UInt8(ascii: ":") && found?.isExact != true
        if fence.byte == byte, isCloser, indent < 4 { found = (node, isExact) }
      }
      indent -= neededIndent(of: node)
      guard indent >= 0 else { break }
      next = node.lastChild.flatMap { $0.isOpen ? $0 : nil }
    }
    return found?.node
  }

  /// The columns that an open block takes of each of its lines; more than any line has where it takes other bytes.
  private func neededIndent(of node: Node) -> Int {
    if let index = node.blockIndex {
      switch blocks[index].extent {
      case .fenced, .definitions: return 0
      case .indented(let columns, _): return columns
      case .line, .lines: return .max
      }
    }
    return switch node.kind {
    case .list: 0
    case .item: node.itemIndent
    case .footnoteDefinition: 4
    default: .max
    }
  }

  /// Opens the block that stands for the line that closed a container.
  func openEnd(at line: BlockLine) -> Node? {
    guard closing.number == line.number, closing.node != nil else { return nil }
    return openLine(Block(content: .end, extent: .line), at: line)
  }

  /// Reports the containers that nothing closed.
  func reportUnclosed() {
    for block in blocks {
      guard case .fenced(let fence) = block.extent, !fence.isClosed else { continue }
      let marker = String(repeating: Character(Unicode.Scalar(fence.byte)), count: fence.count)
      diagnostics.append(
        Diagnostic(
          .unclosedContainer, "no line '\(marker)' closes this container", at: source.span(of: fence.opener),
          help: "Write '\(marker)' alone on a line where it ends."))
    }
  }
}

extension Node {
  /// Whether lines may still be added to it.
  fileprivate var isOpen: Bool { unsafe UInt32(pointer.pointee.flags) & CMARK_NODE__OPEN.rawValue != 0 }

  /// Whether its lines are no Markdown, whatever they hold: of fenced code, or of HTML that ends with a tag or mark.
  fileprivate var isVerbatim: Bool {
    switch kind {
    case .codeBlock: unsafe pointer.pointee.`as`.code.fenced != 0
    case .htmlBlock: unsafe pointer.pointee.`as`.html_block_type < 6
    default: false
    }
  }

  /// Of an item: the columns of its marker with the blanks around it.
  fileprivate var itemIndent: Int {
    unsafe Int(pointer.pointee.`as`.list.marker_offset + pointer.pointee.`as`.list.padding)
  }
}
