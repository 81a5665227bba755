import Diagnostics
import Platform
import Testing
import YAML

@Suite struct ChangeTests {
  private func read(_ frontMatter: String) -> Outcome<Change?> {
    let outcome = PlatformTests.read([record("change", frontMatter)])
    return Outcome(outcome.value.records.changes.first, outcome.diagnostics)
  }

  private func findings(_ frontMatter: String) -> [String] { read(frontMatter).diagnostics.map(\.line) }

  @Test func readsEveryKey() throws {
    let outcome = read(
      "date: 2026-10-01\nbreaking: true\naction: {what: \"Move to `v1`\", by: 2026-12-31}")
    #expect(outcome.diagnostics.map(\.line) == [])
    let change = try #require(outcome.value)
    #expect(change.date.iso == "2026-10-01")
    #expect(change.isBreaking)
    #expect(change.action?.what == "Move to `v1`")
    #expect(change.action?.by?.iso == "2026-12-31")
  }

  @Test func needsNoMoreThanItsDate() throws {
    let change = try #require(read("date: 2026-10-01").value)
    #expect(change.isBreaking == false)
    #expect(change.action == nil)
  }

  @Test func actionMayBeATextAlone() throws {
    let change = try #require(read("date: 2026-10-01\naction: Move to v1").value)
    #expect(change.action?.what == "Move to v1")
    #expect(change.action?.by == nil)
  }

  @Test(arguments: [("2026-12-30", false), ("2026-12-31", false), ("2027-01-01", true)])
  func actionIsOverdueFromTheDayAfterItsLast(_ today: String, _ isOverdue: Bool) throws {
    let action = try #require(read("date: 2026-10-01\naction: {what: Move, by: 2026-12-31}").value?.action)
    #expect(try action.isOverdue(asOf: #require(CalendarDate(today))) == isOverdue)
  }

  @Test func actionWithoutADayIsNeverOverdue() throws {
    let action = try #require(read("date: 2026-10-01\naction: Move").value?.action)
    #expect(try action.isOverdue(asOf: #require(CalendarDate("2062-01-01"))) == false)
  }

  @Test func reportsAnActionBeforeTheChange() {
    let outcome = read("date: 2026-10-01\naction: {what: Move, by: 2026-09-30}")
    #expect(
      outcome.diagnostics.map(\.line)
        == ["3:26 record-times: the last day for the action lies before the change"])
    #expect(outcome.diagnostics.map(\.help) == ["Correct 'by' or the 'date' of the change."])
  }

  @Test func actionMayEndOnTheDayOfTheChange() {
    #expect(findings("date: 2026-10-01\naction: {what: Move, by: 2026-10-01}") == [])
  }

  @Test func reportsWhatIsMissingOrWrong() {
    #expect(findings("breaking: true") == ["2:1 missing-key: change has no 'date'"])
    #expect(
      findings("date: 2026-02-29\nbraking: true\naction: {by: soon}") == [
        "2:7 invalid-value: 'date' must be a date, not '2026-02-29'", "4:9 missing-key: action has no 'what'",
        "4:14 invalid-value: 'by' must be a date, not 'soon'", "3:1 unknown-key: change has no key 'braking'",
      ])
  }

  @Test func latestComesFirst() {
    let dates = ["2026-10-01", "2026-12-01", "2026-10-01"]
    let pages = dates.enumerated().map { index, date in record("change", "date: \(date)", path: "c/\(index).md") }
    let outcome = PlatformTests.read(pages)
    #expect(outcome.value.records.changes.map(\.page.path) == ["c/1.md", "c/0.md", "c/2.md"])
  }

  @Test func belongsToItsCapability() throws {
    let outcome = PlatformTests.read(
      [record("change", "date: 2026-10-01", capability: "capability:secrets")], beside: capability() + platformTeam)
    let secrets = try #require(outcome.value.capability("secrets"))
    #expect(outcome.value.changes(of: secrets).map(\.page.path) == ["records/a.md"])
  }
}
