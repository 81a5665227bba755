/// Turns the tags of one source into nodes at the end of a program.
///
/// White space follows the Mustache specification: a tag alone on its line takes the line with it; a partial or parent
/// alone on its line hands its indentation on; an argument loses the indentation of its first line and takes on that of
/// the block it is rendered for.
struct Emitter {
  private let source: SourceText
  private let tags: [Tag]
  private let ends: [Int: Int]
  private(set) var program: Program
  /// Where the text that is not yet emitted begins.
  private var cursor = 0
  /// Whether the text at the cursor is the first of an argument, which counts as the start of a line.
  private var isArgumentStart = false
  /// What the lines of the argument that is being emitted lose.
  private var dedent: Range<Int> = 0..<0

  init(_ source: SourceText, _ tags: [Tag], _ ends: [Int: Int], into program: Program) {
    self.source = source
    self.tags = tags
    self.ends = ends
    self.program = program
    emit(tags.indices)
    emitText(upTo: source.bytes.count)
  }

  private mutating func emit(_ indices: Range<Int>) {
    var index = indices.lowerBound
    while index < indices.upperBound {
      emit(tags[index], at: index)
      index = (ends[index] ?? index) + 1
    }
  }

  private mutating func emit(_ tag: Tag, at index: Int) {
    switch tag.kind {
    case .variable: emitVariable(tag, isRaw: false)
    case .raw, .tripleRaw: emitVariable(tag, isRaw: true)
    case .section: emitSection(tag, at: index) { .section(name: $0, end: $1) }
    case .inverted: emitSection(tag, at: index) { .inverted(name: $0, end: $1) }
    case .partial: emitPartial(tag)
    case .parent: emitParent(tag, at: index)
    case .block: emitBlock(tag, at: index)
    case .comment, .delimiters, .end: pass(tag)
    }
  }

  private mutating func emitVariable(_ tag: Tag, isRaw: Bool) {
    passWithinLine(tag.range)
    guard let name = addName(tag) else { return }
    program.nodes.append(.variable(name: name, isRaw: isRaw))
  }

  private mutating func emitSection(_ tag: Tag, at index: Int, _ node: (_ name: Int, _ end: Int) -> Program.Node) {
    pass(tag)
    guard let name = addName(tag) else { return }
    emitBody(at: index) { node(name, $0) }
  }

  private mutating func emitPartial(_ tag: Tag) {
    let blanks = pass(tag)
    program.nodes.append(.partial(call: addCall(tag, ["partials/" + tag.name], indentation: blanks)))
  }

  /// Emits the tags between an opening tag and its end tag, and passes the latter.
  private mutating func emitBody(at index: Int, _ node: (_ end: Int) -> Program.Node) {
    guard let end = ends[index] else { return }
    let position = program.nodes.count
    program.nodes.append(node(position))
    emit(index + 1..<end)
    pass(tags[end])
    program.nodes[position] = node(program.nodes.count)
  }

  // MARK: Inheritance

  /// A parent counts as one tag from its opening to its end, since nothing but arguments matters in between.
  private mutating func emitParent(_ tag: Tag, at index: Int) {
    guard let end = ends[index] else { return }
    let unit = tag.range.lowerBound..<tags[end].range.upperBound
    let blanks = pass(unit)
    let resume = cursor
    let candidates = ["layouts/" + tag.name, "partials/" + tag.name]
    let call = addCall(tag, candidates, indentation: blanks)
    let position = program.nodes.count
    program.nodes.append(.parent(call: call, end: position))
    var inner = index + 1
    while inner < end {
      if tags[inner].kind == .block { emitArgument(at: inner, of: call) }
      inner = (ends[inner] ?? inner) + 1
    }
    program.nodes[position] = .parent(call: call, end: program.nodes.count)
    cursor = resume
    isArgumentStart = false
  }

  private mutating func emitArgument(at index: Int, of call: Int) {
    guard let end = ends[index] else { return }
    let outer = dedent
    let nextLine = source.nextLine(after: tags[index].range.upperBound)
    cursor = nextLine ?? tags[index].range.upperBound
    let endTag = tags[end].range.lowerBound
    let textEnd = source.blanks(before: endTag)?.lowerBound ?? endTag
    dedent = indentation(of: tags[index], contentFrom: nextLine, upTo: textEnd)
    isArgumentStart = true
    let start = program.nodes.count
    emit(index + 1..<end)
    emitText(upTo: textEnd)
    program.calls[call].arguments.append(
      Program.Argument(block: addBlockName(tags[index].name), body: start..<program.nodes.count))
    dedent = outer
  }

