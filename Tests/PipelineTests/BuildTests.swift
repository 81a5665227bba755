import Diagnostics
import Files
import Pipeline
import SiteModel
import TestSupport
import Testing
import YAML

/// Severities, the order of findings, and sameness of builds.
@Suite struct BuildTests {
  private func findings(_ rules: String) async -> [String] {
    await TestSite("-- portico.yaml --\ntitle: T\ncheck:\n  rules: {\(rules)}\n-- a.md --\n[x](gone.md)").build()
      .findings
  }

  @Test func ruleKeepsItsSeverityWithoutSetting() async {
    #expect(await findings("") == ["content/a.md:1:5: error: no page or file 'gone.md' [broken-link]"])
  }

  @Test func ruleMayBeSwitchedOff() async {
    #expect(await findings("broken-link: off") == [])
  }

  @Test func errorMayBecomeAWarning() async {
    #expect(
      await findings("broken-link: warning") == ["content/a.md:1:5: warning: no page or file 'gone.md' [broken-link]"])
  }

  @Test func warningMayBecomeAnError() async {
    let site = await TestSite(
      "-- portico.yaml --\ntitle: T\ncheck: {rules: {unknown-key: error}}\n-- a.md --\n---\ntitel: A\n---"
    ).build()
    #expect(site.findings == ["content/a.md:2:1: error: front matter has no key 'titel' [unknown-key]"])
    #expect(site.result.hasErrors)
  }

  @Test func unknownRuleIsReportedWithASuggestion() async {
    let site = await TestSite("-- portico.yaml --\ntitle: T\ncheck:\n  rules:\n    broken-lnik: off").build()
    #expect(site.findings == ["content/portico.yaml:4:5: warning: there is no rule 'broken-lnik' [unknown-rule]"])
    #expect(site.diagnostics.first?.help == "Did you mean 'broken-link'?")
  }

  @Test func unknownSeverityIsReported() async {
    let site = await TestSite("-- portico.yaml --\ntitle: T\ncheck: {rules: {broken-link: fatal}}").build()
    #expect(site.findings == ["content/portico.yaml:2:30: error: 'fatal' is no severity [setting-value]"])
  }

  @Test func findingsStandInTheOrderOfTheirPlaces() async {
    let site = await TestSite(
      "-- b.md --\n[x](gone.md)\n\n[y](gone.md)\n-- a.md --\n[x](gone.md) [y](gone.md)"
    ).build(jobs: 4)
    #expect(
      site.diagnostics.map { "\($0.span?.path ?? ""):\($0.span?.line ?? 0):\($0.span?.column ?? 0)" } == [
        "content/a.md:1:5", "content/a.md:1:18", "content/b.md:1:5", "content/b.md:3:5",
      ])
  }

  @Test func stagesAreAnnouncedInOrderWithTheirCounts() async {
    let announced = Announced()
    let tree = FileTree(name: "content", files: ["a.md": [], "b.md": []])
    let options = BuildOptions(content: tree, themes: TestSite.themes, asOf: CalendarDate(daysSinceEpoch: 0), jobs: 1)
    _ = await Build(options).run { stage, count in announced.stages.append("\(stage): \(count)") }
    #expect(announced.stages == ["parse: 2", "model: 2", "resolve: 5", "check: 5", "index: 5"])
  }

  private final class Announced { var stages: [String] = [] }

  @Test func sameBytesFromOneJobAndFromEight() async {
    let content = BuildTests.manyPages
    let first = await BuildTests.bytes(content.build(jobs: 1))
    for jobs in [8, 1, 8] {
      #expect(await BuildTests.bytes(content.build(jobs: jobs)) == first)
    }
  }

  private static let manyPages = TestSite(
    (0..<120).map { number in
      """
      -- part\(number % 7)/page\(number).md --
      ---
      tags: [t\(number % 3)]
      ---
      # Page \(number)

      [next](../part\((number + 1) % 7)/page\(number + 1).md#page-\(number + 1)) and text[^1].

      [^1]: A footnote.
      """
    }.joined(separator: "\n") + "\n-- portico.yaml --\ntitle: T\nbaseURL: https://example.com/")

  private static func bytes(_ site: BuiltSite) -> [String: [UInt8]] {
    let outputs = site.result.outputs.map { ($0.path, (try? site.result.render($0)) ?? []) }
    let report = ("report", Array(site.report.utf8))
    return Dictionary(outputs + [report]) { first, _ in first }
  }
}
