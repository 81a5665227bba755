package import Bytes
package import Diagnostics

/// Findings as a report of code quality, which GitLab shows in a merge request and beside the changed lines.
///
/// Format: <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>.
package struct GitLabReporter: Reporter {
  package init() {}

  package func report(_ diagnostics: [Diagnostic], source: SourceLookup) -> ByteBuffer {
    var occurrences = Occurrences()
    var buffer = ByteBuffer()
    buffer.append("[")
    buffer.append(lines: diagnostics) { finding in
      [
        "description": .text(finding.sentences.joined(separator: " ")),
        "check_name": .text(finding.rule.id),
        "fingerprint": .text(occurrences.name(of: finding)),
        "severity": finding.severity == .error ? "major" : "minor",
        "location": [
          "path": .text(finding.place.path), "lines": ["begin": .integer(finding.place.line)],
        ],
      ]
    }
    buffer.append("]\n")
    return buffer
  }
}
