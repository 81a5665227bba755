import Diagnostics

/// Finds where in the source a destination stands that the tree holds.
///
/// The library's columns are wrong in tables, after line breaks and in nested blocks, and it gives none for reference
/// definitions. So the source of a block is read side by side with its nodes, as far as the next destination asked
/// for: blocks without links cost nothing, and each block is read once. Ask in the order of the text.
struct Locator {
  let source: SourceText
  private var block: Node?
  private var walk: TreeWalk?
  private var reader: SourceReader
  /// Text or HTML that was entered, and how much of it was read.
  private var partlyRead: (node: Node, offset: Int)?
  private var brackets: [Bracket] = []
  /// Of the link whose destination was asked for last; nil for an autolink and where it is not known.
  private(set) var linkText: Range<Int>?
  private var cells = RowCells()
  /// The last line that a comment was about, by which findings are left out.
  var lastIgnoredLine = 0
  private lazy var definitions = Definitions(of: source.bytes)

  /// What a link that was entered begins with in the source.
  private enum Bracket {
    /// `[`, with the offset after it.
    case square(Int)
    /// `<`, with the destination up to `>`.
    case angle(Range<Int>)
    case notFound
  }

  init(_ source: SourceText) {
    self.source = source
    reader = SourceReader(source.bytes, 0..<0)
  }

  /// Makes a paragraph, heading, table cell or HTML block the one that is asked about.
  mutating func begin(_ block: Node) {
    self.block = block
    walk = nil
    partlyRead = nil
  }

  /// Where the destination of a link or image stands that is about to be left.
  mutating func destination(of link: Node) -> SourceSpan {
    readUp(to: .leave, link)
    linkText = nil
    return source.span(of: closeBracket(of: link) ?? reader.fallback)
  }

  /// Where a part of a node of text or HTML stands.
  mutating func place(of range: Range<Int>, in node: Node) -> SourceSpan {
    source.span(of: sourceRange(of: range, in: node) ?? reader.fallback)
  }

  /// Where a byte of a text begins in the source, which is a backslash or an entity's `&` if it was escaped; nil where the
  /// way to it was lost.
  mutating func offset(of index: Int, in node: Node) -> Int? {
    sourceRange(of: index..<index + 1, in: node)?.lowerBound
  }

  private mutating func sourceRange(of range: Range<Int>, in node: Node) -> Range<Int>? {
    if partlyRead?.node != node {
      readUp(to: .enter, node)
      partlyRead = (node, 0)
    }
    readText(upTo: range.lowerBound)
    if !range.isEmpty { reader.readUp(to: node.literal, at: range.lowerBound) }
    let start = reader.position
    readText(upTo: range.upperBound)
    return reader.isLost ? nil : start..<reader.position
  }

  // MARK: - Reading along

  private mutating func readUp(to event: TreeWalk.Event, _ node: Node) {
    finishText()
    if walk == nil { start() }
    while let step = walk?.next() {
      if step.event == event, step.node == node { return }
      read(step.node, step.event)
    }
  }

  private mutating func start() {
    guard let block else { return }
    walk = TreeWalk(block)
    brackets = []
    reader = SourceReader(source.bytes, extent(of: block))
    switch block.kind {
    case .heading: reader.skip(UInt8(ascii: "#"))
    case .paragraph: reader.skipDefinitions()
    default: break
    }
  }

  private mutating func extent(of block: Node) -> Range<Int> {
    if block.kind == .tableCell { return cells.extent(of: block, in: source) }
    // The text before a table that was split off its paragraph has no place; the table has the paragraph's.
    let placed = block.startLine > 0 ? block : block.next ?? block
    let start = source.start(ofLine: max(placed.startLine, 1))
    // The library leaves the line out that a block of HTML ends with, as a comment does.
    let ownEnd = block.kind == .htmlBlock ? placed.startLine + block.literal.lineEndCount : placed.endLine
    let end = source.end(ofLine: max(ownEnd, placed.startLine))
    return min(start + max(placed.startColumn - 1, 0), end)..<end
  }

  private mutating func read(_ node: Node, _ event: TreeWalk.Event) {
    switch (node.kind, event) {
    case (.text, _): reader.read(node.literal)
    case (.html, _), (.htmlBlock, _): reader.read(verbatim: node.literal)
    case (.code, _): reader.readCode()
    case (.softBreak, _), (.lineBreak, _): reader.readLineEnd()
    case (.footnoteReference, .enter): reader.readFootnoteReference()
    case (.link, .enter), (.image, .enter): openBracket(of: node)
    case (.link, .leave), (.image, .leave): _ = closeBracket(of: node)
    default: break
    }
  }

  private mutating func readText(upTo offset: Int) {
    guard let (node, start) = partlyRead, offset > start else { return }
    let part = node.literal[start..<offset]
    if node.kind == .text { reader.read(part) } else { reader.read(verbatim: part) }
    partlyRead = (node, offset)
  }

  private mutating func finishText() {
    guard let (node, _) = partlyRead else { return }
    readText(upTo: node.literal.count)
    partlyRead = nil
  }

  // MARK: - Links

  private mutating func openBracket(of link: Node) {
    if reader.readOpening(UInt8(ascii: "[")) {
      brackets.append(.square(reader.position))
    } else if reader.readOpening(UInt8(ascii: "<")) {
      brackets.append(.angle(reader.readAutolink()))
      // Its text is the destination, which was read.
      if let text = link.firstChild, walk?.next()?.node != text { reader.loseTrack() }
    } else {
      reader.loseTrack()
      brackets.append(.notFound)
    }
  }

  private mutating func closeBracket(of link: Node) -> Range<Int>? {
    switch brackets.popLast() {
    case .angle(let destination): return destination
    case .square(let start): return closeSquareBracket(of: link, from: start)
    case .notFound, nil: return reader.search(for: link.url)
    }
  }

  private mutating func closeSquareBracket(of link: Node, from start: Int) -> Range<Int>? {
    guard reader.readOpening(UInt8(ascii: "]")) else {
      reader.loseTrack()
      return reader.search(for: link.url)
    }
    linkText = start..<reader.position - 1
    let text = source.bytes[start..<reader.position - 1]
    if let destination = reader.readInlineDestination(link.url) { return destination }
    let label = reader.readLabel() ?? text
    return definitions.destination(link.url, label: label)
  }
}
