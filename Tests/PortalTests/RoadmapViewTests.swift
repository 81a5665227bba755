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

  @Test func columnsAreTheOpenHorizonsInTheirOrder() async throws {
    let written = try await write(
      "{{title}}, {{updated}}, {{disclaimer}} {{#columns}}{{id}} {{title}}: {{#items}}{{id}};{{/items}} {{/columns}}",
      """
      id: d, title: D, horizon: dropped, reason: R
      id: a, title: A, horizon: later
      id: b, title: B, horizon: now
      id: c, title: C, horizon: later
      """)
    #expect(written == "Platform roadmap, 2026-06-01, Plans change. now Now: b; next Next: later Later: a;c;")
  }

  @Test func itemShowsItsFacts() async throws {
    let written = try await write(
      """
      {{#columns}}{{#items}}{{title}}|{{problem}}|{{outcome}}|{{phase}}|{{target}}|{{confidence}}|{{owner.title}} {{owner.href}}|\
      {{#measure}}{{metric}} {{from}} {{to}} {{now}} {{progress}} \
      {{percent}}{{/measure}}|{{feedback}}{{/items}}{{/columns}}
      """,
      "id: a, title: A, horizon: now, phase: building, target: 2026-Q4, confidence: medium, owner: group:platform, "
        + "measure: {metric: share, from: 20 %, to: 80 %, now: 45 %}, feedback: \"https://f/?a=1&b=2\"")
    #expect(
      written
        == "A|P|O|building|2026-Q4|medium|Platform team ../teams/platform/|share 20 % 80 % 45 % 41 % of the way 41|https://f/?a=1&amp;b=2"
    )
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
      "{{#shipped}}{{#isLate}}late{{/isLate}}{{shipped}}{{/shipped}}",
      "id: a, title: A, horizon: shipped, target: 2020, shipped: 2026-05-12")
    #expect(written == "2026-05-12")
  }

  @Test func whatShippedAndWhatWasDroppedStandApart() async throws {
    let written = try await write(
      "{{#shipped}}{{id}} {{shipped}};{{/shipped}}|{{#dropped}}{{id}} {{reason}};{{/dropped}}|{{#open}}{{id}};{{/open}}",
      """
      id: a, title: A, horizon: shipped, shipped: 2026-02-01
      id: b, title: B, horizon: dropped, reason: Too few teams asked.
      id: c, title: C, horizon: shipped, shipped: 2026-05-12
      id: d, title: D, horizon: next
      id: e, title: E, horizon: now
      """)
    #expect(written == "c 2026-05-12;a 2026-02-01;|b Too few teams asked.;|e;d;")
  }

  @Test(arguments: [("95 %", "reached", "100"), ("10 %", "further away than at the start", "0"), ("many", "", "")])
  func progressIsInWordsAndNeverBeyondItsEnds(now: String, label: String, percent: String) async throws {
    let written = try await write(
      "{{#open}}{{#measure}}{{progress}}|{{percent}}{{/measure}}{{/open}}",
      "id: a, title: A, horizon: now, measure: {metric: m, from: 20 %, to: 80 %, now: \(now)}")
    #expect(written == "\(label)|\(percent)")
  }

  @Test func timelineHasAQuarterForEachTargetAndForToday() async throws {
    let written = try await write(
      """
      {{#periods}}{{title}}{{#isCurrent}}!{{/isCurrent}}: {{#items}}{{id}} {{exactTarget}};{{/items}} {{/periods}}
      """,
      """
      id: year, title: A, horizon: later, target: 2026
      id: none, title: B, horizon: later
      id: q4, title: C, horizon: next, target: 2026-Q4
      id: day, title: D, horizon: next, target: 2026-10-31
      id: done, title: E, horizon: shipped, shipped: 2026-01-31, target: 2027
      id: out, title: F, horizon: dropped, reason: R, target: 2027
      id: far, title: G, horizon: later, target: 2027-01
      """)
    #expect(
      written == "2026-Q1: done ; 2026-Q2!: 2026-Q4: q4 ;day 2026-10-31; In 2026: year ; 2027-Q1: far 2027-01; "
        + "No date: none ;")
  }

  @Test func timelineNeedsADate() async throws {
    #expect(try await write("{{#hasPeriods}}1{{/hasPeriods}}", "id: a, title: A, horizon: now") == "")
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
    #expect(
      main.headings == [
        "Platform roadmap", "Now, next, later", "Now", "Next", "Later", "By quarter", "2026-Q2 this quarter",
        "In detail", "Alpha",
      ])
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
