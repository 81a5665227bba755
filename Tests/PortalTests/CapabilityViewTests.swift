import Diagnostics
import TestSupport
import Testing

/// The page of a capability.
@Suite struct CapabilityViewTests {
  private func write(_ template: String, spec: String = "", _ more: String = "") async throws -> String {
    try await PortalTests.write(
      "capability", "{{#capability}}\(template){{/capability}}", page: "secrets/index.html",
      platform + "\n" + capability("secrets", spec) + "\n" + more)
  }

  // MARK: Fields

  @Test func identityIsShownWithNamesInPlaceOfReferences() async throws {
    let written = try await write(
      "{{title}}|{{description}}|{{lifecycle}}|{{lifecycleLabel}}|{{domain}}|{{owner.title}}|{{maturity}}",
      spec: "maturity: scalable")
    #expect(written == "Secrets|What secrets does.|production|Production|Build and deliver|Platform team|scalable")
  }

  @Test func optionalFactsAreAbsent() async throws {
    let written = try await write(
      """
      {{^maturity}}1{{/maturity}}{{^problem}}2{{/problem}}{{^notFor}}3{{/notFor}}{{^access}}4{{/access}}\
      {{^support}}5{{/support}}{{^responsibilities}}6{{/responsibilities}}{{^controls}}7{{/controls}}{{^cost}}8{{/cost}}\
      {{^backup}}9{{/backup}}{{^adoption}}A{{/adoption}}{{^hasServiceLevels}}B{{/hasServiceLevels}}\
      {{^hasGuides}}C{{/hasGuides}}{{^hasRoadmap}}D{{/hasRoadmap}}{{^replacedBy}}E{{/replacedBy}}{{^sunset}}F{{/sunset}}\
      {{^hasRelations}}G{{/hasRelations}}
      """)
    #expect(written == "123456789ABCDEFG")
  }

  @Test func accessAndSupportAreInWords() async throws {
    let written = try await write(
      """
      {{#access}}{{#isSelfService}}self{{/isSelfService}} {{leadTime}}{{/access}}|\
      {{#support}}{{contact}} {{hours}} {{response}}{{^isOnCall}} not on call{{/isOnCall}}{{/support}}
      """,
      spec: """
        access: {selfService: true, leadTime: PT10M}
        support: {contact: "#help", hours: 9-17, response: PT4H}
        """)
    #expect(written == "self 10 minutes|#help 9-17 4 hours not on call")
  }

  @Test func adoptionIsTheLatestCountWithItsShare() async throws {
    let written = try await write(
      "{{#adoption}}{{users}} {{of}} {{percent}} {{date}}{{/adoption}}",
      spec: "adoption: [{date: 2026-06-30, users: 41, of: 60}, {date: 2026-03-31, users: 20, of: 60}]")
    #expect(written == "41 60 68 % 2026-06-30")
  }

