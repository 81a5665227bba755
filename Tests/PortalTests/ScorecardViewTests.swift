import TestSupport
import Testing

/// What the pages of a site show of scorecards.
@Suite struct ScorecardViewTests {
  private static let site =
    platform + "\n"
    + capability(
      "secrets", title: "Secrets",
      """
      access: {selfService: true, how: get.md, leadTime: PT10M}
      templates: [go]
      """) + """

      -- secrets/get.md --
      ---
      title: Get one
      type: how-to
      reviewed: 2026-06-01
      reviewIn: P1M
      ---
      -- go/template.yaml --
      \(template("go", title: "Go service"))-- first.yaml --
      apiVersion: portico/v1
      kind: OnboardingPath
      metadata: {name: first, title: First deploy}
      spec:
        goal: It runs.
        steps:
          - {page: secrets/get.md, time: PT20M}
          - {template: go, time: PT30M}
          - {title: Read, time: PT5M}
      """

  private static let verdicts = """
    {{#capability.scorecard}}{{#questions}}{{id}} {{passed}}/{{asked}}: {{#entries}}{{verdict.id}} {{reason}}; \
    {{/entries}}{{/questions}}{{/capability.scorecard}}
    """

  @Test func factsComeFromPagesCatalogueAndPaths() async throws {
    let written = try await write(
      "capability", ScorecardViewTests.verdicts, page: "secrets/index.html", ScorecardViewTests.site)
    #expect(
      written == """
        understand 3/5: pass 1 how-to guide; fail none of its pages is a tutorial; \
        fail none of its pages is a reference; pass 1 page in date; pass all lead somewhere; \
        trust 1/7: pass group:platform; fail no contact, no hours, no response time; fail no service level; \
        not-measured no service level; not-measured no measurements; not-measured no service level; \
        fail nobody is on call; not-applicable no incident; \
        value 5/5: pass 10 minutes; pass a page tells how; pass Go service; pass 2 steps; pass 20 minutes;
        """)
  }

  @Test func brokenLinksOfItsPagesCount() async {
    let text =
      ScorecardViewTests.site + "\n-- secrets/more.md --\n[a](gone.md) [b](lost.md)\n-- other.md --\n[c](gone.md)"
    let site = await TestSite(
      text + "\n-- theme/layouts/capability.mustache --\n<main>\(ScorecardViewTests.verdicts)</main>"
    ).build()
    #expect(site.main("secrets/index.html")?.contains("fail 2 broken links;") == true)
  }

  @Test func whatIsMissingLinksToWhatToDo() async throws {
    let main = try await show("secrets/index.html", ScorecardViewTests.site)
    #expect(main.contains("<p>No level yet. For Bronze, this is missing:</p>"))
    #expect(
      main.contains(
        "<li><span class=\"badge is-fail\">Fail</span> <a href=\"../scorecard/#support\">"
          + "Support says where to ask and when it answers</a>: no contact, no hours, no response time."))
    #expect(main.headings.contains("Scorecard"))
  }

  @Test func overviewTellsWhoReachedWhatAndWhoFails() async throws {
    let written = try await write(
      "scorecard",
      """
      {{#scorecard}}{{#levels}}{{name}} {{count}}; {{/levels}}{{#rows}}{{title}} {{href}} {{#questions}}{{passed}}/{{asked}} \
      {{/questions}}{{/rows}}{{#questions}}{{#rules}}{{#failed}}{{name}}:{{title}} {{/failed}}{{/rules}}{{/questions}}{{/scorecard}}
      """, page: "scorecard/index.html", ScorecardViewTests.site)
    #expect(
      written == """
        Gold 0; Silver 0; Bronze 0; No level yet 1; Secrets ../secrets/#_scorecard 3/5 1/7 5/5 \
        Tutorial:Secrets Reference:Secrets Support:Secrets Service level:Secrets On call:Secrets
        """)
  }

  @Test func siteMaySwitchTheScorecardOff() async throws {
    let ids = [
      "how-to", "tutorial", "reference", "reviewed", "links", "owner", "support", "service-level", "measured", "fresh",
      "within-budget", "on-call", "incidents-reviewed", "lead-time", "self-service", "template", "onboarding-path",
      "first-step",
    ]
    let rules = ids.map { "\($0): off" }.joined(separator: ", ")
    let text = ScorecardViewTests.site.replacing(
      "title: Harbour\n", with: "title: Harbour\nscorecard: {rules: {\(rules)}}\n")
    let site = await TestSite(text).build()
    #expect(site.findings == [])
    #expect(!site.paths.contains("scorecard/index.html"))
    #expect(site.main("secrets/index.html")?.headings.contains("Scorecard") == false)
  }
}
