import Diagnostics
import Platform
import Testing
import YAML

@Suite struct IncidentTests {
  private func read(_ frontMatter: String) -> Outcome<Incident?> {
    let outcome = PlatformTests.read([record("incident", frontMatter)])
    return Outcome(outcome.value.records.incidents.first, outcome.diagnostics)
  }

  private func incident(_ frontMatter: String) throws -> Incident {
    let outcome = read(frontMatter)
    try #require(outcome.diagnostics.map(\.line) == [])
    return try #require(outcome.value)
  }

  private func findings(_ frontMatter: String) -> [String] { read(frontMatter).diagnostics.map(\.line) }

  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  @Test func readsEveryKey() throws {
    let incident = try incident(
      """
      severity: down
      started: 2026-06-01T11:50:00Z
      detected: 2026-06-01T12:00:00Z
      declared: 2026-06-01T12:05:00Z
      repaired: 2026-06-01T12:40:00Z
      resolved: 2026-06-01T13:30:00Z
      duration: PT50M
      """)
    #expect(incident.severity == .down)
    #expect(incident.started?.iso == "2026-06-01T11:50:00Z")
    #expect(incident.detected.iso == "2026-06-01T12:00:00Z")
    #expect(incident.declared?.iso == "2026-06-01T12:05:00Z")
    #expect(incident.repaired?.iso == "2026-06-01T12:40:00Z")
    #expect(incident.resolved?.iso == "2026-06-01T13:30:00Z")
    #expect(incident.isMaintenance == false)
  }

  @Test(arguments: [
    ("detected: 2026-06-01T12:00:00Z\nrepaired: 2026-06-01T12:40:00Z", 2_400),
    ("started: 2026-06-01T11:00:00Z\ndetected: 2026-06-01T12:00:00Z\nrepaired: 2026-06-01T12:40:00Z", 6_000),
    ("detected: 2026-06-01T12:00:00Z\nresolved: 2026-06-01T13:00:00Z", 3_600),
    ("detected: 2026-06-01T12:00:00Z\nrepaired: 2026-06-01T12:00:00Z", 0),
    // Clocks of Dublin go forward at 01:00 and back at 02:00: an hour by the wall is none, or two.
    ("detected: 2026-03-29T00:30:00+00:00\nrepaired: 2026-03-29T02:30:00+01:00", 3_600),
    ("detected: 2026-10-25T00:30:00+01:00\nrepaired: 2026-10-25T01:30:00+00:00", 7_200),
    ("detected: 2028-02-28T23:00:00Z\nrepaired: 2028-03-01T01:00:00Z", 93_600),
    ("detected: 2026-02-28T23:00:00Z\nrepaired: 2026-03-01T01:00:00Z", 7_200),
    ("detected: 2026-12-31T23:59:30Z\nrepaired: 2027-01-01T00:00:15Z", 45),
    ("planned: {from: 2026-06-01T20:00:00Z, to: 2026-06-01T22:30:00Z}", 9_000),
  ])
  func lastsFromItsStartToItsRepair(_ times: String, _ seconds: Int) throws {
    #expect(try incident("severity: down\n" + times).duration == seconds)
  }

  @Test func lastsForNoKnownTimeWhileItIsOpen() throws {
    let incident = try incident("severity: down\ndetected: 2026-06-01T12:00:00Z\ndeclared: 2026-06-01T12:10:00Z")
    #expect(incident.duration == nil)
    #expect(incident.timeToRepair == nil)
  }

  @Test func lastsForNoKnownTimeWhereItsTimesAreOutOfOrder() throws {
    let text = "severity: down\ndetected: 2026-06-01T12:00:00Z\nrepaired: 2026-06-01T11:00:00Z"
    let incident = try #require(read(text).value)
    #expect(incident.duration == nil)
    #expect(incident.timeToRepair == nil)
  }

  @Test func repairIsCountedFromTheDetection() throws {
    let times = "started: 2026-06-01T11:00:00Z\ndetected: 2026-06-01T12:00:00Z\nrepaired: 2026-06-01T12:40:00Z"
    #expect(try incident("severity: down\n" + times).timeToRepair == 2_400)
  }

  @Test func plannedWorkIsNotRepaired() throws {
    let times = "planned: {from: 2026-06-01T20:00:00Z, to: 2026-06-01T22:00:00Z}\nrepaired: 2026-06-01T21:00:00Z"
    #expect(try incident("severity: down\n" + times).timeToRepair == nil)
  }

  @Test(arguments: [
    ("2026-05-31", Incident.State.open), ("2026-06-01", .open), ("2026-06-02", .resolved), ("2026-06-03", .resolved),
  ])
  func isOpenUntilTheDayOnWhichItIsResolved(_ today: String, _ state: Incident.State) throws {
    let text = "severity: down\ndetected: 2026-06-01T12:00:00Z\nresolved: 2026-06-02T23:59:59Z"
    #expect(try incident(text).state(on: day(today)) == state)
  }

