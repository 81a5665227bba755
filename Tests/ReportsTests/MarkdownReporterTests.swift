import Diagnostics
import Reports
import Testing

@Suite struct MarkdownReporterTests {
  @Test func summaryCountsTheFindingsOfEachFileAndShowsThem() {
    #expect(
      Sample.report(MarkdownReporter(), Array(Sample.findings.prefix(2))) == """
        ## Portico: 1 error, 1 warning

        | File | Errors | Warnings |
        |---|--:|--:|
        | `a b/é.md` | 1 | 1 |

        ```text
        a b/é.md:4:8: error: no page 'a&b.md' [broken-link]
          4 | é😀 [x](a&b.md)
            |        ^~~~~~
          note: Looked in content.
          help: Did you mean 'a.md'?
        a b/é.md:2:1: warning: no key 'titel' [unknown-key]
          2 | titel: A
            | ^~~~~
        ```

        """)
  }

  @Test func summaryWithoutFindingsSaysSo() {
    #expect(Sample.report(MarkdownReporter(), []) == "## Portico: no findings\n")
  }

  private static func findings(_ count: Int, path: (Int) -> String = { "a\($0).md" }) -> [Diagnostic] {
    (0..<count).map { Diagnostic(Sample.link, "no page", at: SourceSpan(path: path($0))) }
  }

  @Test func restIsBehindAClick() {
    let report = Sample.report(MarkdownReporter(), Self.findings(8))
    #expect(report.contains("\n<details>\n<summary>The other 3</summary>\n\n```text\na5.md:1:1: error: no page"))
    #expect(report.hasSuffix("```\n\n</details>\n"))
  }

  @Test func filesThatHaveNoRoomAreCounted() {
    let findings = Self.findings(30) + [Diagnostic(Sample.link, "no page", at: SourceSpan(path: "a9.md", line: 2))]
    let report = Sample.report(MarkdownReporter(), findings.sorted(by: Diagnostic.precedes))
    #expect(report.contains("|---|--:|--:|\n| `a9.md` | 2 | 0 |\n| `a0.md` | 1 | 0 |\n"))
    #expect(report.contains("| 10 more | 10 | 0 |\n"))
  }

  @Test func summaryFitsACommentWhateverIsFound() {
    let long = String(repeating: "x/", count: 2_000)
    let report = Sample.report(MarkdownReporter(), Self.findings(3_000) { "\(long)\($0)`|.md" })
    #expect(report.utf8.count < 65_536)
    #expect(report.contains("more of 3000</summary>"))
  }

  @Test func sourceIsNeverMarkup() {
    let finding = Diagnostic(Sample.link, "no page '```@team <b>'", at: SourceSpan(path: "a|b`.md"))
    let report = Sample.report(MarkdownReporter(), [finding])
    #expect(report.contains("| `` a\\|b`.md `` |") == false)
    #expect(report.contains("| ``a\\|b`.md`` | 1 | 0 |"))
    #expect(report.contains("````text\na|b`.md:1:1: error: no page '```@team <b>' [broken-link]\n````\n"))
  }
}
