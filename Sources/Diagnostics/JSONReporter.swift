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
        write(diagnostic, excerpt: diagnostic.span.flatMap { excerpts.excerpt(for: $0) }, to: &buffer)
      }
    }
    buffer.append("\n]}\n")
    return buffer
  }

  private func write(_ diagnostic: Diagnostic, excerpt: Excerpt?, to buffer: inout ByteBuffer) {
    buffer.append("{\"rule\":")
    buffer.appendJSON(diagnostic.rule.id)
    buffer.append(",\"severity\":")
    buffer.appendJSON(diagnostic.severity.rawValue)
    if let span = diagnostic.span {
      buffer.append(",\"path\":")
      buffer.appendJSON(span.path)
      buffer.append(",\"line\":\(span.line),\"column\":\(excerpt?.column ?? span.column)")
      buffer.append(",\"length\":\(excerpt?.length ?? span.length)")
    }
    buffer.append(",\"message\":")
    buffer.appendJSON(diagnostic.message)
    if let help = diagnostic.help {
      buffer.append(",\"help\":")
      buffer.appendJSON(help)
    }
    if !diagnostic.notes.isEmpty {
      buffer.append(",\"notes\":[")
      for (index, note) in diagnostic.notes.enumerated() {
        if index > 0 { buffer.append(",") }
        buffer.appendJSON(note)
      }
      buffer.append("]")
    }
    buffer.append("}")
  }
}

extension ByteBuffer {
  /// Appends a text as a JSON string, with its quotes.
  package mutating func appendJSON(_ text: String) {
    append("\"")
    append(text, escaping: .json)
    append("\"")
  }
}