  @Test func isOpenThoughRepairedUntilItIsResolved() throws {
    let text = "severity: down\ndetected: 2026-06-01T12:00:00Z\nrepaired: 2026-06-01T13:00:00Z"
    #expect(try incident(text).state(on: day("2026-06-30")) == .open)
  }

  @Test(arguments: [
    ("2026-05-31", Incident.State.upcoming), ("2026-06-01", .inProgress), ("2026-06-02", .inProgress),
    ("2026-06-03", .done),
  ])
  func plannedWorkCountsUntilItsLastDayIsOver(_ today: String, _ state: Incident.State) throws {
    let text = "severity: notice\nplanned: {from: 2026-06-01T20:00:00Z, to: 2026-06-02T04:00:00Z}"
    #expect(try incident(text).state(on: day(today)) == state)
  }

  @Test func plannedWorkThatEndsAtMidnightIsDoneOnTheNextDay() throws {
    let text = "severity: notice\nplanned: {from: 2026-06-01T20:00:00Z, to: 2026-06-02T00:00:00Z}"
    #expect(try incident(text).state(on: day("2026-06-02")) == .done)
  }

  @Test func plannedWorkIsDoneWhenItIsResolvedEarly() throws {
    let text =
      "severity: down\nplanned: {from: 2026-06-01T00:00:00Z, to: 2026-06-05T00:00:00Z}\nresolved: 2026-06-02T10:00:00Z"
    #expect(try incident(text).state(on: day("2026-06-01")) == .inProgress)
    #expect(try incident(text).state(on: day("2026-06-02")) == .done)
  }

  @Test func openIncidentRunsUntilTheEndOfTheDay() throws {
    let open = try incident("severity: down\ndetected: 2026-06-01T12:00:00Z")
    #expect(try open.runningTime(on: day("2026-06-02")) == 129_600)
    let over = try incident("severity: down\ndetected: 2026-06-01T12:00:00Z\nresolved: 2026-06-01T13:00:00Z")
    #expect(try over.runningTime(on: day("2026-06-02")) == nil)
  }

  @Test(arguments: [
    ("detected: 2026-06-01T12:00:00Z\nrepaired: 2026-06-01T13:00:00Z", ["2026-06-01"]),
    ("detected: 2026-06-01T23:00:00Z\nrepaired: 2026-06-02T00:00:00Z\nresolved: 2026-06-03T09:00:00Z", ["2026-06-01"]),
    ("detected: 2026-06-01T23:00:00Z\nrepaired: 2026-06-02T00:00:01Z", ["2026-06-01", "2026-06-02"]),
    ("detected: 2026-06-02T00:00:00Z\nrepaired: 2026-06-02T00:00:00Z", ["2026-06-02"]),
    (
      "started: 2026-06-01T22:00:00Z\ndetected: 2026-06-02T01:00:00Z\nresolved: 2026-06-02T02:00:00Z",
      ["2026-06-01", "2026-06-02"]
    ),
    ("detected: 2026-06-02T12:00:00Z", ["2026-06-02", "2026-06-03"]),
    ("planned: {from: 2026-06-03T20:00:00Z, to: 2026-06-04T20:00:00Z}", ["2026-06-03", "2026-06-04"]),
  ])
  func touchesTheDaysOnWhichItWasFelt(_ times: String, _ days: [String]) throws {
    let incident = try incident("severity: down\n" + times)
    let touched = try ["2026-05-31", "2026-06-01", "2026-06-02", "2026-06-03", "2026-06-04"].filter { text in
      let start = try Instant(startOf: day(text))
      return try incident.touches(start..<start + 86_400, asOf: day("2026-06-03"))
    }
    #expect(touched == days)
  }

  @Test(arguments: [
    ("severity: down\ndetected: 2026-06-01T12:00:00Z\nresolved: 2026-06-01T13:00:00Z", true),
    ("severity: notice\ndetected: 2026-06-01T12:00:00Z\nresolved: 2026-06-01T13:00:00Z", false),
    ("severity: down\ndetected: 2026-06-01T12:00:00Z", false),
    ("severity: down\nplanned: {from: 2026-06-01T12:00:00Z, to: 2026-06-01T13:00:00Z}", false),
  ])
  func reviewIsForWhatIsOverAndWasFelt(_ text: String, _ wantsReview: Bool) throws {
    #expect(try incident(text).wantsReview(on: day("2026-06-30")) == wantsReview)
  }

  // MARK: Findings

