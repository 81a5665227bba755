import Bytes

/// Writes the nodes of a program for one value.
struct Renderer {
  private let program: Program
  /// What sections stand on, innermost last.
  private var scopes: [Value]
  private var frames = Frames()
  /// Prepended to each line of the source that is being rendered.
  private var indentation: [UInt8] = []
  /// Whether the next line to begin goes on where something was written already.
  private var isWithinLine = false
  private var depth = 0
  /// Whether the depth was exceeded.
  ///
  /// Nothing is called any more then: what calls itself twice would else double at each of the levels.
  private var isExhausted = false

  init(_ program: Program, root: Value) {
    self.program = program
    scopes = [root]
    scopes.reserveCapacity(16)
  }

  mutating func render(_ range: Range<Int>, into buffer: inout ByteBuffer) {
    var index = range.lowerBound
    while index < range.upperBound {
      switch program.nodes[index] {
      case .text(let range):
        writeText(range, into: &buffer)
      case .lineStart:
        if !indentation.isEmpty { beginLine(in: &buffer) }
      case .variable(let name, let isRaw):
        write(value(of: name), isRaw: isRaw, into: &buffer)
      case .section(let name, let end):
        renderSection(value(of: name), index + 1..<end, into: &buffer)
        index = end
        continue
      case .inverted(let name, let end):
        if !value(of: name).isTruthy { render(index + 1..<end, into: &buffer) }
        index = end
        continue
      case .partial(let call):
        renderCall(call, into: &buffer)
      case .parent(let call, let end):
        renderCall(call, into: &buffer)
        index = end
        continue
      case .block(let block, let end):
        renderBlock(block, default: index + 1..<end, into: &buffer)
        index = end
        continue
      }
      index += 1
    }
  }

  // MARK: Values

  private func value(of name: Int) -> Value {
    let path = program.paths[name]
    guard let first = path.first else { return scopes[scopes.count - 1] }
    var value = innermost(program.hashes[first])
    for index in path.dropFirst() { value = value.field(program.hashes[index]) ?? .none }
    return value
  }

  private func innermost(_ hash: Int) -> Value {
    for index in scopes.indices.reversed() {
      if let value = scopes[index].field(hash) { return value }
    }
    return .none
  }

  private func write(_ value: Value, isRaw: Bool, into buffer: inout ByteBuffer) {
    switch value {
    case .text(let text):
      if isRaw { writeRaw(text, into: &buffer) } else { buffer.append(text, escaping: .attribute) }
    case .phrase(let wording): buffer.append(program.phrases.text(of: wording.phrase), escaping: .attribute)
    case .html(let fragment): buffer.append(fragment.bytes)
    case .flag(let flag): buffer.append(flag ? "true" : "false")
    case .none, .list, .record: break
    }
  }

  /// NUL is for the marks of slots alone.
  private func writeRaw(_ text: String, into buffer: inout ByteBuffer) {
    for byte in text.utf8 {
      if byte == 0 { buffer.append("\u{FFFD}") } else { buffer.append(byte) }
    }
  }

  // MARK: Sections

  private mutating func renderSection(_ value: Value, _ body: Range<Int>, into buffer: inout ByteBuffer) {
    switch value {
    case .list(let items):
      for item in items { render(body, on: item, into: &buffer) }
    case .flag(let flag):
      if flag { render(body, into: &buffer) }
    default:
      if value.isTruthy { render(body, on: value, into: &buffer) }
    }
  }

  private mutating func render(_ body: Range<Int>, on scope: Value, into buffer: inout ByteBuffer) {
    scopes.append(scope)
    render(body, into: &buffer)
    scopes.removeLast()
  }

  // MARK: Partials, parents and blocks

  // Not inlined, like `renderBlock`: what it needs of the stack would be taken at each section too.
  @inline(never)
  private mutating func renderCall(_ index: Int, into buffer: inout ByteBuffer) {
    guard let target = program.calls[index].target, descend() else { return }
    let outer = (frames, indentation)
    if !program.calls[index].arguments.isEmpty { frames = frames.entering(index, in: program) }
    if let own = program.calls[index].indentation {
      indentation += own
    } else {
      indentation = []
      isWithinLine = false
    }
    render(program.templates[target].body, into: &buffer)
    (frames, indentation) = outer
    depth -= 1
  }

  @inline(never)
  private mutating func renderBlock(_ index: Int, default body: Range<Int>, into buffer: inout ByteBuffer) {
    let block = program.blocks[index]
    guard let argument = frames.argument(for: block.name, in: program) else { return render(body, into: &buffer) }
    guard descend() else { return }
    let outer = (frames, indentation)
    frames = argument.frames
    indentation += block.indentation
    isWithinLine = block.isWithinLine && !indentation.isEmpty
    render(argument.body, into: &buffer)
    isWithinLine = false
    (frames, indentation) = outer
    depth -= 1
  }

  private mutating func descend() -> Bool {
    guard !isExhausted, depth < Program.maximumDepth else {
      isExhausted = true
      return false
    }
    depth += 1
    return true
  }

  // MARK: Text

  private mutating func beginLine(in buffer: inout ByteBuffer) {
    if !isWithinLine { buffer.append(indentation) }
    isWithinLine = false
  }

  private func writeText(_ range: Range<Int>, into buffer: inout ByteBuffer) {
    if indentation.isEmpty {
      program.text.withUnsafeBufferPointer { buffer.append(UnsafeBufferPointer(rebasing: $0[range])) }
    } else {
      writeIndented(program.text[range], into: &buffer)
    }
  }

  /// The first line is begun by a node of its own, and so is what follows the last line end.
  private func writeIndented(_ text: ArraySlice<UInt8>, into buffer: inout ByteBuffer) {
    var rest = text
    while let end = rest.firstIndex(of: newline), end + 1 < rest.endIndex {
      buffer.append(rest[...end])
      buffer.append(indentation)
      rest = rest[(end + 1)...]
    }
    buffer.append(rest)
  }
}
