import Checks
import Diagnostics
import TestSupport
import Testing

@Suite struct ReviewOverdueTests {
  private func rules(_ page: String, asOf: String = "2026-06-30") async -> [String] {
    await TestSite("-- a.md --\n\(page)\n# A").build(asOf: asOf, promises: true).rules
  }

  @Test func theExamplesOfTheRuleShowIt() async {
    #expect(await rules(Rule.reviewOverdue.bad) == ["review-overdue"])
    #expect(await rules(Rule.reviewOverdue.good) == [])
  }

  @Test func theLastDayStillHolds() async {
    let page = "---\nreviewed: 2026-01-31\nreviewIn: P1M\n---"
    #expect(await rules(page, asOf: "2026-02-28") == [])
    #expect(await rules(page, asOf: "2026-03-01") == ["review-overdue"])
  }

  @Test(arguments: ["reviewed: 2020-01-01", "reviewIn: P1M"]) func eitherAloneSaysNothing(matter: String) async {
    #expect(await rules("---\n\(matter)\n---") == [])
  }
}
