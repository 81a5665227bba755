/// Counts in one linear pass what would make a text too costly to parse.
///
/// It knows less of Markdown than the parser, and errs on one side: what it takes for code or for the end of a block is
/// so for the parser, too.
struct HostileScan {
  private let text: ByteView
  private var line = 0
  private var block = BlockCounts()
  private var file = FileCounts()
  private var code = CodeTracker()
  private var table = TableTracker()
  private var depth = 0
  private var followsBlank = true

  private struct FileCounts {
    var brackets = 0
    var urls = 0
    var ats = 0
    var cells = 0
    var nesting = 0
    var mayDefine = false
  }

  private struct BlockCounts {
    var start = 0
    var brackets = 0
    var urls = 0
    var ats = 0
    var unclosed = Openers()

    mutating func add(_ inlines: InlineCounts) {
      brackets += inlines.brackets
      urls += inlines.urls
      ats += inlines.ats
      unclosed.add(inlines.unclosed)
    }
  }

  /// The first count beyond its limit; nil for a text that may be parsed.
  static func excess(in source: SourceText) -> Excess? {
    if let excess = Excess(.file, source.bytes.count, line: 1) { return excess }
    var scan = HostileScan(text: source.bytes)
    return scan.run(source)
  }

  private init(text: ByteView) { self.text = text }

  private mutating func run(_ source: SourceText) -> Excess? {
    for number in 1...source.lineCount {
      line = number
      if let excess = scan(source.contents(ofLine: number)) { return excess }
    }
    guard file.mayDefine else { return nil }
    return Excess(.expansion(fileSize: text.count), ReferenceExpansion.bytes(in: text), line: 1)
  }

  // MARK: - Lines

  private mutating func scan(_ range: Range<Int>) -> Excess? {
    guard !code.contains(text, line: range) else {
      block = BlockCounts(start: range.upperBound)
      followsBlank = true
      return nil
    }
    let shape = LineShape(text, range)
    if shape.endsBlock { block = BlockCounts(start: range.lowerBound) }
    let excess = countNesting(shape) ?? countInlines(range, shape)
    followsBlank = shape.isBlank
    return excess
  }

  private mutating func countNesting(_ shape: LineShape) -> Excess? {
    if !shape.isBlank { depth = followsBlank ? shape.depth : max(depth, shape.depth) }
    file.nesting += depth
    return Excess(.markers, shape.markers, line: line)
      ?? Excess(.footnotes, shape.footnotes, line: line)
      ?? Excess(.nesting, file.nesting, line: line)
  }

  private mutating func countInlines(_ range: Range<Int>, _ shape: LineShape) -> Excess? {
    guard !shape.isBlank else {
      table = TableTracker()
      return nil
    }
    var inlines = InlineCounts(text, range)
    inlines.count()
    if table.isRow(text, range) { block = BlockCounts(start: range.lowerBound) }
    file.cells += table.add(text, range, shape: shape, pipes: inlines.pipes, isFirst: followsBlank)
    block.add(inlines)
    file.brackets += inlines.brackets
    file.urls += inlines.urls
    file.ats += inlines.ats
    file.mayDefine = file.mayDefine || inlines.mayDefine
    return excess(of: inlines) ?? excessOfBlock(endingAt: range.upperBound) ?? excessOfFile
  }

  private func excess(of inlines: InlineCounts) -> Excess? {
    Excess(.columns, max(table.columns, inlines.pipes - 1), line: line)
      ?? Excess(.cells, table.cells, line: line)
      ?? Excess(.delimiters, inlines.longestDelimiterRun, line: line)
      ?? Excess(.parentheses, inlines.longestParenthesisRun, line: line)
      ?? Excess(.encodedCarets, inlines.encodedCarets, line: line)
  }

  private func excessOfBlock(endingAt end: Int) -> Excess? {
    Excess(.block, end - block.start, line: line)
      ?? Excess(.bracketsInBlock, block.brackets, line: line)
      ?? Excess(.urlsInBlock, block.urls, line: line)
      ?? Excess(.atsInBlock, block.ats, line: line)
      ?? Excess(.unclosed, block.unclosed.highest, line: line)
  }

