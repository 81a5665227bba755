import Bytes
import Diagnostics
import Reports

/// Findings for the tests of the formats, and the file that they are in.
enum Sample {
  static let link = Rule(
    "broken-link", .error, "A link leads nowhere.", rationale: "Readers lose trust.", remedy: "Mend it.",
    bad: "[x](`gone`)", good: "[x](here)")
  static let key = Rule("unknown-key", .warning, "Nobody reads a key.", rationale: "No effect.", remedy: "Remove it.")

  static let source = "---\ntitel: A\n---\né😀 [x](a&b.md)\n"

  static let findings = [
    Diagnostic(key, "no key 'titel'", at: SourceSpan(path: "a b/é.md", line: 2, column: 1, length: 5)),
    Diagnostic(
      link, "no page 'a&b.md'", at: SourceSpan(path: "a b/é.md", line: 4, column: 12, length: 6),
      help: "Did you mean 'a.md'?", notes: ["Looked in content."],
      fix: Replacement(
        of: SourceSpan(path: "a b/é.md", line: 4, column: 12, length: 6), with: "a.md")),
    Diagnostic(
      link, "no page 'a&b.md'", at: SourceSpan(path: "a b/é.md", line: 4, column: 12, length: 6),
      help: "Did you mean 'a.md'?"),
    Diagnostic(link, "<\u{1}>", at: nil),
  ]

  static func report(_ reporter: some Reporter, _ findings: [Diagnostic] = findings) -> String {
    reporter.report(findings) { $0 == "a b/é.md" ? Array(source.utf8) : nil }.text
  }
}
