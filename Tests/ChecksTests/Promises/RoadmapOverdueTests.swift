import Testing

@Suite struct RoadmapOverdueTests {
  private let site = KeptPromises()

  @Test(arguments: ["2026", "2026-Q2", "2026-06", "2026-06-30", "2026-Q3"]) func thePeriodHasToPass(target: String)
    async
  {
    #expect(await site.findings(("target: 2026-Q2", "target: \(target)")) == [])
  }

  @Test(arguments: ["2025", "2026-Q1", "2026-05", "2026-06-29"]) func thenItIsOverdue(target: String) async {
    #expect(
      await site.findings(("target: 2026-Q2", "target: \(target)"))
        == ["content/roadmap.yaml:7:85: warning: 'rotation' was to be there by \(target) [roadmap-overdue]"])
  }

  @Test(arguments: ["horizon: shipped, shipped: 2026-06-01", "horizon: dropped, reason: Too few asked"])
  func whatBecameOfItMayBeSaid(horizon: String) async {
    #expect(await site.findings(("horizon: now, target: 2026-Q2", "\(horizon), target: 2026-Q1")) == [])
  }
}
