import CCMarkGFM

/// The definition lists of PHP Markdown Extra: lines of terms, then `:` with a definition behind it.
///
/// Each line of the paragraph above is a term. A definition holds what is indented as far as its text.
extension Blocks {
  func openDefinition(at line: BlockLine) -> Node? {
    guard options.dialects.contains(.mkdocs), DefinitionList.goesOn(line) else { return nil }
    if let list = line.parent.blockIndex, case .definitions = blocks[list].extent {
      return addDefinition(to: line.parent, at: line, isTight: line.parent.lastChild?.endsBlank == false)
    }
    let isTight = line.parent.kind == .paragraph
    guard let paragraph = isTight ? line.parent : line.parent.lastChild, paragraph.kind == .paragraph,
      isTight || paragraph.endLine + 2 == line.number, !paragraph.mayBeDefinitions,
      let list = line.add(CMark.shared.block)
    else { return nil }
    adopt(list, as: Block(content: .definitionList, extent: .definitions))
    makeTerms(of: paragraph, in: list)
    return addDefinition(to: list, at: line, isTight: isTight)
  }

  private func addDefinition(to list: Node, at line: BlockLine, isTight: Bool) -> Node? {
    guard let node = line.add(CMark.shared.block, to: list) else { return nil }
    let columns = line.takeMarker(upTo: 4)
    adopt(node, as: Block(content: .definition, extent: .indented(columns, isLazy: true)))
    unsafe node.pointer.pointee.`as`.list.tight = isTight
    return node
  }

  /// Makes the lines of a paragraph the terms of a list.
  private func makeTerms(of paragraph: Node, in list: Node) {
    let lines = paragraph.contentLines
    unsafe cmark_node_unlink(paragraph.pointer)
    for (offset, line) in lines.enumerated() where !line.isEmpty {
      let column = offset == 0 ? paragraph.startColumn : 1
      append(line, at: (paragraph.startLine + offset, column), to: list)
    }
    discard(paragraph)
  }
}

/// What tells a definition from other lines.
enum DefinitionList {
  static func goesOn(_ line: BlockLine) -> Bool {
    let text = line.text
    return text.count > 2 && text[0] == UInt8(ascii: ":") && (text[1] == 0x20 || text[1] == 0x09)
  }
}

extension Node {
  /// Whether the last line in it was blank.
  fileprivate var endsBlank: Bool {
    unsafe UInt32(pointer.pointee.flags) & CMARK_NODE__LAST_LINE_BLANK.rawValue != 0
  }

  private var content: ByteView {
    let buffer = unsafe pointer.pointee.content
    return unsafe ByteView(UnsafeBufferPointer(start: buffer.ptr, count: Int(buffer.size)))
  }

  /// Whether a paragraph that is not yet closed may be reference definitions, and vanish as it closes.
  fileprivate var mayBeDefinitions: Bool {
    let content = content
    // No label is longer than a thousand bytes.
    return content.has("[", at: 0) && (0..<min(content.count, 1_004)).contains { content.has("]:", at: $0) }
  }

  /// The lines of a paragraph whose inlines are not yet read, without blanks at either end.
  fileprivate var contentLines: [String] {
    let content = content
    var lines: [String] = []
    var start = 0
    while start < content.count {
      let end = content.lineEnd(from: start)
      let first = content.endOfBlanks(from: start)
      lines.append(first < end ? content[first..<end].trimmedEnd.text : "")
      start = content.has("\r\n", at: end) ? end + 2 : end + 1
    }
    return lines
  }
}
