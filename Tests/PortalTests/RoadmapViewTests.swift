import Diagnostics
import TestSupport
import Testing

/// The page of a roadmap.
@Suite struct RoadmapViewTests {
  private static func roadmap(_ items: String, name: String = "platform") -> String {
    """
    -- \(name).yaml --
    apiVersion: portico/v1
    kind: Roadmap
    metadata: {name: \(name), title: Platform roadmap}
    spec:
      updated: 2026-06-01
      disclaimer: Plans change.
      items:
    \(items.split(separator: "\n").map { "    - {problem: P, outcome: O, " + $0 + "}" }.joined(separator: "\n"))
    """
  }

  private func write(_ template: String, _ items: String, _ more: String = "", asOf: String = "2026-06-30") async throws
    -> String
  {
    try await PortalTests.write(
      "roadmap", "{{#roadmap}}\(template){{/roadmap}}", page: "roadmap/index.html",
      platform + "\n" + RoadmapViewTests.roadmap(items) + "\n" + more, asOf: asOf)
  }

  @Test func columnsAreTheHorizonsThatHaveItemsInTheirOrder() async throws {
    let written = try await write(
      "{{title}}, {{updated}}, {{disclaimer}} {{#columns}}{{id}} {{title}}: {{#items}}{{id}};{{/items}} {{/columns}}",
      """
      id: d, title: D, horizon: dropped, reason: R
      id: a, title: A, horizon: later
      id: b, title: B, horizon: now
      id: c, title: C, horizon: later
      """)
    #expect(written == "Platform roadmap, 2026-06-01, Plans change. now Now: b; later Later: a;c; dropped Dropped: d;")
  }

  @Test func itemShowsItsFacts() async throws {
    let written = try await write(
      """
      {{#columns}}{{#items}}{{title}}|{{problem}}|{{outcome}}|{{phase}}|{{target}}|{{confidence}}|{{owner}}|\
      {{#measure}}{{metric}} {{from}} {{to}} {{now}}{{/measure}}|{{feedback}}{{/items}}{{/columns}}
      """,
      "id: a, title: A, horizon: now, phase: building, target: 2026-Q4, confidence: medium, owner: group:platform, "
        + "measure: {metric: share, from: 20 %, to: 80 %, now: 45 %}, feedback: \"https://f/?a=1&b=2\"")
    #expect(
      written == "A|P|O|building|2026-Q4|medium|Platform team|share 20 % 80 % 45 %|https://f/?a=1&amp;b=2")
  }

  @Test func factsThatAreNotStatedAreAbsent() async throws {
    let written = try await write(
      """
      {{#columns}}{{#items}}{{^phase}}1{{/phase}}{{^target}}2{{/target}}{{^confidence}}3{{/confidence}}{{^owner}}4{{/owner}}\
      {{^measure}}5{{/measure}}{{^feedback}}6{{/feedback}}{{^capability}}7{{/capability}}{{^story}}8{{/story}}\
      {{^shipped}}9{{/shipped}}{{^reason}}A{{/reason}}{{^isLate}}B{{/isLate}}{{/items}}{{/columns}}
      """, "id: a, title: A, horizon: now")
    #expect(written == "123456789AB")
  }

  @Test(arguments: [("2026-09-30", ""), ("2026-10-01", "late")])
  func itemIsLateFromTheDayAfterItsTarget(asOf: String, written: String) async throws {
    let template = "{{#columns}}{{#items}}{{#isLate}}late{{/isLate}}{{/items}}{{/columns}}"
    #expect(try await write(template, "id: a, title: A, horizon: now, target: 2026-Q3", asOf: asOf) == written)
  }

  @Test func whatShippedIsNeverLate() async throws {
    let written = try await write(
      "{{#columns}}{{#items}}{{#isLate}}late{{/isLate}}{{shipped}}{{/items}}{{/columns}}",
      "id: a, title: A, horizon: shipped, target: 2020, shipped: 2026-05-12")
    #expect(written == "2026-05-12")
  }

  @Test func storyAndCapabilityAreLinked() async throws {
    let written = try await write(
      """
      {{#columns}}{{#items}}{{#story}}{{title}} {{href}} {{/story}}{{#capability}}{{title}} {{href}}{{/capability}};\
      {{/items}}{{/columns}}
      """,
      """
      id: a, title: A, horizon: now
      id: b, title: B, horizon: now, page: stories/b.md, capability: build
      id: c, title: C, horizon: now, page: stories/c.md
      """, "-- stories/b.md --\n# Story b\n-- stories/c.md --\n# Story c\n" + capability("build"))
    #expect(written == ";Story b ../stories/b/ Build ../build/;Story c ../stories/c/ ;")
  }

  @Test func brokenStoryIsReportedAtItsPlace() async {
    let site = await TestSite(
      RoadmapViewTests.roadmap("id: a, title: A, horizon: now\nid: b, title: B, horizon: now, page: gone.md")
    ).build()
    #expect(site.findings == ["content/platform.yaml:9:69: error: no page or file 'gone.md' [broken-link]"])
  }

  @Test func pageLinksToAnItemByItsId() async {
    let site = await TestSite(
      RoadmapViewTests.roadmap("id: a, title: A, horizon: now")
        + "\n-- x.md --\n[a](platform.yaml#a) [b](platform.yaml#b)"
    ).build()
    #expect(
      site.findings == ["content/x.md:1:26: error: no anchor '#b' on the page 'Platform roadmap' [broken-anchor]"])
    #expect(site.main("roadmap/index.html")?.contains("id=\"a\"") == true)
  }

  @Test func severalRoadmapsLieSideBySide() async {
    let site = await TestSite(
      RoadmapViewTests.roadmap("id: a, title: A, horizon: now", name: "one") + "\n"
        + RoadmapViewTests.roadmap("id: a, title: A, horizon: now", name: "two")
    ).build()
    #expect(site.findings == [])
    #expect(
      site.paths.filter { $0.hasPrefix("roadmap/") && $0 != "roadmap/index.html" }
        == ["roadmap/one/index.html", "roadmap/two/index.html"])
  }

  @Test func columnsAreHeadingsAndLatenessIsSaidInWords() async throws {
    let main = try await show(
      "roadmap/index.html", RoadmapViewTests.roadmap("id: a, title: Alpha, horizon: now, target: 2026-05"))
    #expect(main.headings == ["Platform roadmap", "Now", "Alpha"])
    #expect(main.contains(">Late</strong>"))
    #expect(main.contains("was due 2026-05"))
  }

  @Test func roadmapWithoutItemsHasNoColumn() async throws {
    let main = try await show(
      "roadmap/index.html",
      """
      -- r.yaml --
      apiVersion: portico/v1
      kind: Roadmap
      metadata: {name: r}
      spec: {updated: 2026-06-01, items: []}
      """)
    #expect(main.headings == ["r"])
  }
}
