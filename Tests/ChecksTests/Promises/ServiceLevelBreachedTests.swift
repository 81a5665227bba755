import Testing

@Suite struct ServiceLevelBreachedTests {
  private let site = KeptPromises()
  private let breach = ("good: 99, total", "good: 89, total")

  @Test(arguments: ["{promises: error}", "{orphan-page: off}"]) func isOffUntilASiteAsksForIt(rules: String) async {
    #expect(await site.findings(breach, ("{service-level-breached: warning}", rules)) == [])
  }

  @Test func tellsWhatWasAgreed() async {
    let consequence = (
      "{portico/capability: secrets}", "{portico/capability: secrets, portico/consequence: Releases stop.}"
    )
    #expect(await site.report(breach, consequence).contains("help: What was agreed: Releases stop."))
    #expect(await site.report(breach).contains("help: Reliability comes first until its error budget is back."))
  }
}
