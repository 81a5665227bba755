import TestSupport
import Testing

/// Pages of incidents and maintenance, and where else they are told of.
@Suite struct IncidentViewTests {
  private static let site =
    platform + "\n" + capability("secrets", title: "Secrets") + "\n" + capability("deploy", title: "Deploy") + """

      -- incidents/sealed.md --
      ---
      title: Vault was sealed
      description: Nobody could read a secret.
      kind: incident
      severity: down
      affected: [capability:secrets, deploy]
      started: 2026-05-01T09:50:00Z
      detected: 2026-05-01T10:00:00Z
      declared: 2026-05-01T10:05:00Z
      repaired: 2026-05-01T10:30:00Z
      resolved: 2026-05-01T11:00:00Z
      reviewed: 2026-05-04
      ---
      What happened.
      -- incidents/slow.md --
      ---
      title: Reads were slow
      kind: incident
      severity: disrupted
      affected: [secrets]
      detected: 2026-06-29T22:00:00Z
      ---
      -- incidents/upgrade.md --
      ---
      title: Upgrade of Vault
      kind: incident
      severity: notice
      affected: [secrets]
      planned: {from: 2026-07-04T06:00:00Z, to: 2026-07-04T08:30:00Z}
      ---
      """

  private static let line = """
    {{title}} {{href}} {{severity}} {{state.id}}{{#isMaintenance}} planned {{from}} to {{to}}{{/isMaintenance}} \
    {{duration}}{{#lacksReview}} unreviewed{{/lacksReview}};
    """

