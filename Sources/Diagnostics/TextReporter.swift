package import Bytes

/// Findings for people: `path:line:column: error: what [rule-id]`, the source line, a caret, the way out.
package struct TextReporter: Reporter {
  private let style: TerminalStyle

  /// - Parameter colour: whether to mark severities with ANSI colours, for a terminal only.
  package init(colour: Bool) {
    style = TerminalStyle(colour: colour)
  }

  package func report(_ diagnostics: [Diagnostic], source: SourceLookup) -> ByteBuffer {
    var buffer = ByteBuffer()
    withoutActuallyEscaping(source) { source in
      var excerpts = ExcerptSource(source)
      for diagnostic in diagnostics {
        write(diagnostic, excerpt: diagnostic.span.flatMap { excerpts.excerpt(for: $0) }, to: &buffer)
      }
    }
    return buffer
  }

  private func write(_ diagnostic: Diagnostic, excerpt: Excerpt?, to buffer: inout ByteBuffer) {
    if let span = diagnostic.span {
      buffer.append(style.bold("\(span.path):\(span.line):\(excerpt?.column ?? span.column):") + " ")
    }
    buffer.append(style.severity(diagnostic.severity) + " ")
    buffer.append("\(diagnostic.message) [\(diagnostic.rule.id)]\n")
    if let span = diagnostic.span, let excerpt, !diagnostic.hidesSource {
      let number = String(span.line)
      let margin = String(repeating: " ", count: number.count)
      let window = excerpt.window(columns: 100)
      buffer.append("  \(number) | \(window.line)\n")
      let caret = "^" + String(repeating: "~", count: window.length - 1)
      let indent = String(repeating: " ", count: window.column - 1)
      buffer.append("  \(margin) | \(indent)\(style.caret(caret))\n")
    }
    for note in diagnostic.notes { buffer.append("  note: \(note)\n") }
    if let help = diagnostic.help { buffer.append("  help: \(help)\n") }
  }
}

extension Excerpt {
  /// The part of a long line that shows the marked text, with `…` where it was cut.
  fileprivate func window(columns: Int) -> (line: String, column: Int, length: Int) {
    guard line.count > columns else { return (line, column, length) }
    let start = max(0, min(column - 1 - columns / 4, line.count - columns))
    let shown = line.dropFirst(start).prefix(columns)
    let head = start > 0 ? "…" : ""
    let tail = start + shown.count < line.count ? "…" : ""
    let newColumn = column - start + head.count
    return (head + shown + tail, newColumn, min(length, max(1, columns - (column - 1 - start))))
  }
}

/// ANSI colours, or none.
package struct TerminalStyle: Sendable {
  private let colour: Bool

  package init(colour: Bool) { self.colour = colour }

  package func bold(_ text: String) -> String { wrap(text, "1") }

  package func severity(_ severity: Severity) -> String {
    wrap(severity.rawValue + ":", severity == .error ? "1;31" : "1;33")
  }

  package func caret(_ text: String) -> String { wrap(text, "32") }

  private func wrap(_ text: String, _ code: String) -> String {
    colour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
