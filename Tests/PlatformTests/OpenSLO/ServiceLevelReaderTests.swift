import Bytes
import Diagnostics
import Platform
import Testing
import YAML

@Suite struct ServiceLevelReaderTests {
  private func objective(_ text: String, method: String = "Occurrences") -> [String] {
    findings(serviceLevel(method: method, objective: text))
  }

  private func window(_ text: String) -> [String] {
    findings(serviceLevel(window: text, objective: "target: 0.999"))
  }

  @Test func readsAServiceLevel() throws {
    let outcome = read(
      """
      apiVersion: openslo/v1
      kind: SLO
      metadata: {name: secrets-read, displayName: Reads, annotations: {portico/audience: users}}
      spec:
        description: Reading a secret works.
        service: vault
        \(indicator)
        alertPolicies: []
        budgetingMethod: Timeslices
        timeWindow: [{duration: 28d, isRolling: true}]
        objectives:
          - {displayName: fast, target: 0.99, timeSliceTarget: 0.95, timeSliceWindow: 5m, op: lte, value: 1}
          - {targetPercent: 99.9, timeSliceTarget: 1, timeSliceWindow: 1m}
      """)
    #expect(outcome.diagnostics.map(\.line) == [])
    let slo = try #require(outcome.value.serviceLevels.first)
    #expect(slo.metadata.displayName == "Reads")
    #expect(slo.description == "Reading a secret works.")
    #expect(slo.service.value == "vault")
    #expect(slo.method == .timeslices)
    #expect(slo.window?.duration.words == "28 days")
    #expect(slo.objectives.map(\.displayName) == ["fast", nil])
    #expect(slo.objectives.map(\.target.description) == ["0.99", "0.999"])
    #expect(slo.objectives.map(\.timeSliceTarget?.description) == ["0.95", "1"])
    #expect(slo.objectives.map(\.timeSliceWindow?.words) == ["5 minutes", "1 minute"])
    #expect(slo.capability == nil)
  }

  // MARK: Targets

  @Test func readsAPercentageAsARatio() {
    let slo = read(serviceLevel(objective: "targetPercent: 99.95")).value.serviceLevels.first
    #expect(slo?.objectives.first?.target.description == "0.9995")
  }

