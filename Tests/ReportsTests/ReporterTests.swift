import Bytes
import Diagnostics
import Reports
import Testing

@Suite struct ReporterTests {
  private static let rule = Rule("broken-link", .error, "A link leads nowhere.", rationale: "-", remedy: "-")
  private static let diagnostic = Diagnostic(
    rule, "no page 'setpu.md'", at: SourceSpan(path: "content/a.md", line: 2, column: 7, length: 8),
    help: "Did you mean 'setup.md'?", notes: ["Looked in content."])

  private func report(_ reporter: some Reporter) -> String {
    reporter.report([Self.diagnostic]) { _ in Array("# A\né [x](setpu.md)\n".utf8) }.text
  }

  @Test func textPointsAtTheSourceInCharacters() {
    #expect(
      report(TextReporter(colour: false)) == """
        content/a.md:2:6: error: no page 'setpu.md' [broken-link]
          2 | é [x](setpu.md)
            |      ^~~~~~~~
          note: Looked in content.
          help: Did you mean 'setup.md'?

        """)
  }

  @Test func byteOrderMarkIsNeitherShownNorCounted() {
    let finding = Diagnostic(Self.rule, "no", at: SourceSpan(path: "a.md", line: 1, column: 8, length: 4))
    let report = TextReporter(colour: false).report([finding]) { _ in Array("\u{FEFF}[x](gone)\n".utf8) }.text
    #expect(report == "a.md:1:5: error: no [broken-link]\n  1 | [x](gone)\n    |     ^~~~\n")
  }

  @Test func lineThatMayHoldASecretIsNotShown() {
    var finding = Self.diagnostic
    finding.hidesSource = true
    let report = TextReporter(colour: false).report([finding]) { _ in Array("# A\né [x](setpu.md)\n".utf8) }.text
    #expect(report.hasPrefix("content/a.md:2:6: error: no page 'setpu.md' [broken-link]\n  note: Looked in content.\n"))
  }

  @Test func githubEscapesItsProperties() {
    #expect(
      report(GitHubReporter())
        == "::error file=content/a.md,line=2,col=6,title=broken-link::no page 'setpu.md'%0ALooked in content.%0ADid you mean 'setup.md'?\n"
    )
  }

  @Test func jsonHoldsEveryField() {
    #expect(
      report(JSONReporter()) == """
        {"version":1,"diagnostics":[
        {"rule":"broken-link","severity":"error","path":"content/a.md","line":2,"column":6,"length":8,"message":"no page 'setpu.md'","help":"Did you mean 'setup.md'?","notes":["Looked in content."]}
        ]}

        """)
  }

  @Test func textOfALongLineShowsTheMarkedPart() {
    let line = String(repeating: "x", count: 300) + "HERE" + String(repeating: "y", count: 300)
    let finding = Diagnostic(Self.rule, "m", at: SourceSpan(path: "a", line: 1, column: 301, length: 4))
    let text = TextReporter(colour: false).report([finding]) { _ in Array(line.utf8) }.text
    let lines = text.split(separator: "\n")
    let shown = Array(lines[1])
    let caret = lines[2].distance(from: lines[2].startIndex, to: lines[2].firstIndex(of: "^")!)
    #expect(String(shown[caret..<caret + 4]) == "HERE")
    #expect(shown.count < 120)
  }

  @Test func quotedSourceNeverReachesTheTerminalRaw() {
    let finding = Diagnostic(Self.rule, "m", at: SourceSpan(path: "a"))
    let text = TextReporter(colour: false).report([finding]) { _ in Array("\u{1B}[31mred\u{202E}".utf8) }.text
    #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
  }
}