  @Test(arguments: [
    ("started: 2026-06-01T12:00:00Z\ndetected: 2026-06-01T11:00:00Z", "4:11", "'detected' lies before 'started'"),
    ("detected: 2026-06-01T12:00:00Z\ndeclared: 2026-06-01T11:00:00Z", "4:11", "'declared' lies before 'detected'"),
    ("detected: 2026-06-01T12:00:00Z\nrepaired: 2026-06-01T11:59:59Z", "4:11", "'repaired' lies before 'detected'"),
    ("detected: 2026-06-01T12:00:00Z\nresolved: 2026-06-01T11:00:00Z", "4:11", "'resolved' lies before 'detected'"),
    (
      "detected: 2026-06-01T12:00:00Z\nrepaired: 2026-06-01T12:00:00+02:00", "4:11", "'repaired' lies before 'detected'"
    ),
  ])
  func reportsTimesOutOfOrder(_ times: String, _ place: String, _ message: String) {
    #expect(findings("severity: down\n" + times) == ["\(place) record-times: \(message)"])
  }

  @Test func reportsTimesOutOfOrderByTheKeysThatAreWritten() {
    let times = "date: 2026-06-01 12:00:00\nresolved: true\nresolvedWhen: 2026-06-01 11:00:00"
    #expect(findings("severity: down\n" + times) == ["5:15 record-times: 'resolvedWhen' lies before 'date'"])
  }