  @Test(arguments: ["", "displayName: x", "target: 0.9, targetPercent: 90"])
  func wantsExactlyOneTarget(_ text: String) {
    #expect(
      objective(text) == ["9:7 invalid-objective: an objective needs exactly one of 'target' and 'targetPercent'"])
  }

  @Test(arguments: ["1", "99.9", "-0.1", "high", "1e-3", "0.9999999999999999", "99.9%"])
  func wantsATargetBelowOne(_ target: String) {
    #expect(
      objective("target: \(target)") == [
        "9:16 invalid-objective: the target '\(target)' is not a number from 0 to below 1"
      ])
  }

  @Test(arguments: ["100", "-1", "99.9 %"])
  func wantsAPercentageBelowAHundred(_ target: String) {
    #expect(
      objective("targetPercent: \(target)") == [
        "9:23 invalid-objective: the target '\(target)' is not a number from 0 to below 100"
      ])
  }

  @Test func dropsAnObjectiveWithoutATarget() {
    #expect(read(serviceLevel(objective: "target: 99.9")).value.serviceLevels.first?.objectives.count == 0)
  }

  // MARK: Time slices

  @Test func wantsATargetAndAWindowForTimeslices() {
    #expect(
      objective("target: 0.99", method: "Timeslices") == [
        "9:7 invalid-objective: Timeslices need a 'timeSliceTarget'",
        "9:7 invalid-objective: time slices need a 'timeSliceWindow'",
      ])
  }

  @Test func wantsAWindowAloneForRatioTimeslices() {
    #expect(
      objective("target: 0.99", method: "RatioTimeslices") == [
        "9:7 invalid-objective: time slices need a 'timeSliceWindow'"
      ])
  }

  @Test(arguments: ["0", "1.1", "95%", "most"])
  func wantsASliceTargetUpToOne(_ target: String) {
    #expect(
      objective("target: 0.99, timeSliceTarget: \(target), timeSliceWindow: 1m", method: "Timeslices") == [
        "9:39 invalid-objective: the slice's target '\(target)' is not a number above 0 and up to 1"
      ])
  }

  @Test func readsANumberAsMinutes() {
    let text = serviceLevel(method: "RatioTimeslices", objective: "target: 0.99, timeSliceWindow: 5")
    #expect(read(text).value.serviceLevels.first?.objectives.first?.timeSliceWindow?.words == "5 minutes")
  }

  @Test(arguments: ["1.5", "1 m", "0m"])
  func wantsADurationAsSliceWindow(_ window: String) {
    #expect(
      objective("target: 0.99, timeSliceTarget: 1, timeSliceWindow: \(window)", method: "Timeslices") == [
        "9:59 invalid-objective: the slice's window '\(window)' is no duration"
      ])
  }

  // MARK: Windows

  @Test(arguments: [
    ("duration: 28d", true), ("duration: 28d, isRolling: true", true),
    ("duration: 1M, calendar: {timeZone: UTC}", false),
    ("duration: 1M, isRolling: false, calendar: {timeZone: UTC}", false),
  ])
  func rollsUnlessACalendarIsNamed(_ text: String, _ isRolling: Bool) {
    let slo = read(serviceLevel(window: text, objective: "target: 0.9")).value.serviceLevels.first
    #expect(slo?.window?.isRolling == isRolling)
  }

  @Test func readsTheZoneOfACalendar() {
    let window = "duration: 1M, isRolling: false, calendar: {startTime: 2026-01-01 00:00:00, timeZone: Europe/Sofia}"
    let outcome = read(serviceLevel(window: window, objective: "target: 0.9"))
    #expect(outcome.diagnostics.map(\.line) == [])
    #expect(outcome.value.serviceLevels.first?.window?.timeZone?.value == "Europe/Sofia")
  }

  @Test func wantsACalendarWhereNothingRolls() {
    #expect(
      window("duration: 28d, isRolling: false") == [
        "7:43 invalid-time-window: a window that does not roll needs a calendar"
      ])
    #expect(
      window("duration: 1M, isRolling: true, calendar: {timeZone: UTC}") == [
        "7:42 invalid-time-window: a rolling window has no calendar"
      ])
  }

  @Test func refusesWhatIsNoDuration() {
    #expect(window("duration: 28 days") == ["7:27 invalid-time-window: '28 days' is no duration"])
    #expect(helps(serviceLevel(window: "duration: 28 days", objective: "target: 0.9")) == ["Did you mean '28d'?"])
  }

  @Test func wantsADuration() {
    #expect(window("isRolling: true") == ["7:16 missing-key: time window has no 'duration'"])
  }

  @Test func wantsOneWindow() {
    #expect(
      window("duration: 28d}, {duration: 7d}, {duration: 1d") == [
        "7:33 invalid-time-window: there is more than one time window"
      ])
  }

  @Test func warnsOfMinutesByTheCalendar() {
    let text = serviceLevel(window: "duration: 1m, calendar: {timeZone: UTC}", objective: "target: 0.9")
    #expect(findings(text) == ["7:27 calendar-minutes: '1m' is a calendar window of 1 minute"])
    #expect(helps(text) == ["Write '1M' for a month."])
    #expect(read(text).diagnostics.map(\.severity) == [.warning])
  }

  @Test func acceptsRollingMinutes() {
    #expect(window("duration: 90m, isRolling: true") == [])
  }

  // MARK: Keys

  @Test(arguments: [
    ("  service: vault\n", "5:3 missing-key: SLO spec has no 'service'"),
    ("  budgetingMethod: Occurrences\n", "5:3 missing-key: SLO spec has no 'budgetingMethod'"),
    ("name: secrets-read, ", "3:11 missing-key: metadata has no 'name'"),
  ])
  func reportsAMissingKeyAlone(_ key: String, _ finding: String) {
    let text = serviceLevel(objective: "target: 0.9").replacing(key, with: "")
    #expect(findings(text) == [finding])
    #expect(read(text).value.serviceLevels.isEmpty)
  }

  @Test func reportsAnUnknownMethod() {
    #expect(
      findings(serviceLevel(method: "occurrences", objective: "target: 0.9")) == [
        "6:20 invalid-value: 'budgetingMethod' cannot be 'occurrences'"
      ])
  }
}
