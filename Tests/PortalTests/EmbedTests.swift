import Diagnostics
import TestSupport
import Testing

/// A site with something of each kind that pages can embed.
private let everything =
  platform + "\n"
  + capability("secrets", domain: "security", "slos: [reads]\ntemplates: [template:go]") + "\n"
  + capability("builds") + """

    -- slo.yaml --
    apiVersion: openslo/v1
    kind: SLO
    metadata: {name: reads, displayName: Secrets can be read}
    spec:
      service: vault
      description: Reads of the store.
      \(indicator)
      timeWindow: [{duration: 28d, isRolling: true}]
      budgetingMethod: Occurrences
      objectives: [{displayName: Answered, target: 0.99}, {displayName: Fast, target: 0.9}]
    ---
    apiVersion: portico/v1
    kind: Measurements
    metadata: {name: m}
    spec:
      slo: reads
      objective: Answered
      asOf: 2026-07-01T00:00:00Z
      slices:
        - {from: 2026-06-29T00:00:00Z, to: 2026-06-30T00:00:00Z, good: 999, total: 1000}
        - {from: 2026-06-30T00:00:00Z, to: 2026-07-01T00:00:00Z, good: 995, total: 1000}
    -- roadmap.yaml --
    apiVersion: portico/v1
    kind: Roadmap
    metadata: {name: r, title: Roadmap}
    spec:
      updated: 2026-06-01
      items:
        - {id: rotate, title: Rotation, problem: P, outcome: O, horizon: now, target: 2026-Q4, capability: secrets}
        - {id: share, title: Sharing, problem: P, outcome: O, horizon: later, capability: secrets}
    -- template.yaml --
    apiVersion: scaffolder.backstage.io/v1beta3
    kind: Template
    metadata:
      {name: go, title: Go service, description: A service., annotations: {portico/start-url: "https://b.example/go"}}
    spec:
      owner: group:platform
      type: service
      steps: [{action: "fetch:template"}]
      parameters:
        - {title: What, required: [name], properties: {name: {type: string, title: Name}}}
        - {title: Where, properties: {region: {type: string, default: eu}}}
    -- team.yaml --
    apiVersion: backstage.io/v1alpha1
    kind: User
    metadata: {name: ada}
    spec: {memberOf: [platform]}
    ---
    apiVersion: portico/v1
    kind: Team
    metadata: {name: platform}
    spec: {group: platform, hours: "9 to 5", channels: [{name: "#help", url: "https://c.example/"}]}
    """

/// What a line shows on the page `guide/a/`.
private func embedded(_ line: String) async throws -> String {
  let main = try await show("guide/a/index.html", everything + "\n-- guide/a.md --\n# A\n\n\(line)\n\nEnd\n")
  let start = try #require(main.firstRange(of: "</h1> ")).upperBound
  let end = try #require(main.firstRange(of: " <p>End</p>")).lowerBound
  return String(main[start..<end])
}

/// The findings of a line, without their path.
private func findings(_ line: String) async -> [String] {
  let site = await TestSite(everything + "\n-- guide/a.md --\n\(line)\n").build()
  return site.diagnostics.map { finding in
    let place = finding.span.map { "\($0.line):\($0.column)+\($0.length)" } ?? ""
    return "\(place) \(finding.message) [\(finding.rule.id)] \(finding.help ?? "")"
  }
}

