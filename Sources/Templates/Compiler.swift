import Bytes
import Diagnostics

/// Compiles sources one by one into a program, then links their tags to one another.
struct Compiler {
  private var program = Program()
  private var diagnostics: [Diagnostic] = []

  init(_ phrases: Phrases) { program.phrases = phrases }

  /// Adds a source.
  ///
  /// With a syntax error in it, it is there but writes nothing.
  mutating func add(_ source: TemplateSource) {
    let text = SourceText(source)
    let scanner = TagScanner(text)
    let pairs = TagPairs(scanner.tags, in: text)
    let faults = scanner.diagnostics.isEmpty ? pairs.fault.map { [$0] } ?? [] : scanner.diagnostics
    let start = program.nodes.count
    if faults.isEmpty { program = Emitter(text, scanner.tags, pairs.ends, into: program).program }
    program.templateIndex[source.name] = program.templates.count
    program.templates.append(Program.Template(name: source.name, body: start..<program.nodes.count))
    diagnostics += faults
  }

  /// Gives each partial and parent tag its target.
  consuming func link() -> Outcome<Program> {
    for index in program.calls.indices {
      let call = program.calls[index]
      program.calls[index].target = call.candidates.lazy.compactMap { [program] in program.templateIndex[$0] }.first
      if program.calls[index].target == nil { diagnostics.append(missing(call)) }
    }
    var recursion = RecursionFinder(program)
    recursion.search()
    return Outcome(program, (diagnostics + recursion.diagnostics).sorted(by: Diagnostic.precedes))
  }

  private func missing(_ call: Program.Call) -> Diagnostic {
    let folders = call.candidates.map { $0.dropLast(call.name.count) }
    let near = program.templates.compactMap { template in
      folders.first { template.name.hasPrefix($0) }.map { String(template.name.dropFirst($0.count)) }
    }
    let places = call.candidates.map { "'\($0.excerpt)'" }.joined(separator: " or ")
    return Diagnostic(
      .missingPartial, "no template \(places)", at: call.span,
      help: DidYouMean.help(for: call.name, in: near) ?? "Add the template, or remove the tag.")
  }
}
