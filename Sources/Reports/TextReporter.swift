package import Bytes
package import Diagnostics

/// Findings for people: `path:line:column: error: what [rule-id]`, the source line, a caret, the way out.
package struct TextReporter: Reporter {
  private let style: TerminalStyle

  /// - Parameter colour: whether to mark severities with ANSI colours, for a terminal only.
  package init(colour: Bool) {
    style = TerminalStyle(colour: colour)
  }

  package func report(_ diagnostics: [Diagnostic], source: SourceLookup) -> ByteBuffer {
    withoutActuallyEscaping(source) { source in
      var excerpts = SourceExcerpts(source)
      var buffer = ByteBuffer()
      for diagnostic in diagnostics { write(diagnostic, &excerpts, to: &buffer) }
      return buffer
    }
  }

  func write(_ diagnostic: Diagnostic, _ excerpts: inout SourceExcerpts, to buffer: inout ByteBuffer) {
    if let span = diagnostic.span {
      buffer.append(style.bold("\(span.path):\(span.line):\(excerpts.position(of: span).column):") + " ")
    }
    buffer.append(style.marked(diagnostic.severity.rawValue + ":", as: diagnostic.severity) + " ")
    buffer.append("\(diagnostic.message) [\(diagnostic.rule.id)]\n")
    if let span = diagnostic.span, !diagnostic.hidesSource, let excerpt = excerpts.excerpt(at: span) {
      let number = String(span.line)
      let margin = String(repeating: " ", count: number.count)
      let window = excerpt.window(columns: 100)
      buffer.append("  \(number) | \(window.line)\n")
      let caret = "^" + String(repeating: "~", count: window.length - 1)
      let indent = String(repeating: " ", count: window.indent)
      buffer.append("  \(margin) | \(indent)\(style.caret(caret))\n")
    }
    for note in diagnostic.notes { buffer.append("  note: \(note)\n") }
    if let help = diagnostic.help { buffer.append("  help: \(help)\n") }
  }
}

extension Excerpt {
  /// The part of a long line that shows the marked text, with `…` where it was cut.
  fileprivate func window(columns: Int) -> (line: String, indent: Int, length: Int) {
    let count = line.count
    guard count > columns || isCut.before || isCut.behind else { return (line, indent, length) }
    let start = max(0, min(indent - columns / 4, count - columns))
    let shown = line.dropFirst(start).prefix(columns)
    let head = start > 0 || isCut.before ? "…" : ""
    let tail = start + shown.count < count || isCut.behind ? "…" : ""
    return (head + shown + tail, indent - start + head.count, min(length, max(1, columns - (indent - start))))
  }
}

/// ANSI colours, or none.
package struct TerminalStyle: Sendable {
  private let colour: Bool

  package init(colour: Bool) { self.colour = colour }

  package func bold(_ text: String) -> String { wrap(text, "1") }

  /// A text in the colour of a severity.
  package func marked(_ text: String, as severity: Severity) -> String {
    wrap(text, severity == .error ? "1;31" : "1;33")
  }

  package func caret(_ text: String) -> String { wrap(text, "32") }

  private func wrap(_ text: String, _ code: String) -> String {
    colour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