  @Test func timesOfAnIncidentAreDerived() async throws {
    let written = try await write(
      "incident",
      """
      {{#incident}}{{duration}}|{{timeToRepair}}|{{reviewed}}|{{#affected}}{{title}} {{href}};{{/affected}}|\
      {{#timeline}}{{label}} {{at}} {{after}};{{/timeline}}{{/incident}}|{{page.content}}
      """, page: "incidents/sealed/index.html", IncidentViewTests.site)
    #expect(
      written == """
        40 minutes|30 minutes|2026-05-04|Secrets ../../secrets/;Deploy ../../deploy/;|\
        Began 2026-05-01 09:50 UTC ;Detected 2026-05-01 10:00 UTC 10 minutes;Declared 2026-05-01 10:05 UTC 5 minutes;\
        Repaired 2026-05-01 10:30 UTC 25 minutes;Resolved 2026-05-01 11:00 UTC 30 minutes;|<p>What happened.</p>
        """)
  }

  @Test func indexTellsOpenOnesPlannedWorkAndTheRest() async throws {
    let line = IncidentViewTests.line
    let written = try await write(
      "incidents",
      """
      {{#incidents}}open: {{#open}}\(line){{/open}} upcoming: {{#upcoming}}\(line){{/upcoming}} \
      {{#months}}{{title}}: {{#records}}\(line){{/records}}{{/months}}{{/incidents}}
      """, page: "incidents/index.html", IncidentViewTests.site)
    #expect(
      written == """
        open: Reads were slow ../incidents/slow/ disrupted open ; \
        upcoming: Upgrade of Vault ../incidents/upgrade/ notice upcoming planned \
        2026-07-04 06:00 UTC to 2026-07-04 08:30 UTC 2 hours 30 minutes; \
        May 2026: Vault was sealed ../incidents/sealed/ down resolved 40 minutes;
        """)
  }

  @Test func meanTimeToRepairIsPerCapabilityAndQuarter() async throws {
    let second =
      IncidentViewTests.site + """

        -- incidents/again.md --
        ---
        title: Vault was sealed again
        kind: incident
        severity: down
        affected: [secrets]
        detected: 2026-06-30T23:50:00Z
        repaired: 2026-07-01T00:00:00Z
        ---
        """
    let written = try await write(
      "incidents",
      """
      {{#incidents.repair}}{{#quarters}}{{.}} {{/quarters}}{{#rows}}{{title}} {{#cells}}{{#mean}}{{.}}, {{count}}{{/mean}}{{^mean}}–{{/mean}} {{/cells}};\
      {{/rows}}{{/incidents.repair}}
      """, page: "incidents/index.html", second, asOf: "2026-07-01")
    #expect(
      written == "2025-Q4 2026-Q1 2026-Q2 2026-Q3 Deploy – – 30 minutes, 1 incident – ;"
        + "Secrets – – 20 minutes, 2 incidents – ;All – – 20 minutes, 2 incidents – ;")
  }

  @Test func openOnesAndPlannedWorkStandFirstWhereTheyMatter() async throws {
    let alerts = "{{#alerts}}{{title}} {{state.id}};{{/alerts}}"
    let text = IncidentViewTests.site
    let home = try await write("home", "{{#platform}}\(alerts){{/platform}}", page: "index.html", text)
    #expect(home == "Reads were slow open;Upgrade of Vault upcoming;")
    let capability =
      "{{#capability}}\(alerts)|{{#incidents}}{{title}};{{/incidents}}|"
      + "{{#repairTimes}}{{quarter}} {{mean}} {{count}};{{/repairTimes}}{{/capability}}"
    let secrets = try await write("capability", capability, page: "secrets/index.html", text)
    #expect(
      secrets == "Reads were slow open;Upgrade of Vault upcoming;|Upgrade of Vault;Reads were slow;Vault was sealed;|"
        + "2026-Q2 30 minutes 1 incident;")
    let deploy = try await write("capability", capability, page: "deploy/index.html", text)
    #expect(deploy == "|Vault was sealed;|2026-Q2 30 minutes 1 incident;")
  }

  @Test func plannedWorkEndsWithTheDayOfItsEnd() async throws {
    let alerts = "{{#platform.alerts}}{{title}} {{state.label}};{{/platform.alerts}}"
    let text = IncidentViewTests.site
    let before = try await write("home", alerts, page: "index.html", text, asOf: "2026-07-03")
    #expect(before == "Reads were slow Open;Upgrade of Vault Planned;")
    let during = try await write("home", alerts, page: "index.html", text, asOf: "2026-07-04")
    #expect(during == "Upgrade of Vault Today;Reads were slow Open;")
    let after = try await write("home", alerts, page: "index.html", text, asOf: "2026-07-05")
    #expect(after == "Reads were slow Open;")
  }

  @Test func incidentsOfTheYearThatNobodyReviewedFail() async throws {
    let rule =
      "{{#capability.scorecard}}{{#questions}}{{#entries}}{{reason}};{{/entries}}{{/questions}}{{/capability.scorecard}}"
    let text = IncidentViewTests.site.replacing("reviewed: 2026-05-04\n", with: "")
    let written = try await write("capability", rule, page: "deploy/index.html", text)
    #expect(written.contains("1 of 1 incident not reviewed;"))
    let reviewed = try await write("capability", rule, page: "deploy/index.html", IncidentViewTests.site)
    #expect(reviewed.contains("1 incident;"))
  }

  @Test func embedShowsTheLastOfACapability() async throws {
    let text = IncidentViewTests.site + "\n-- guide.md --\n:::incidents deploy\n"
    let guide = try await show("guide/index.html", text)
    #expect(guide.contains("<p class=\"embed-title\">Incidents of Deploy</p>"))
    #expect(guide.contains("<a class=\"record-title\" href=\"../incidents/sealed/\">Vault was sealed</a>"))
    #expect(!guide.contains("Reads were slow"))
    #expect(guide.contains("<a href=\"../incidents/\">All incidents</a>"))
  }

  @Test func incidentOfCStateIsRead() async throws {
    let text =
      platform + "\n" + capability("secrets", title: "Secrets") + """

        -- issues/down.md --
        ---
        title: Secrets were down
        date: 2026-05-01 10:00:00
        resolved: true
        resolvedWhen: 2026-05-01 11:30:00
        severity: down
        affected: [Secrets]
        section: issue
        ---
        """
    let written = try await write(
      "incidents", "{{#incidents.months}}{{#records}}\(IncidentViewTests.line){{/records}}{{/incidents.months}}",
      page: "issues/index.html", text)
    #expect(written == "Secrets were down ../issues/down/ down resolved 1 hour 30 minutes unreviewed;")
  }
}
