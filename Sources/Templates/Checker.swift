import Diagnostics

/// Walks a template as rendering would, with shapes in place of values.
struct Checker {
  private(set) var diagnostics: [Diagnostic] = []
  private let program: Program
  /// What sections stand on, innermost last.
  ///
  /// Of equal shapes only the innermost is kept: the others answer nothing that it does not, and so recursive partials
  /// come back to a visit that was made.
  private var scopes: [Shape]
  private var frames = Frames()
  private var depth = 0
  private var visits: Set<Visit> = []
  private var reported: Set<Report> = []

  private struct Visit: Hashable {
    let template: Int
    let scopes: [Shape]
    let frames: Frames
  }

  private struct Report: Hashable {
    let rule: Rule
    let span: SourceSpan
  }

  init(_ program: Program, root: Shape) {
    self.program = program
    scopes = [root]
  }

  mutating func check(_ template: Int) {
    guard depth < Program.maximumDepth,
      visits.insert(Visit(template: template, scopes: scopes, frames: frames)).inserted
    else { return }
    depth += 1
    walk(program.templates[template].body)
    depth -= 1
  }

  private mutating func walk(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      switch program.nodes[index] {
      case .text, .lineStart:
        index += 1
      case .variable(let name, let isRaw):
        checkVariable(name, isRaw: isRaw)
        index += 1
      case .section(let name, let end):
        if let shape = shape(of: name) { walk(index + 1..<end, on: shape) }
        index = end
      case .inverted(let name, let end):
        if shape(of: name) != nil { walk(index + 1..<end) }
        index = end
      case .partial(let call):
        checkCall(call)
        index += 1
      case .parent(let call, let end):
        checkCall(call)
        index = end
      case .block(let block, let end):
        checkBlock(block, default: index + 1..<end)
        index = end
      }
    }
  }

  private mutating func walk(_ body: Range<Int>, on shape: Shape) {
    let outer = scopes
    switch shape {
    case .flag: break
    case .list(let item): push(item)
    default: push(shape)
    }
    walk(body)
    scopes = outer
  }

  private mutating func push(_ shape: Shape) {
    scopes.removeAll { $0 == shape }
    scopes.append(shape)
  }

  private mutating func checkCall(_ index: Int) {
    guard let target = program.calls[index].target else { return }
    let outer = frames
    frames = frames.entering(index, in: program)
    check(target)
    frames = outer
  }

  private mutating func checkBlock(_ index: Int, default body: Range<Int>) {
    guard let argument = frames.argument(for: program.blocks[index].name, in: program) else { return walk(body) }
    let outer = frames
    frames = argument.frames
    walk(argument.body)
    frames = outer
  }

  // MARK: Names

  private mutating func checkVariable(_ index: Int, isRaw: Bool) {
    guard let shape = shape(of: index) else { return }
    let name = program.names[index].description.excerpt
    switch shape {
    case .html, .open: break
    case .text:
      guard isRaw else { return }
      report(
        .unescapedText, "text '\(name)' is written unescaped", at: program.nameSpans[index],
        help: "Write '{{\(name)}}'.")
    case .flag, .list, .record:
      report(
        .unwritableValue, "'\(name)' is \(shape.description), which cannot be written", at: program.nameSpans[index],
        help: "Write '{{#\(name)}}…{{/\(name)}}'.")
    }
  }

  /// - Returns: nil for a name that is not known, once that is reported.
  private mutating func shape(of index: Int) -> Shape? {
    let keys = program.names[index].keys
    guard let first = keys.first else { return scopes.last }
    guard var shape = innermost(first) else {
      reportUnknown(first, in: scopes.reversed(), at: part(of: index, offset: 0, length: first.name.utf8.count))
      return nil
    }
    var offset = first.name.utf8.count + 1
    for key in keys.dropFirst() {
      guard let next = field(key, of: shape) else {
        reportUnknown(key, in: [shape], at: part(of: index, offset: offset, length: key.name.utf8.count))
        return nil
      }
      shape = next
      offset += key.name.utf8.count + 1
    }
    return shape
  }

  private func innermost(_ key: Key) -> Shape? {
    scopes.reversed().lazy.compactMap { field(key, of: $0) }.first
  }

  private func field(_ key: Key, of shape: Shape) -> Shape? {
    switch shape {
    case .record(let record): record.shape(of: key)
    case .open: .open
    case .text, .flag, .html, .list: nil
    }
  }

  // MARK: Reports

  /// - Parameters:
  ///   - shapes: where the name was looked for, innermost first.
  ///   - offset: of the part of the name at `span` that is not known.
  private mutating func reportUnknown(_ key: Key, in shapes: [Shape], at span: SourceSpan) {
    let places = shapes.map(\.description).joined(separator: " or ")
    report(.unknownName, "no '\(key.name.excerpt)' in \(places)", at: span, help: help(for: key, in: shapes))
  }

  /// The place of one key of a name; of all that is known of the name where its place is that of its whole source.
  private func part(of name: Int, offset: Int, length: Int) -> SourceSpan {
    let span = program.nameSpans[name]
    guard span.length == program.names[name].description.utf8.count else { return span }
    return SourceSpan(path: span.path, line: span.line, column: span.column + offset, length: length)
  }

  private func help(for key: Key, in shapes: [Shape]) -> String {
    let records = shapes.compactMap { if case .record(let record) = $0 { record } else { nil } }
    for record in records {
      if let help = DidYouMean.help(for: key.name, in: record.keys.map(\.name)) { return help }
    }
    guard let record = records.first, !record.keys.isEmpty else { return "Only a record has fields." }
    let names = record.keys.map { "'\($0.name)'" }.joined(separator: ", ")
    return "\(record.description.capitalizedFirst) has \(names)."
  }

  private mutating func report(_ rule: Rule, _ message: String, at span: SourceSpan, help: String) {
    guard reported.insert(Report(rule: rule, span: span)).inserted else { return }
    diagnostics.append(Diagnostic(rule, message, at: span, help: help))
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
