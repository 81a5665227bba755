import Foundation
import TestSupport
import Testing

@Suite struct ServiceLevelsTests {
  private static func site(_ slices: String, extra: String = "", asOf: String = "2026-06-30") -> TestSite {
    TestSite(
      """
      -- portico.yaml --
      title: Portal
      domains: [{id: d}]
      \(extra)
      -- capabilities/vault/capability.yaml --
      apiVersion: portico/v1
      kind: Capability
      metadata: {name: vault, title: Vault, description: Secrets.}
      spec: {domain: d, owner: group:platform, lifecycle: production}
      -- teams.yaml --
      apiVersion: backstage.io/v1alpha1
      kind: Group
      metadata: {name: platform}
      spec: {type: team, children: []}
      -- slo.yaml --
      apiVersion: openslo/v1
      kind: SLO
      metadata:
        name: reads
        displayName: Reads <work>
        annotations: {portico/capability: vault, portico/consequence: Releases stop.}
      spec:
        service: vault
        \(indicator)
        timeWindow: [{duration: 28d, isRolling: true}]
        budgetingMethod: Occurrences
        objectives: [{displayName: Answered, target: 0.999}]
      -- measurements.yaml --
      apiVersion: portico/v1
      kind: Measurements
      metadata: {name: june}
      spec:
        slo: reads
        source: prometheus
        asOf: \(asOf)
        slices: [\(slices)]
      """)
  }

  private static let slices =
    "{from: 2026-06-28, to: 2026-06-29, good: 1999200, total: 2000000}, {from: 2026-06-29, to: 2026-06-30, noData: true}"

  /// A page's text without tags, runs of white space as one space.
  private func words(_ main: String?) -> String {
    var text = ""
    var isTag = false
    for character in main ?? "" {
      if character == "<" { isTag = true }
      if !isTag { text.append(character) }
      if character == ">" { (isTag, text) = (false, text + " ") }
    }
    return text.split { $0.isWhitespace }.joined(separator: " ")
  }

  @Test func overviewShowsStateValueAndBudget() async {
    let built = await ServiceLevelsTests.site(ServiceLevelsTests.slices).build()
    #expect(built.findings == [])
    let text = words(built.main("service-levels/index.html"))
    #expect(text.contains("Reads &lt;work&gt; Answered, 28 days, rolling Met 60.0 % 99.96 % 99.9 %"))
  }

  @Test func pageShowsItsWorking() async {
    let built = await ServiceLevelsTests.site(ServiceLevelsTests.slices).build()
    let text = words(built.main("service-levels/reads/index.html"))
    #expect(text.contains("1,999,200 of 2,000,000 events = 99.96 %"))
    #expect(text.contains("800 ÷ 2,000 = 40.0 %"))
    #expect(text.contains("100 % − 40.0 % = 60.0 %"))
    #expect(text.contains("Source prometheus"))
    #expect(text.contains("When the budget is gone: Releases stop."))
    #expect(text.contains("2 days to 2026-06-29: 1 at the objective or above, 0 below, 1 without data"))
  }

  @Test func capabilityAndCardShowTheWorstState() async {
    let built = await ServiceLevelsTests.site("{from: 2026-06-28, to: 2026-06-29, good: 998, total: 1000}").build()
    #expect(words(built.main("capabilities/vault/index.html")).contains("Breached 99.80 % 99.9 % −100.0 %"))
    #expect(words(built.main("index.html")).contains("Breached budget overspent by 100 %"))
  }

  @Test func staleIsNeverShownAsMet() async {
    let site = ServiceLevelsTests.site(ServiceLevelsTests.slices, extra: "measurements: {maxAge: P3D}")
    let built = await site.build(asOf: "2026-07-02")
    let card = words(built.main("index.html"))
    #expect(card.contains("Stale"))
    #expect(!card.contains("Met"))
    #expect(!card.contains("budget"))
  }

  @Test func stateOfThePresentSaysWhenItIsStale() async {
    let built = await ServiceLevelsTests.site(ServiceLevelsTests.slices).build()
    let badge = "<span class=\"badge is-met\" data-stale-after=\"2026-07-06T00:00:00Z\" data-stale=\"Stale\">Met</span>"
    #expect(built.main("index.html")?.contains(badge) == true)
    // In its head and at its objective, but not at the days, which stay as they were.
    #expect(built.main("service-levels/reads/index.html")?.components(separatedBy: badge).count == 3)
  }

  @Test func stateThatIsStaleOrUnknownSaysNoTime() async {
    let site = ServiceLevelsTests.site(ServiceLevelsTests.slices, extra: "measurements: {maxAge: P3D}")
    #expect(await site.build(asOf: "2026-07-03").main("index.html")?.contains("data-stale-after") == false)
  }

