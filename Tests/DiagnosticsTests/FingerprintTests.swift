import Diagnostics
import Testing

@Suite struct FingerprintTests {
  private static let rule = Rule("a-rule", .error, "S.", rationale: "R.", remedy: "M.")

  private func finding(_ message: String, _ path: String, line: Int) -> Diagnostic {
    Diagnostic(FingerprintTests.rule, message, at: SourceSpan(path: path, line: line))
  }

  private func lines(_ findings: [Diagnostic]) -> [Int?] { findings.map(\.span?.line) }

  @Test func lineIsNoPartOfIt() {
    #expect(Fingerprint(finding("m", "a.md", line: 1)) == Fingerprint(finding("m", "a.md", line: 9)))
  }

  @Test func ruleFileAndMessageAre() {
    let first = Fingerprint(finding("m", "a.md", line: 1))
    #expect(first != Fingerprint(finding("m", "b.md", line: 1)))
    #expect(first != Fingerprint(finding("n", "a.md", line: 1)))
    #expect(first != Fingerprint(rule: "other", path: "a.md", message: "m"))
  }

  @Test func eachKnownFindingTakesOneAway() {
    let now = [finding("m", "a.md", line: 1), finding("m", "a.md", line: 2), finding("n", "a.md", line: 3)]
    #expect(lines(now.subtracting([])) == [1, 2, 3])
    #expect(lines(now.subtracting([Fingerprint(now[0])])) == [2, 3])
    #expect(lines(now.subtracting(now.map { Fingerprint($0) })) == [])
  }
}