  @Test func adoptionOverTimeIsAChartWithATable() async throws {
    let written = try await write(
      "{{#adoption}}{{chart}}|{{#ticks}}{{.}};{{/ticks}}|{{#counts}}{{date}} {{users}} {{percent}};{{/counts}}{{/adoption}}",
      spec: """
        adoption: [{date: 2026-01-21, users: 5}, {date: 2026-01-01, users: 2, of: 10}, {date: 2026-01-11, users: 4, of: 8}]
        """)
    #expect(
      written == """
        <svg class="burn-down" viewBox="0 0 1000 200" preserveAspectRatio="none" role="img">\
        <title>From 2 users on 2026-01-01 to 5 on 2026-01-21</title>\
        <path class="area" d="M0 200L0 160L500 120L1000 100L1000 200z"/><path class="zero" d="M0 200H1000"/>\
        <path class="pace" d="M0 0L500 40"/><path class="line" d="M0 160L500 120L1000 100"/></svg>\
        |10;0;|2026-01-01 2 20 %;2026-01-11 4 50 %;2026-01-21 5 ;
        """)
  }

  @Test(arguments: [("{users: 3, date: 2026-01-01}", "3"), ("{users: 0, of: 0, date: 2026-01-01}", "0 of 0")])
  func shareOfNothingIsAbsent(adoption: String, written: String) async throws {
    let template = "{{#adoption}}{{users}}{{#of}} of {{.}}{{/of}}{{#percent}} {{.}}{{/percent}}{{/adoption}}"
    #expect(try await write(template, spec: "adoption: [\(adoption)]") == written)
  }

  @Test func listsKeepTheirOrder() async throws {
    let written = try await write(
      """
      {{#responsibilities}}{{area}}:{{platform}}:{{team}};{{/responsibilities}}|\
      {{#controls}}{{id}}:{{title}}:{{enforcement}};{{/controls}}|\
      {{#cost}}{{model}} {{note}} {{#estimates}}{{label}}={{monthly}};{{/estimates}}{{/cost}}|\
      {{#backup}}{{rpo}} {{rto}}{{/backup}}|{{#relations}}{{label}}:{{#links}} {{title}}{{/links}};{{/relations}}
      """,
      spec: """
        responsibilities: [{area: Rotation, platform: Runs, team: Restarts}, {area: A, platform: B, team: C}]
        controls: [{id: S2, title: Two, enforcement: blocking}, {id: S1, title: One, enforcement: advisory}]
        cost: {model: showback, note: Cheap, estimate: [{label: one, monthly: EUR 3}]}
        backup: {rpo: PT1H, rto: P1D}
        templates: [template:b, template:a]
        """, "\n-- t.yaml --\n" + template("a", title: "Ask") + "---\n" + template("b", title: "Build"))
    #expect(
      written == "Rotation:Runs:Restarts;A:B:C;|S2:Two:blocking;S1:One:advisory;|showback Cheap one=EUR 3;|1 hour 1 day"
        + "|Templates: Build Ask;")
  }

  @Test func serviceLevelShowsItsObjectivesAndWhatTheyAllow() async throws {
    let written = try await write(
      """
      {{#serviceLevels}}{{name}} {{title}} {{service}} {{method}} {{window}}: \
      {{#objectives}}{{title}} {{target}} {{allowance}};{{/objectives}}{{/serviceLevels}}
      """,
      spec: "slos: [reads]",
      """
      -- slo.yaml --
      apiVersion: openslo/v1
      kind: SLO
      metadata: {name: reads, displayName: Reads}
      spec:
        service: vault
        \(indicator)
        timeWindow: [{duration: 30d, isRolling: true}]
        budgetingMethod: Timeslices
        objectives: [{displayName: Availability, target: 0.999, timeSliceTarget: 0.99, timeSliceWindow: 1m}]
      """)
    #expect(
      written == "reads Reads vault by good time slices 30 days, rolling: Availability 99.9 % 43.2 minutes in 30 days;")
  }

  @Test func occurrencesAllowAShareOfEvents() async throws {
    let written = try await write(
      "{{#serviceLevels}}{{#objectives}}{{target}} {{allowance}}{{/objectives}}{{/serviceLevels}}",
      """
      -- slo.yaml --
      apiVersion: openslo/v1
      kind: SLO
      metadata: {name: reads, annotations: {portico/capability: secrets}}
      spec:
        service: vault
        \(indicator)
        timeWindow: [{duration: 30d, isRolling: true}]
        budgetingMethod: Occurrences
        objectives: [{target: 0.9995}]
      """)
    #expect(written == "99.95 % 0.05 % of events")
  }

  @Test func worstObjectiveSaysHowTheCapabilityStands() async throws {
    func measured(_ objective: String, good: Int) -> String {
      """
      ---
      apiVersion: portico/v1
      kind: Measurements
      metadata: {name: \(objective.lowercased())}
      spec:
        slo: reads
        objective: \(objective)
        asOf: 2026-07-01T00:00:00Z
        slices: [{from: 2026-06-30T00:00:00Z, to: 2026-07-01T00:00:00Z, good: \(good), total: 1000}]
      """
    }
    let written = try await write(
      "{{#level}}{{label}}{{/level}} {{budget}}",
      spec: "slos: [reads]",
      """
      -- slo.yaml --
      apiVersion: openslo/v1
      kind: SLO
      metadata: {name: reads}
      spec:
        service: vault
        \(indicator)
        timeWindow: [{duration: 28d, isRolling: true}]
        budgetingMethod: Occurrences
        objectives: [{displayName: Answered, target: 0.99}, {displayName: Fast, target: 0.995}]
      \(measured("Answered", good: 995))
      \(measured("Fast", good: 990))
      """)
    #expect(written == "Breached budget overspent by 100 %")
  }

  // MARK: Links

  @Test func dependenciesLinkBothWays() async throws {
    let text =
      platform + "\n" + capability("secrets", "dependsOn: [capability:identity]") + "\n" + capability("identity")
    let template =
      "{{#capability}}{{#relations}}{{label}}{{#links}} {{title}} {{href}}{{/links}};{{/relations}}{{/capability}}"
    #expect(
      try await PortalTests.write("capability", template, page: "secrets/index.html", text)
        == "Depends on Identity ../identity/;")
    #expect(
      try await PortalTests.write("capability", template, page: "identity/index.html", text)
        == "Required by Secrets ../secrets/;")
  }

  @Test func successorIsLinked() async throws {
    let old = capability("secrets", "replacedBy: capability:vault2\nsunset: 2027-03-31")
      .replacing("lifecycle: production", with: "lifecycle: deprecated")
    let written = try await PortalTests.write(
      "capability", "{{#capability}}{{#replacedBy}}{{title}} {{href}}{{/replacedBy}} {{sunset}}{{/capability}}",
      page: "secrets/index.html", [platform, old, capability("vault2")].joined(separator: "\n"))
    #expect(written == "Vault2 ../vault2/ 2027-03-31")
  }

  @Test func howToGetItIsALinkRelativeToTheYAML() async throws {
    let written = try await write(
      "{{#access.how}}{{title}} {{href}}{{/access.how}}", spec: "access: {how: guides/get.md#now}",
      "-- secrets/guides/get.md --\n# Get a secret\n\n## Now")
    #expect(written == "Get a secret ../secrets/guides/get/#now")
  }

  @Test func howToGetItMayLieElsewhere() async throws {
    let site = await TestSite(
      platform + "\n" + capability("secrets", "access: {how: https://tickets.example.com/?a=1&b=2}")
    ).build()
    #expect(site.findings == [])
  }

  @Test func brokenHowIsReportedAtItsPlaceInTheYAML() async {
    let site = await TestSite(
      platform + "\n" + capability("secrets", "access: {selfService: true, how: gte.md}") + "\n-- secrets/get.md --"
    ).build()
    #expect(site.findings == ["content/secrets/capability.yaml:8:36: error: no page or file 'gte.md' [broken-link]"])
    #expect(site.diagnostics.first?.help == "Did you mean 'get.md'?")
  }

  @Test func guidesAreThePagesOfTheFolderByType() async throws {
    let written = try await write(
      "{{#guides}}{{title}}: {{#pages}}{{title}} {{href}} {{description}};{{/pages}} {{/guides}}",
      """
      -- secrets/why.md --
      ---
      type: explanation
      ---
      -- secrets/start.md --
      ---
      type: tutorial
      description: Ten minutes
      ---
      -- secrets/more/other.md --
      -- secrets/hidden.md --
      ---
      hidden: true
      ---
      -- guides/rotate.md --
      ---
      type: how-to
      capability: Secrets
      ---
      """)
    #expect(
      written
        == "Tutorials: Start ../secrets/start/ Ten minutes; How-to guides: Rotate ../guides/rotate/ ; Explanation: Why ../secrets/why/ ; "
        + "Other pages: More ../secrets/more/ ;Other ../secrets/more/other/ ;")
  }

  @Test func roadmapItemsOfTheCapabilityAreLinked() async throws {
    let written = try await write(
      "{{#roadmap}}{{horizonLabel}} {{title}} {{href}} {{target}};{{/roadmap}}",
      """
      -- roadmap.yaml --
      apiVersion: portico/v1
      kind: Roadmap
      metadata: {name: r}
      spec:
        updated: 2026-06-01
        items:
          - {id: a, title: A, problem: P, outcome: O, horizon: next, capability: secrets, target: 2026-Q4}
          - {id: b, title: B, problem: P, outcome: O, horizon: now}
      """)
    #expect(written == "Next A ../roadmap/#a 2026-Q4;")
  }

  @Test func textOfTheFolderIsTheIntroduction() async throws {
    let text =
      platform + "\n" + capability("secrets")
      + "\n-- secrets/index.md --\nHow [it](get.md) works.\n-- secrets/get.md --"
    let main = try await show("secrets/index.html", text)
    #expect(main.contains("<p>How <a href=\"../secrets/get/\">it</a> works.</p>"))
    #expect(main.headings.first == "Secrets")
  }

  @Test func linkToTheYAMLLeadsToThePage() async throws {
    let main = try await show(
      "a/index.html", platform + "\n" + capability("secrets") + "\n-- a.md --\n[x](secrets/capability.yaml)")
    #expect(main.contains("<a href=\"../secrets/\">x</a>"))
  }

  @Test func capabilityInAFileOfAnotherNameLiesBelowTheCatalogue() async {
    var site = TestSite(platform + "\n" + capability("secrets"))
    site.set("all.yaml", site.files["secrets/capability.yaml"])
    site.set("secrets/capability.yaml", nil)
    let built = await site.build()
    #expect(built.paths.contains("capabilities/secrets/index.html"))
  }

  // MARK: The default theme

  @Test func capabilityWithoutOptionalPartsHasNoEmptyHeading() async throws {
    let main = try await show("secrets/index.html", platform + "\n" + capability("secrets"))
    #expect(main.headings == ["Secrets", "Scorecard"])
  }

  @Test func eachPartHasItsHeading() async throws {
    let main = try await show(
      "secrets/index.html",
      platform + "\n"
        + capability(
          "secrets",
          """
          problem: P
          notFor: N
          access: {how: get.md}
          support: {contact: C}
          responsibilities: [{area: A, platform: B, team: C}]
          controls: [{id: S, title: T, enforcement: warning}]
          cost: {model: M}
          backup: {rpo: PT1H}
          adoption: [{date: 2026-01-01, users: 1}]
          templates: [template:a]
          """) + "\n-- secrets/get.md --\n\n-- t.yaml --\n" + template("a", title: "A"))
    #expect(
      main.headings == [
        "Secrets", "What it is for", "When not to use it", "Responsibilities", "Guardrails", "Cost", "Backup", "Guides",
        "Other pages", "Dependencies", "Adoption", "Scorecard",
      ])
  }

  @Test func linkToAPartOfThePageIsKnown() async throws {
    let site = await TestSite(
      platform + "\n" + capability("secrets", "backup: {rpo: PT1H}")
        + "\n-- a.md --\n[x](secrets/capability.yaml#_backup)"
    ).build()
    #expect(site.findings == [])
    #expect(site.main("secrets/index.html")?.contains("id=\"_backup\"") == true)
  }
}
