package import Bytes
package import Diagnostics

/// Findings as GitHub Actions workflow commands, which become annotations at the line of a pull request.
///
/// GitHub shows ten errors and ten warnings of a step. Format:
/// <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>.
package struct GitHubReporter: Reporter {
  package init() {}

  package func report(_ diagnostics: [Diagnostic], source: SourceLookup) -> ByteBuffer {
    withoutActuallyEscaping(source) { source in
      var excerpts = SourceExcerpts(source)
      var buffer = ByteBuffer()
      for diagnostic in diagnostics {
        buffer.append("::\(diagnostic.severity.rawValue) ")
        if let span = diagnostic.span {
          let column = excerpts.position(of: span).column
          buffer.append("file=\(property(span.path)),line=\(span.line),col=\(column),")
        }
        buffer.append("title=\(property(diagnostic.rule.id))::")
        let lines = [diagnostic.message] + diagnostic.notes + (diagnostic.help.map { [$0] } ?? [])
        buffer.append(data(lines.joined(separator: "\n")) + "\n")
      }
      return buffer
    }
  }

  private func data(_ text: String) -> String {
    replace(text, ["%": "%25", "\r": "%0D", "\n": "%0A"])
  }

  private func property(_ text: String) -> String {
    replace(text, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
  }

  private func replace(_ text: String, _ table: [Unicode.Scalar: String]) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      if let replacement = table[scalar] { result += replacement } else { result.unicodeScalars.append(scalar) }
    }
  }
}
