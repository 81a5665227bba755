package import Bytes

/// Findings for programs: one JSON object with an array, in report order.
///
/// Each finding: `rule`, `severity`, `message`, and where there is a place `path`, `line`, `column` (one-based, in
/// characters) and `length`; `help` and `notes` where there are any.
package struct JSONReporter: Reporter {
  package init() {}

  package func report(_ diagnostics: [Diagnostic], source: SourceLookup) -> ByteBuffer {
    var buffer = ByteBuffer()
    buffer.append("{\"version\":1,\"diagnostics\":[")
    withoutActuallyEscaping(source) { source in
      var excerpts = ExcerptSource(source)
      for (index, diagnostic) in diagnostics.enumerated() {
        buffer.append(index == 0 ? "\n" : ",\n")
        buffer.append(json(diagnostic, excerpt: diagnostic.span.flatMap { excerpts.excerpt(for: $0) }))
      }
    }
    buffer.append("\n]}\n")
    return buffer
  }

  private func json(_ diagnostic: Diagnostic, excerpt: Excerpt?) -> JSON {
    let span = diagnostic.span
    return [
      "rule": .text(diagnostic.rule.id),
      "severity": .text(diagnostic.severity.rawValue),
      "path": span.map { .text($0.path) },
      "line": span.map { .integer($0.line) },
      "column": span.map { .integer(excerpt?.column ?? $0.column) },
      "length": span.map { .integer(excerpt?.length ?? $0.length) },
      "message": .text(diagnostic.message),
      "help": diagnostic.help.map { .text($0) },
      "notes": diagnostic.notes.isEmpty ? nil : .list(diagnostic.notes.map { .text($0) }),
    ]
  }
}