  private mutating func emitBlock(_ tag: Tag, at index: Int) {
    guard let end = ends[index] else { return }
    let isStandalone = pass(tag) != nil
    let blanks = indentation(
      of: tag, contentFrom: isStandalone ? cursor : nil, upTo: tags[end].range.lowerBound)
    program.blocks.append(
      Program.Block(
        name: addBlockName(tag.name), indentation: Array(source.bytes[withoutDedent(blanks)]),
        isWithinLine: !isStandalone))
    let block = program.blocks.count - 1
    emitBody(at: index) { .block(block: block, end: $0) }
  }

  /// What the lines of a block are indented by: as its first line if that is not the tag's own, else as the tag's line.
  private func indentation(of tag: Tag, contentFrom start: Int?, upTo end: Int) -> Range<Int> {
    start.flatMap { source.firstIndentation(from: $0, upTo: end) }
      ?? source.blanks(before: tag.range.lowerBound) ?? 0..<0
  }

  // MARK: Text

  /// Emits the text before a tag, and the tag's line with it if it stands alone there.
  ///
  /// - Returns: the blanks before a tag that stands alone on its line.
  @discardableResult
  private mutating func pass(_ tag: Tag) -> Range<Int>? {
    pass(tag.range)
  }

  private mutating func pass(_ range: Range<Int>) -> Range<Int>? {
    guard let blanks = source.blanks(before: range.lowerBound), let next = source.nextLine(after: range.upperBound)
    else {
      passWithinLine(range)
      return nil
    }
    emitText(upTo: blanks.lowerBound)
    cursor = next
    isArgumentStart = false
    return blanks
  }

  private mutating func passWithinLine(_ range: Range<Int>) {
    let beginsLine = source.isLineStart(range.lowerBound) && range.lowerBound > cursor
    let isFirst = range.lowerBound == cursor && (isArgumentStart || source.isLineStart(cursor))
    emitText(upTo: range.lowerBound)
    if beginsLine || isFirst { program.nodes.append(.lineStart) }
    cursor = range.upperBound
    isArgumentStart = false
  }

  /// Emits the text from the cursor up to an offset, each line without the indentation that it is to lose.
  private mutating func emitText(upTo end: Int) {
    guard cursor < end else { return }
    if isArgumentStart || source.isLineStart(cursor) { program.nodes.append(.lineStart) }
    isArgumentStart = false
    let start = program.text.count
    while cursor < end {
      if source.isLineStart(cursor) { cursor = withoutDedent(cursor..<end).lowerBound }
      let lineEnd = source.bytes[cursor..<end].firstIndex(of: newline).map { $0 + 1 } ?? end
      for byte in source.bytes[cursor..<lineEnd] { addText(byte) }
      cursor = lineEnd
    }
    program.nodes.append(.text(start..<program.text.count))
  }

  /// NUL is for the marks of slots alone.
  private mutating func addText(_ byte: UInt8) {
    if byte == 0 { program.text += "\u{FFFD}".utf8 } else { program.text.append(byte) }
  }

  /// A line without as much of the indentation to lose as it has.
  private func withoutDedent(_ line: Range<Int>) -> Range<Int> {
    let common = zip(source.bytes[line], source.bytes[dedent]).prefix { $0 == $1 }.count
    return line.lowerBound + common..<line.upperBound
  }

  // MARK: Tables

  private mutating func addName(_ tag: Tag) -> Int? {
    guard let name = Name(tag.name) else { return nil }
    program.names.append(name)
    program.nameSpans.append(source.span(tag.content))
    program.paths.append(program.hashes.count..<program.hashes.count + name.keys.count)
    program.hashes += name.keys.map(\.hash)
    return program.names.count - 1
  }

  private mutating func addCall(_ tag: Tag, _ candidates: [String], indentation: Range<Int>?) -> Int {
    program.calls.append(
      Program.Call(
        candidates: candidates, name: tag.name, span: source.span(tag.content),
        indentation: indentation.map { Array(source.bytes[withoutDedent($0)]) }))
    return program.calls.count - 1
  }

  private mutating func addBlockName(_ name: String) -> Int {
    if let number = program.blockNames[name] { return number }
    program.blockNames[name] = program.blockNames.count
    return program.blockNames.count - 1
  }
}