  @Test func withoutMeasurementsThereIsNoData() async {
    var site = ServiceLevelsTests.site(ServiceLevelsTests.slices)
    site.set("measurements.yaml", nil)
    let built = await site.build()
    #expect(built.findings == [])
    #expect(words(built.main("index.html")).contains("No data"))
    #expect(words(built.main("service-levels/reads/index.html")).contains("No data Nothing was measured"))
  }

  @Test func publishesContradictionsAsInvalid() async {
    let built = await ServiceLevelsTests.site("{from: 2026-06-28, to: 2026-06-29, good: 2, total: 1}").build()
    #expect(
      built.findings == [
        "content/measurements.yaml:8:12: warning: 2 good out of 1 cannot be [invalid-measurements]"
      ])
    #expect(words(built.main("index.html")).contains("Invalid"))
  }

  @Test func measurementsAreNotPublished() async {
    let built = await ServiceLevelsTests.site(ServiceLevelsTests.slices).build()
    #expect(!built.paths.contains { $0.hasSuffix(".yaml") })
  }

  @Test func filesOfMeasurementsAreReadAndNotPublished() async {
    var site = ServiceLevelsTests.site("")
    site.set("measurements.yaml", nil)
    site.set(
      "data/june.measurements.csv",
      Array("slo,from,to,good,total\nreads,2026-06-29,2026-06-30,1999,2000\n".utf8))
    site.set("data/other.csv", Array("a,b\n".utf8))
    let built = await site.build()
    #expect(built.findings == [])
    #expect(built.paths.filter { $0.hasSuffix(".csv") } == ["data/other.csv"])
    let text = words(built.main("service-levels/reads/index.html"))
    #expect(text.contains("1,999 of 2,000 events = 99.95 %"))
    #expect(text.contains("Source content/data/june.measurements.csv"))
  }

  @Test func nothingPublishedHoldsCredentials() async {
    var site = ServiceLevelsTests.site(ServiceLevelsTests.slices)
    site.set(
      "sources.yaml",
      Array(
        """
        apiVersion: openslo/v1
        kind: DataSource
        metadata: {name: prom, displayName: Prometheus of the platform}
        spec: {type: Prometheus, connectionDetails: {password: hunter2}}
        ---
        apiVersion: openslo.com/v2alpha
        kind: SLO
        metadata: {name: writes}
        spec:
          service: vault
          sli:
            spec:
              ratioMetric:
                good: {dataSourceRef: prom, spec: {query: sum(good), accessKey: hunter2}}
                total: {dataSourceSpec: {type: T, connectionDetails: {key: hunter2}}, spec: {query: sum(all), token: hunter2}}
          budgetingMethod: Occurrences
          objectives: [{target: 0.9}]
        """.utf8))
    let built = await site.build()
    #expect(built.findings == [])
    #expect(built.main("service-levels/writes/index.html")?.contains("sum(good)") == true)
    #expect(built.main("service-levels/writes/index.html")?.contains("Prometheus of the platform") == true)
    #expect(built.paths.filter { built.text($0)?.contains("hunter2") == true } == [])
  }

  @Test func writesNoInlineStyle() async {
    let built = await ServiceLevelsTests.site(ServiceLevelsTests.slices).build()
    #expect(built.text("service-levels/reads/index.html")?.contains(" style=") == false)
  }

  @Test func daysLeadToTheIncidentsOfTheCapability() async throws {
    let text = """
      {{#level}}{{#incidents}}{{title}} {{href}};{{/incidents}}|\
      {{#objectives}}{{#days}}{{day}}{{#incidents}} {{title}} {{href}}{{/incidents}};{{/days}}{{/objectives}}{{/level}}
      """
    var site = ServiceLevelsTests.site(ServiceLevelsTests.slices)
    for (name, capability, day) in [("a", "vault", "06-28"), ("b", "vault", "05-01"), ("c", "[]", "06-28")] {
      let incident = """
        ---
        title: \(name.uppercased())
        kind: incident
        severity: down
        affected: \(capability)
        detected: 2026-\(day)T12:00:00Z
        repaired: 2026-\(day)T13:00:00Z
        resolved: 2026-\(day)T13:00:00Z
        ---
        """
      site.set("incidents/\(name).md", Array(incident.utf8))
    }
    site.set("theme/layouts/service-level.mustache", Array("<main>\(text)</main>".utf8))
    let built = await site.build()
    #expect(built.findings == [])
    #expect(
      built.main("service-levels/reads/index.html")?.trimmed
        == "A ../../incidents/a/;|2026-06-29;2026-06-28 A ../../incidents/a/;")
  }
}