@Suite struct EmbedTests {
  @Test func showsAServiceLevel() async throws {
    #expect(
      try await embedded(":::slo reads") == """
        <div class="embed" role="group" aria-label="Service level: Secrets can be read"> \
        <p class="embed-title"><a href="../../service-levels/reads/">Secrets can be read</a></p> \
        <p>Reads of the store.</p> \
        <div class="embed-level"> <p class="verdict"><span class="badge is-met" \
        data-stale-after="2026-07-08T00:00:00Z" data-stale="Stale">Met</span> \
        <span>Answered, 28 days, rolling</span></p> \
        <dl> <div><dt>Now</dt><dd>99.70 %</dd></div> <div><dt>Target</dt><dd>99 %</dd></div> \
        <div><dt>Budget left</dt><dd><span class="budget">\
        <progress max="100" value="70" aria-hidden="true"></progress><span>70.0 %</span></span> </dd></div> </dl> \
        <p class="embed-source"><a href="../../service-levels/reads/#_objective-1">How it is computed</a> \
        <span>Measured until 2026-07-01 00:00 UTC</span></p> </div> \
        <div class="embed-level"> <p class="verdict"><span class="badge is-no-data">No data</span> \
        <span>Fast, 28 days, rolling</span></p> \
        <dl> <div><dt>Now</dt><dd>–</dd></div> <div><dt>Target</dt><dd>90 %</dd></div> \
        <div><dt>Budget left</dt><dd>– </dd></div> </dl> \
        <p class="embed-source"><a href="../../service-levels/reads/#_objective-2">How it is computed</a></p> \
        </div> </div>
        """)
  }

  @Test func showsOneObjective() async throws {
    let html = try await embedded(":::slo reads objective=Fast")
    #expect(html.contains("Fast, 28 days") && !html.contains("Answered"))
    #expect(try await embedded(":::slo reads objective=1") == html)
  }

  @Test func showsHistoryAndBudgetAsChartsWithALinkToTheNumbers() async throws {
    let history = try await embedded(":::slo reads objective=Answered show=history")
    #expect(history.contains("<svg class=\"history\""))
    #expect(
      history.contains("<title>2 days to 2026-06-30: 2 at the objective or above, 0 below, 0 without data</title>"))
    #expect(history.contains("<a href=\"../../service-levels/reads/#_objective-1\">"))
    let budget = try await embedded(":::slo reads objective=Answered show=budget")
    #expect(budget.contains("<svg class=\"burn-down\""))
    #expect(!budget.contains("<dt>Now</dt>"))
    #expect(
      try await embedded(":::slo reads objective=Fast show=budget").contains("Nothing was measured in the window."))
    #expect(try await embedded(":::slo reads objective=Fast show=history").contains("Nothing was measured yet."))
  }

  @Test func showsACapability() async throws {
    #expect(
      try await embedded(":::capability secrets") == """
        <ul class="cards" aria-label="Capability"> \
        <li class="card" data-item="../../secrets/" data-lifecycle="production" data-state="no-data" \
        data-owner="Platform team"> \
        <a class="card-title" href="../../secrets/">Secrets</a> <p>What secrets does.</p> \
        <p class="card-meta"><span class="badge is-production">Production</span> \
        <span><a href="../../teams/platform/">Platform team</a> </span></p> \
        <p class="card-level"><span class="badge is-no-data">No data</span></p> </li> </ul>
        """)
  }

  @Test(arguments: [
    ("", ["Builds", "Secrets"]), ("domain=security", ["Secrets"]), ("owner=platform", ["Builds", "Secrets"]),
    ("owner=user:ada", []), ("lifecycle=planned", []), ("domain=delivery lifecycle=production", ["Builds"]),
  ])
  func listsTheCapabilitiesThatMeetAllConditions(conditions: String, titles: [String]) async throws {
    let html = try await embedded(":::capabilities \(conditions)")
    #expect(html.matches(of: #/card-title"[^>]*>([^<]*)</#).map { String($0.1) } == titles)
    #expect(html.contains("No capability at present.") == titles.isEmpty)
  }

  @Test func showsWhatIsPlannedForACapability() async throws {
    #expect(
      try await embedded(":::roadmap secrets") == """
        <div class="embed" role="group" aria-label="Roadmap: Secrets"> \
        <p class="embed-title">On the roadmap for Secrets</p> \
        <ul class="plans"> <li><span class="plan-horizon">Now</span> \
        <a href="../../roadmap/#rotate">Rotation</a> <span class="plan-target">2026-Q4</span></li> \
        <li><span class="plan-horizon">Later</span> <a href="../../roadmap/#share">Sharing</a></li> </ul> \
        <p class="embed-source"><a href="../../roadmap/">The whole roadmap</a></p> </div>
        """)
    let later = try await embedded(":::roadmap secrets horizon=later")
    #expect(later.contains("On the roadmap for Secrets: Later") && !later.contains("Rotation"))
    #expect(try await embedded(":::roadmap builds").contains("Nothing is planned."))
  }

  @Test func showsATemplateAndHowToStartIt() async throws {
    #expect(
      try await embedded(":::template go") == """
        <ul class="cards" aria-label="Software template"> <li class="card"> \
        <a class="card-title" href="../../templates/go/">Go service</a> <p>A service.</p> \
        <p class="card-tags" hidden></p> <p class="card-meta"><span>service</span> \
        <span><a href="../../teams/platform/">Platform team</a> </span></p> \
        <p class="card-start"><a class="button" href="https://b.example/go">Start this template</a></p> </li> </ul>
        """)
  }

  @Test func showsWhatATemplateAsks() async throws {
    let all = try await embedded(":::parameters go")
    #expect(all.contains("<span class=\"form-number\">1</span> What</p>"))
    #expect(all.contains("<code>name</code>") && all.contains("<code>region</code>"))
    let second = try await embedded(":::parameters go step=2")
    #expect(second.contains("<span class=\"form-number\">2</span> Where</p>"))
    #expect(!second.contains("<code>name</code>") && second.contains("<code>region</code>"))
  }

  @Test(arguments: ["platform", "group:default/Platform", "capability:secrets"])
  func showsAnOwnerAndHowToReachThem(reference: String) async throws {
    #expect(
      try await embedded(":::owner \(reference)") == """
        <div class="embed" role="group" aria-label="Owner: Platform team"> \
        <p class="embed-title"><a href="../../teams/platform/">Platform team</a> </p> \
        <dl> <div><dt>Channel</dt><dd><a href="https://c.example/">#help</a></dd></div> \
        <div><dt>Hours</dt><dd><span data-hours="9 to 5">9 to 5 \
        <span class="hours-open" data-open hidden>Open now</span>\
        <span class="hours-closed" data-closed hidden>Closed now</span> \
        <span class="hours-local" data-local="{from}–{to} your time" hidden></span></span></dd></div> </dl> </div>
        """)
  }

  @Test func showsBadges() async throws {
    #expect(
      try await embedded(":::badge slo:reads")
        == "<p class=\"embed-badge\"><a href=\"../../service-levels/reads/\">Secrets can be read</a> "
        + "<span class=\"badge is-no-data\">No data</span></p>")
    #expect(
      try await embedded(":::badge capability:builds")
        == "<p class=\"embed-badge\"><a href=\"../../builds/\">Builds</a> "
        + "<span class=\"badge is-production\">Production</span> </p>")
  }

  @Test(arguments: [
    (":::slo raeds", "1:8+5 there is no service level 'raeds' [unknown-reference] Did you mean 'reads'?"),
    (
      ":::slo reads objective=Slow",
      "1:24+4 there is no objective 'Slow' [unknown-reference] Known: Answered, Fast."
    ),
    (":::capability secretz", "1:15+7 there is no capability 'secretz' [unknown-reference] Did you mean 'secrets'?"),
    (
      ":::capability component:x",
      "1:15+11 there is no capability 'component:x' [unknown-reference] "
        + "Known: capability:builds, capability:secrets."
    ),
    (
      ":::capabilities domain=secrity",
      "1:24+7 there is no domain 'secrity' [unknown-reference] Did you mean 'security'?"
    ),
    (
      ":::capabilities owner=group:platfrom",
      "1:23+14 there is no group or user 'group:platfrom' [unknown-reference] Did you mean 'group:platform'?"
    ),
    (":::template og", "1:13+2 there is no template 'og' [unknown-reference] Did you mean 'go'?"),
    (":::parameters go step=3", "1:23+1 the template has no step '3' [embed-option] Write a number from 1 to 2."),
    (
      ":::owner capability:secret",
      "1:10+17 there is no capability 'capability:secret' [unknown-reference] Did you mean 'capability:secrets'?"
    ),
    (":::badge slo:raeds", "1:14+5 there is no service level 'raeds' [unknown-reference] Did you mean 'reads'?"),
    (
      ":::badge slo:",
      "1:10+4 'slo:' does not say of what kind it is [embed-argument] Write 'slo:NAME' or 'capability:NAME'."
    ),
    (
      ":::roadmap secrets horizon=nwo",
      "1:28+3 'nwo' is no value of the option 'horizon' [embed-option] Did you mean 'now'?"
    ),
  ])
  func reportsWhatIsNotThere(line: String, finding: String) async {
    #expect(await findings(line) == [finding])
  }

  @Test func aNoteOfAnotherDialectIsNoNearMiss() async {
    // The names that Docusaurus, VitePress, Starlight, MyST and Python-Markdown's users know.
    for name in [
      "note", "tip", "info", "caution", "danger", "warning", "important", "details", "success", "secondary", "hint",
      "attention", "error", "seealso", "admonition", "tabs", "tab", "tab-item", "tab-set", "card", "cards", "grid",
      "code-group", "steps", "aside", "dropdown", "figure", "table", "list-table", "versionadded", "deprecated",
      "abstract", "question", "failure", "bug", "example", "quote", "raw", "v-pre", "spoiler", "column", "columns",
    ] {
      #expect(await !findings(":::\(name) Title\nText\n:::").contains { $0.contains("embed") }, "\(name)")
    }
  }
}
