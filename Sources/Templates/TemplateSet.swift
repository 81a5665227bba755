package import Bytes
package import Diagnostics

/// Templates compiled together: each checked once for a shape of values, then rendered for any number of them.
///
/// The language is Mustache without lambdas (<https://github.com/mustache/spec>, inheritance included). `{{> nav}}` means
/// the source `partials/nav`; `{{< frame}}` means `layouts/frame`, else `partials/frame`.
package struct TemplateSet: Sendable {
  private let program: Program

  /// Compiles all sources of a set.
  ///
  /// Of several with one name the last counts.
  ///
  /// - Parameter phrases: how the texts that models bring along are said.
  ///
  /// A source with a syntax error compiles to nothing; the rest of the set works. A partial or parent that is not there
  /// is written as nothing.
  ///
  /// - Returns: the set, with `template-syntax`, `missing-partial` and `template-recursion` findings in report order.
  package static func compile(_ sources: [TemplateSource], phrases: Phrases = .english) -> Outcome<TemplateSet> {
    var compiler = Compiler(phrases)
    for source in sources.lastOfEachName() { compiler.add(source) }
    let outcome = compiler.link()
    return Outcome(TemplateSet(program: outcome.value), outcome.diagnostics)
  }

  /// Whether there is a template of that name, with or without syntax errors.
  package func contains(_ name: String) -> Bool {
    program.templateIndex[name] != nil
  }

  /// The names of all templates, in the order of their sources.
  package var names: [String] {
    program.templates.map(\.name)
  }

  /// Whether a tag of any template includes or extends a source of that name.
  package func asksFor(_ name: String) -> Bool {
    program.calls.contains { $0.candidates.contains(name) }
  }

  /// What would go wrong rendering a template for values of a shape: `unknown-name`, `unescaped-text`, `unwritable-value`.
  ///
  /// - Returns: each finding once for a place in a source, in report order; nothing for a template that is not there.
  package func check(_ name: String, for shape: Shape) -> [Diagnostic] {
    guard let template = program.templateIndex[name] else { return [] }
    var checker = Checker(program, root: shape)
    checker.check(template)
    return checker.diagnostics.sorted(by: Diagnostic.precedes)
  }

  /// Writes a template for a value; nothing for a template that is not there.
  ///
  /// Partials, parents and blocks that call one another more than 100 levels deep are cut off there.
  package func render(_ name: String, with value: Value, into buffer: inout ByteBuffer) {
    guard let template = program.templateIndex[name] else { return }
    var renderer = Renderer(program, root: value)
    renderer.render(program.templates[template].body, into: &buffer)
  }
}

extension [TemplateSource] {
  fileprivate func lastOfEachName() -> [TemplateSource] {
    let last = Dictionary(enumerated().map { ($1.name, $0) }, uniquingKeysWith: { $1 })
    return enumerated().filter { last[$1.name] == $0 }.map(\.element)
  }
}