  private var excessOfFile: Excess? {
    Excess(.bracketsInFile, file.brackets, line: line)
      ?? Excess(.urlsInFile, file.urls, line: line)
      ?? Excess(.atsInFile, file.ats, line: line)
      ?? Excess(.cellsInFile(fileSize: text.count), file.cells, line: line)
  }
}

/// Beginnings of HTML that the library scans to the end of the block for, once for each.
struct Openers {
  var instructions = 0
  var declarations = 0
  var sections = 0
  var comments = 0

  var highest: Int { max(instructions, declarations, sections, comments) }

  mutating func add(_ other: Openers) {
    instructions += other.instructions
    declarations += other.declarations
    sections += other.sections
    comments += other.comments
  }
}

/// What one line has of the things that inline parsing takes its time with.
struct InlineCounts {
  private static let counted = ByteSet(")*.:<>@[]_`|~")

  private let text: ByteView
  private let range: Range<Int>
  private var run = (byte: UInt8(0), end: 0, length: 0)
  private(set) var brackets = 0
  private(set) var encodedCarets = 0
  private(set) var urls = 0
  private(set) var ats = 0
  private(set) var pipes = 0
  private(set) var longestDelimiterRun = 0
  private(set) var longestParenthesisRun = 0
  /// Not ended on the line.
  private(set) var unclosed = Openers()
  private(set) var mayDefine = false

  init(_ text: ByteView, _ range: Range<Int>) {
    self.text = text
    self.range = range
  }

  mutating func count() {
    let counted = InlineCounts.counted
    for index in range where counted.contains(text[index]) { count(text[index], at: index) }
  }

  private mutating func count(_ byte: UInt8, at index: Int) {
    switch byte {
    case UInt8(ascii: "["):
      brackets += 1
      if isEncodedCaret(at: index + 1) { encodedCarets += 1 }
    case UInt8(ascii: "]"): mayDefine = mayDefine || text.has(":", at: index + 1)
    case UInt8(ascii: "@"): ats += 1
    case UInt8(ascii: ":"): if text.has("://", at: index) { urls += 1 }
    case UInt8(ascii: "."):
      if index >= 3, text[index - 1] == UInt8(ascii: "w"), text.has("www", at: index - 3) { urls += 1 }
    case UInt8(ascii: "|"): if index == range.lowerBound || text[index - 1] != UInt8(ascii: "\\") { pipes += 1 }
    case UInt8(ascii: ")"): longestParenthesisRun = max(longestParenthesisRun, extendRun(of: byte, at: index))
    case UInt8(ascii: "<"): open(at: index)
    case UInt8(ascii: ">"): close(at: index)
    default: longestDelimiterRun = max(longestDelimiterRun, extendRun(of: byte, at: index))
    }
  }

  private mutating func extendRun(of byte: UInt8, at index: Int) -> Int {
    run = (byte, index + 1, run.byte == byte && run.end == index ? run.length + 1 : 1)
    return run.length
  }

  private mutating func open(at index: Int) {
    if text.has("<?", at: index) { unclosed.instructions += 1 }
    if text.has("<![CDATA[", at: index) { unclosed.sections += 1 }
    if text.has("<!--", at: index) { unclosed.comments += 1 }
    if text.has("<!", at: index), index + 2 < text.count, isLetter(text[index + 2]) { unclosed.declarations += 1 }
  }

  private mutating func close(at index: Int) {
    unclosed.declarations = 0
    if text.has("?>", at: index - 1) { unclosed.instructions = 0 }
    if text.has("]]>", at: index - 2) { unclosed.sections = 0 }
    if text.has("-->", at: index - 2) { unclosed.comments = 0 }
  }

  private func isEncodedCaret(at index: Int) -> Bool {
    guard text.has("&", at: index), let reference = Entities.reference(in: text, at: index) else { return false }
    return reference.bytes == [UInt8(ascii: "^")]
  }
}
