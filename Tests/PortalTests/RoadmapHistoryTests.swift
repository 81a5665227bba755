import Diagnostics
import Portal
import TestSupport
import Testing

/// What moved on a roadmap since an earlier state of the content.
@Suite struct RoadmapHistoryTests {
  private func roadmap(_ items: String..., name: String = "platform", updated: String = "2026-06-01") -> String {
    """
    apiVersion: portico/v1
    kind: Roadmap
    metadata: {name: \(name), title: Platform roadmap}
    spec:
      updated: \(updated)
      items:
    \(items.map { "    - {problem: P, outcome: O, \($0)}" }.joined(separator: "\n"))
    """
  }

  private func build(_ now: String, before: String?, template: String = "") async -> BuiltSite {
    let layout = template.isEmpty ? "" : "\n-- theme/layouts/roadmap.mustache --\n<main>\(template)</main>"
    let earlier = EarlierContent(name: "v1") { $0 == "plans/roadmap.yaml" ? before.map { Array($0.utf8) } : nil }
    return await TestSite("-- plans/roadmap.yaml --\n\(now)\(layout)").build(earlier: earlier)
  }

  private func write(_ template: String, _ now: String, before: String) async throws -> String {
    let site = await build(now, before: before, template: "{{#roadmap}}\(template){{/roadmap}}")
    return try #require(site.main("roadmap/index.html")).trimmed
  }

  @Test func itemsSayWhatMovedForTheEyeAndInWords() async throws {
    let written = try await write(
      "{{#columns}}{{#items}}{{id}}: {{#changes}}{{short}} ({{words}}); {{/changes}}{{/items}}{{/columns}}",
      roadmap(
        "id: a, title: A, horizon: now, target: 2026-Q4", "id: b, title: B, horizon: now, target: 2027-Q1",
        "id: c, title: C, horizon: now", "id: d, title: D, horizon: now, target: 2026-11"),
      before: roadmap(
        "id: a, title: A, horizon: next, target: 2026-Q3", "id: b, title: B, horizon: now, target: 2026-Q4",
        "id: d, title: D, horizon: now"))
    #expect(
      written == "a: next → now (moved from next to now); Q3 → Q4 (target moved from 2026-Q3 to 2026-Q4); "
        + "b: 2026-Q4 → 2027-Q1 (target moved from 2026-Q4 to 2027-Q1); c: new (new); "
        + "d: no date → 2026-11 (target set to 2026-11);")
  }

  @Test func sectionTellsSinceWhenAndWhatIsGone() async throws {
    let now = roadmap("id: a, title: A, horizon: dropped, reason: No time.")
    let before = roadmap("id: a, title: A, horizon: now", "id: b, title: B, horizon: later", updated: "2026-03-01")
    let template = """
      {{#movement}}{{since}} {{#items}}{{id}} {{reason}} {{#changes}}{{short}}{{/changes}};{{/items}} \
      {{#vanished}}{{.}}{{/vanished}}{{/movement}}
      """
    #expect(try await write(template, now, before: before) == "2026-03-01 a No time. dropped; B")
    let site = await build(now, before: before)
    #expect(
      site.findings == [
        "content/plans/roadmap.yaml:3:18: warning: the item 'b' is no longer on the roadmap [roadmap-vanished]"
      ])
    #expect(site.main("roadmap/index.html")?.headings.contains("What moved") == true)
  }

  @Test func sectionSaysThatNothingMoved() async throws {
    let now = roadmap("id: a, title: A, horizon: now")
    let site = await build(now, before: now)
    #expect(site.findings == [])
    #expect(site.main("roadmap/index.html")?.contains("Nothing has moved since 2026-06-01.") == true)
  }

  @Test func sectionIsAbsentWithoutAnEarlierRevision() async {
    let site = await TestSite("-- roadmap.yaml --\n" + roadmap("id: a, title: A, horizon: now")).build()
    #expect(site.main("roadmap/index.html")?.contains("What moved") == false)
  }

  @Test func fileThatWasNotThereIsReported() async {
    let site = await build(roadmap("id: a, title: A, horizon: now"), before: nil)
    #expect(
      site.findings == [
        "content/plans/roadmap.yaml:3:18: warning: what moved is not told: there is no file 'plans/roadmap.yaml' in 'v1' "
          + "[roadmap-history]"
      ])
    #expect(site.main("roadmap/index.html")?.contains("What moved") == false)
  }

  @Test func fileWithErrorsIsReportedWithItsFirst() async {
    let site = await build(roadmap("id: a, title: A, horizon: now"), before: roadmap("id: a, horizon: soon"))
    #expect(
      site.findings == [
        "content/plans/roadmap.yaml:3:18: warning: what moved is not told: 'v1' has errors [roadmap-history]"
      ])
    #expect(
      site.diagnostics.first?.notes == ["The first is on line 7: roadmap item has no 'title'."])
  }

  @Test func roadmapOfAnotherNameIsNotTaken() async {
    let now = roadmap("id: a, title: A, horizon: now")
    let site = await build(now, before: roadmap("id: a, title: A, horizon: now", name: "platfrom"))
    #expect(
      site.findings == [
        "content/plans/roadmap.yaml:3:18: warning: what moved is not told: 'v1' has no roadmap of this name "
          + "[roadmap-history]"
      ])
    #expect(site.diagnostics.first?.help == "Did you mean 'platfrom'?")
  }
}
