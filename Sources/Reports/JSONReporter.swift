package import Bytes
package import Diagnostics

/// Findings for programs: one JSON object with an array, in report order.
///
/// Each finding: `rule`, `severity`, `message`, and where there is a place `path`, `line`, `column` (one-based, in
/// characters) and `length`; `help`, `notes` and `fix` where there are any.
package struct JSONReporter: Reporter {
  package init() {}

  package func report(_ diagnostics: [Diagnostic], source: SourceLookup) -> ByteBuffer {
    withoutActuallyEscaping(source) { source in
      var excerpts = SourceExcerpts(source)
      var buffer = ByteBuffer()
      buffer.append("{\"version\":1,\"diagnostics\":[")
      buffer.append(lines: diagnostics) { json($0, &excerpts) }
      buffer.append("]}\n")
      return buffer
    }
  }

  private func json(_ diagnostic: Diagnostic, _ excerpts: inout SourceExcerpts) -> JSON {
    let span = diagnostic.span
    let position = span.map { excerpts.position(of: $0) }
    return [
      "rule": .text(diagnostic.rule.id),
      "severity": .text(diagnostic.severity.rawValue),
      "path": span.map { .text($0.path) },
      "line": span.map { .integer($0.line) },
      "column": position.map { .integer($0.column) },
      "length": position.map { .integer($0.length) },
      "message": .text(diagnostic.message),
      "help": diagnostic.help.map { .text($0) },
      "notes": diagnostic.notes.isEmpty ? nil : .list(diagnostic.notes.map { .text($0) }),
      "fix": diagnostic.fix.map { json($0, &excerpts) },
    ]
  }

  private func json(_ fix: Replacement, _ excerpts: inout SourceExcerpts) -> JSON {
    let position = excerpts.position(of: fix.span)
    return [
      "line": .integer(fix.span.line), "column": .integer(position.column), "length": .integer(position.length),
      "text": .text(fix.text),
    ]
  }
}

extension ByteBuffer {
  /// Appends the elements of a JSON list, a line each.
  mutating func append<Element>(lines elements: [Element], json: (Element) -> JSON) {
    for (index, element) in elements.enumerated() {
      append(index == 0 ? "\n" : ",\n")
      append(json(element))
    }
    append("\n")
  }
}
