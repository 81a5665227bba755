import Diagnostics
import Platform
import Testing
import YAML

@Suite struct ServiceLevelReportTests {
  @Test func reportsWhatMakesMeasurementsInvalid() {
    let slice = "from: 2026-06-28, to: 2026-06-29, "
    #expect(
      Sample(slices: [slice + "good: 2, total: 1"]).outcome.findings == [
        "invalid-measurements: 2 good out of 1 cannot be"
      ])
    #expect(
      Sample(slices: [slice + "good: 1, total: 1", slice + "good: 1, total: 1"]).outcome.findings == [
        "invalid-measurements: the slice from 2026-06-28 00:00 UTC overlaps another"
      ])
  }

  @Test func reportsAnExclusionThatTakesNothingOut() {
    let sample = Sample(
      slices: days(from: "2026-06-28", [(1, 1)]), exclusions: ["from: 2026-06-28, to: 2026-06-28T01:00:00Z, reason: x"])
    #expect(
      sample.outcome.findings == [
        "unused-exclusion: no slice lies wholly within this exclusion, so it takes nothing out"
      ])
  }

  @Test(arguments: ["Timeslices", "RatioTimeslices"])
  func reportsSlicesThatAreCoarserThanThoseThatCount(_ method: String) {
    var sample = Sample(
      method: method, objective: ", timeSliceTarget: 0.9, timeSliceWindow: 5m",
      slices: days(from: "2026-06-27", [(1, 1), (1, 1)]))
    #expect(
      sample.outcome.findings == ["coarse-slices: the slice is longer than the 5 minutes that the objective counts"])
    sample.counts = "timeslices"
    #expect(sample.outcome.findings == [])
    sample.method = "Occurrences"
    sample.counts = "events"
    #expect(sample.outcome.findings == [])
  }

  @Test func countsInUTCWhereTheZoneIsNotKnown() {
    var sample = Sample(slices: days(from: "2026-06-28", [(1, 1)]))
    sample.window = "{duration: 1M, isRolling: false, calendar: {timeZone: Dublin}}"
    let outcome = sample.outcome
    #expect(
      outcome.findings == [
        "unsupported-time-zone: the time zone 'Dublin' is not known, so the window is counted in UTC"
      ])
    #expect(outcome.status?.window?.time.lowerBound.text == "2026-06-01 00:00 UTC")
  }

  @Test func wantsToKnowWhichOfSeveralObjectives() {
    var sample = Sample(slices: days(from: "2026-06-28", [(1, 1)]))
    sample.objective = "}, {target: 0.9"
    #expect(sample.outcome.findings == ["unknown-reference: 's' has 2 objectives, and the measurements name none"])
  }
}
