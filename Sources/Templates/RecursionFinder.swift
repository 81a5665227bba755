import Diagnostics

/// Finds templates that reach themselves whatever the data is: no section in between that could end it.
struct RecursionFinder {
  private(set) var diagnostics: [Diagnostic] = []
  private let program: Program
  private var visited: Set<Visit> = []
  /// The calls that are being followed, outermost first.
  private var path: [Visit] = []

  private struct Visit: Hashable {
    let template: Int
    let frames: Frames
  }

  init(_ program: Program) {
    self.program = program
  }

  mutating func search() {
    for template in program.templates.indices { follow(Visit(template: template, frames: Frames())) }
  }

  private mutating func follow(_ visit: Visit) {
    guard path.count < Program.maximumDepth, visited.insert(visit).inserted else { return }
    path.append(visit)
    walk(program.templates[visit.template].body, visit.frames)
    path.removeLast()
  }

  private mutating func walk(_ range: Range<Int>, _ frames: Frames) {
    var index = range.lowerBound
    while index < range.upperBound {
      switch program.nodes[index] {
      case .text, .lineStart, .variable: index += 1
      case .section(_, let end), .inverted(_, let end): index = end
      case .partial(let call):
        enter(call, frames)
        index += 1
      case .parent(let call, let end):
        enter(call, frames)
        index = end
      case .block(let block, let end):
        let argument = frames.argument(for: program.blocks[block].name, in: program)
        walk(argument?.body ?? index + 1..<end, argument?.frames ?? frames)
        index = end
      }
    }
  }

  private mutating func enter(_ index: Int, _ frames: Frames) {
    let call = program.calls[index]
    guard let target = call.target else { return }
    let visit = Visit(template: target, frames: frames.entering(index, in: program))
    guard let start = path.firstIndex(of: visit) else { return follow(visit) }
    let circle = (path[start...] + [visit]).map { program.templates[$0.template].name }
    diagnostics.append(
      Diagnostic(
        .templateRecursion, "template '\(circle[0].excerpt)' includes itself without end", at: call.span,
        help: "Put the tag into a section that ends it, such as '{{#children}}…{{/children}}'.",
        notes: circle.count > 2 ? [circle.joined(separator: " → ") + "."] : []))
  }
}
