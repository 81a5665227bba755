import TestSupport
import Testing

@Suite struct SunsetPassedTests {
  @Test(arguments: [("2026-06-29", ["sunset-passed"]), ("2026-06-30", []), ("2026-07-01", [])])
  func theLastDayStillCounts(day: String, rules: [String]) async {
    let site = await TestSite(
      """
      -- t.yaml --
      apiVersion: scaffolder.backstage.io/v1beta3
      kind: Template
      metadata:
        name: job
        annotations: {portico/sunset: \(day), backstage.io/techdocs-ref: "url:https://docs.example.com"}
      spec: {type: job, lifecycle: deprecated, owner: platform, steps: [{action: "fetch:template"}]}
      ---
      apiVersion: backstage.io/v1alpha1
      kind: Group
      metadata: {name: platform}
      spec: {type: team, children: []}
      """
    ).build(promises: true)
    #expect(site.rules == rules)
  }

  @Test func aContradictionIsOneFinding() async {
    let findings = await KeptPromises().findings(
      (
        "lifecycle: deprecated\n  replacedBy: capability:secrets\n  sunset: 2026-06-30",
        "lifecycle: planned\n  sunset: 2026-06-29"
      ))
    #expect(
      findings == [
        "content/old/capability.yaml:8:11: warning: 'old' has a sunset, but its lifecycle is planned [capability-end]"
      ])
  }
}
