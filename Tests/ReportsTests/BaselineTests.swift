import Diagnostics
import Reports
import Testing

@Suite struct BaselineTests {
  private func finding(_ path: String?, _ message: String, line: Int = 1) -> Diagnostic {
    Diagnostic(Sample.link, message, at: path.map { SourceSpan(path: $0, line: line) })
  }

  private func baseline(_ findings: [Diagnostic]) -> Baseline { Baseline(findings.map { Fingerprint($0) }) }

  @Test func findingThatMovedIsKnown() {
    let known = baseline([finding("a.md", "x", line: 3)])
    #expect(known.compare([finding("a.md", "x", line: 30)]).isKnown == [true])
  }

  @Test func findingsAreCounted() {
    let known = baseline([finding("a.md", "x"), finding("a.md", "x")])
    let result = known.compare([finding("a.md", "x"), finding("a.md", "x"), finding("a.md", "x"), finding("b.md", "x")])
    #expect(result.isKnown == [true, true, false, false])
    #expect(result.gone.isEmpty)
  }

  @Test func whatIsNoMoreIsGoneAsOftenAsItIs() {
    let known = baseline([finding("a.md", "x"), finding("a.md", "x"), finding("b.md", "y")])
    let gone = known.compare([finding("a.md", "x")]).gone
    #expect(gone.map(\.path) == ["a.md", "b.md"])
    #expect(known.removing(gone).entries.map(\.path) == ["a.md"])
  }

  @Test func fileIsSortedWithALineForEach() {
    let text = baseline([finding("b.md", "y"), finding(nil, "z"), finding("a.md", "x"), finding("a.md", "x")]).text
    #expect(
      text == """
        # Findings that are known: a file, a rule and a message to a line, separated by tabs.
        # 'portico check --baseline FILE' removes those that are mended; --update-baseline adds what is found.
        \tbroken-link\tz
        a.md\tbroken-link\tx
        a.md\tbroken-link\tx
        b.md\tbroken-link\ty

        """)
  }

  @Test func anyTextIsReadAsItWasWritten() throws {
    let known = baseline([finding("#a\t.md", "a\\u{9}\n\u{85}\u{2028}é#"), finding(nil, "")])
    #expect(try Baseline(reading: known.text).entries == known.entries)
  }

  @Test func lineOfSomethingElseIsRefused() {
    let error = #expect(throws: Baseline.LineError.self) { try Baseline(reading: "# A\r\na\tb\tc\r\n<<<<<<< HEAD\n") }
    #expect(error?.line == 3)
  }
}