  @Test func reportsAResolutionBeforeTheRepairOnce() {
    let times = "detected: 2026-06-01T12:00:00Z\nrepaired: 2026-06-01T11:00:00Z\nresolved: 2026-06-01T10:00:00Z"
    #expect(
      findings("severity: down\n" + times) == [
        "4:11 record-times: 'repaired' lies before 'detected'", "5:11 record-times: 'resolved' lies before 'repaired'",
      ])
  }

  @Test func mayBeDeclaredAfterItsRepair() {
    let times = "detected: 2026-06-01T12:00:00Z\nrepaired: 2026-06-01T12:10:00Z\ndeclared: 2026-06-01T12:30:00Z"
    #expect(findings("severity: down\n" + times) == [])
  }

  @Test func reportsAWindowThatEndsBeforeItBegins() {
    #expect(
      findings("severity: down\nplanned: {from: 2026-06-01T12:00:00Z, to: 2026-06-01T12:00:00Z}")
        == ["3:43 record-times: the maintenance ends before it begins"])
  }

  @Test func reportsADurationThatDisagrees() {
    let outcome = read(
      "severity: down\ndetected: 2026-06-01T12:00:00Z\nrepaired: 2026-06-01T13:10:30Z\nduration: PT1H")
    #expect(
      outcome.diagnostics.map(\.line) == [
        "5:11 incident-duration: its times make 1 hour 10 minutes, it says 1 hour"
      ])
    #expect(
      outcome.diagnostics.map(\.help)
        == ["Write 'duration: PT1H10M', or leave it out: it is computed. Or correct the times."])
  }

  @Test(arguments: ["PT70M", "PT1H10M", "70 minutes", "1 hour 10 minutes"])
  func durationAgreesToTheMinute(_ duration: String) {
    let times = "detected: 2026-06-01T12:00:00Z\nrepaired: 2026-06-01T13:10:30Z"
    #expect(findings("severity: down\n\(times)\nduration: \(duration)") == [])
  }

  @Test func reportsWhatIsMissingOrWrong() {
    #expect(
      findings("severity: broken\ndetected: yesterday\nrepared: 2026-06-01T13:00:00Z") == [
        "2:11 invalid-value: 'severity' cannot be 'broken'",
        "3:11 invalid-value: 'detected' must be a moment, not 'yesterday'",
        "4:1 unknown-key: incident has no key 'repared'",
      ])
    #expect(
      findings("affected: []") == [
        "2:1 missing-key: incident has no 'severity'", "2:1 missing-key: incident has no 'detected'",
      ])
  }

  @Test(arguments: [
    ("2026-06-01T12:30:15Z", "2026-06-01T12:30:15Z"), ("2026-06-01T12:30Z", "2026-06-01T12:30:00Z"),
    ("2026-06-01 12:30", "2026-06-01T12:30:00Z"), ("2026-06-01 12:30:15", "2026-06-01T12:30:15Z"),
    ("2026-06-01T14:30+02:00", "2026-06-01T12:30:00Z"), ("2026-06-01T12:30:00-00:00", "2026-06-01T12:30:00Z"),
    ("2026-06-01", "2026-06-01T00:00:00Z"),
  ])
  func momentsMayLeaveOutSecondsAndZone(_ written: String, _ iso: String) throws {
    #expect(try incident("severity: down\ndetected: \(written)").detected.iso == iso)
  }

  @Test(arguments: ["2026-02-29T12:00:00Z", "2026-06-01T24:00:00Z", "12:00", "2026-06-01T12", "2026-06-01T12:3"])
  func reportsWhatIsNoMoment(_ written: String) {
    #expect(
      findings("severity: down\ndetected: \(written)")
        == ["3:11 invalid-value: 'detected' must be a moment, not '\(written)'"])
  }

  @Test func reportsMomentsThatAreYetToCome() throws {
    let times = "detected: 2026-06-01T12:00:00Z\nrepaired: 2062-06-01T13:00:00Z"
    let records = PlatformTests.read([record("incident", "severity: down\n" + times)]).value.records
    #expect(
      try records.checkPast(day("2026-06-30")).map(\.line) == [
        "4:11 record-to-come: the incident has a moment that is yet to come, 2062-06-01 13:00 UTC"
      ])
    #expect(try records.checkPast(day("2062-06-01")).isEmpty)
  }

  @Test func plannedWorkMayComeLater() throws {
    let text = "severity: down\nplanned: {from: 2062-06-01T12:00:00Z, to: 2062-06-01T13:00:00Z}"
    #expect(try PlatformTests.read([record("incident", text)]).value.records.checkPast(day("2026-06-30")).isEmpty)
  }

  // MARK: cState

  @Test func readsTheFormOfCState() throws {
    let incident = try incident(
      """
      date: 2024-05-14 10:00:00
      resolved: true
      resolvedWhen: 2024-05-15 17:50
      severity: disrupted
      informational: false
      pin: false
      """)
    #expect(incident.detected.iso == "2024-05-14T10:00:00Z")
    #expect(incident.resolved?.iso == "2024-05-15T17:50:00Z")
    #expect(incident.timeToRepair == 114_600)
    #expect(try incident.state(on: day("2026-06-30")) == .resolved)
  }

  @Test func issueOfCStateIsOpenUntilItSaysOtherwise() throws {
    let incident = try incident("date: 2024-05-14 10:00:00\nresolved: false\nresolvedWhen: \"\"\nseverity: down")
    #expect(try incident.state(on: day("2026-06-30")) == .open)
  }

  @Test func reportsAnIssueThatWasResolvedNobodyKnowsWhen() {
    #expect(
      findings("date: 2024-05-14 10:00:00\nresolved: true\nseverity: down")
        == ["2:1 missing-key: incident has no 'resolvedWhen'"])
  }

  @Test func announcementNeedsNoSeverityAndIsNeverOpen() throws {
    let incident = try incident("date: 2026-06-01 10:00:00\ninformational: true\npin: true")
    #expect(incident.severity == .notice)
    #expect(try incident.state(on: day("2026-05-31")) == .upcoming)
    #expect(try incident.state(on: day("2026-06-01")) == .done)
  }

  // MARK: What it affects

  @Test func affectsCapabilitiesByReferenceAndByTitle() throws {
    let outcome = PlatformTests.read(
      [
        record("incident", "severity: down\ndetected: 2026-06-01T12:00:00Z\naffected: [capability:vault, secrets]"),
        record(
          "issue", "severity: down\ndate: 2026-06-02T12:00:00Z\naffected: [Secrets]", path: "records/b.md"),
      ],
      beside: capability("vault") + platformTeam)
    #expect(outcome.diagnostics.map(\.line) == [])
    let catalogue = outcome.value
    let vault = try #require(catalogue.capability("vault"))
    #expect(catalogue.incidents(of: vault).map(\.page.path) == ["records/b.md", "records/a.md"])
    for incident in catalogue.records.incidents {
      #expect(catalogue.affected(by: incident).map(\.reference.description) == ["capability:vault"])
    }
  }

  @Test func reportsWhatItAffectsAndDoesNotExist() {
    let outcome = PlatformTests.read(
      [record("incident", "severity: down\ndetected: 2026-06-01T12:00:00Z\naffected: [capability:secret]")],
      beside: capability() + platformTeam)
    #expect(
      outcome.diagnostics.map(\.line)
        == ["4:12 unknown-reference: 'capability:secret' refers to capability:secret, which does not exist"])
    #expect(outcome.diagnostics.map(\.help) == ["Did you mean 'capability:secrets'?"])
  }

  @Test func affectsSystemsByNameWhereThereAreNoCapabilities() throws {
    let text = "severity: down\ndate: 2026-06-01T12:00:00Z\naffected: [Build service, API, build service]"
    let outcome = PlatformTests.read([record("issue", text)])
    #expect(outcome.diagnostics.map(\.line) == [])
    let incident = try #require(outcome.value.records.incidents.first)
    #expect(outcome.value.affected(by: incident).map(\.name) == ["Build service", "API"])
  }
}
