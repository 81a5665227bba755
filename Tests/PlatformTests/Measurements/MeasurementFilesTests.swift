import Diagnostics
import Platform
import Testing

@Suite struct MeasurementFilesTests {
  private let table = "slo,objective,from,to,good,total\ns,,2026-06-28,2026-06-29,95,96\nt,,2026-06-28,2026-06-29,1,1\n"

  @Test func aDocumentSaysWhereRowsComeFrom() {
    let spec =
      "file: ./days.measurements.csv, source: 'prometheus: eu', asOf: 2026-06-30, counts: timeslices, "
      + "exclusions: [{from: 2026-06-01, to: 2026-06-02, reason: Upgrade}]"
    var sample = Sample(
      file: "days.measurements.csv", table, spec: spec, method: "Timeslices",
      objective: ", timeSliceTarget: 0.9, timeSliceWindow: 15m")
    sample.today = "2026-06-30"
    #expect(sample.outcome.findings.first == "unknown-reference: there is no SLO 't'")
    #expect(sample.outcome.status?.sources == ["prometheus: eu"])
    #expect(sample.outcome.status?.asOf?.iso == "2026-06-30T00:00:00Z")
    #expect(sample.outcome.status?.window?.tally.total == Fraction(96 * 900))
  }

  @Test func aDocumentInAFolderNamesAFileBesideIt() {
    var sample = Sample(file: "x.measurements.csv", table, spec: "file: ../a/x.measurements.csv")
    #expect(sample.faults.contains("test.yaml:14:22 there is no file of measurements '../a/x.measurements.csv'"))
    sample = Sample(file: "a/x.measurements.csv", table, spec: "file: ../a/x.measurements.csv")
    #expect(sample.outcome.status?.state == .breached)
  }

  @Test(arguments: [
    (
      "file: day.measurements.csv", "there is no file of measurements 'day.measurements.csv'",
      "Did you mean 'days.measurements.csv'?"
    ),
    (
      "file: days.csv", "there is no file of measurements 'days.csv'",
      "Name it so that it ends with '.measurements.csv', '.measurements.json' or '.measurements.om'."
    ),
    (
      "file: days.measurements.csv, objective: fast", "'days.measurements.csv' has no rows of 's', objective 'fast'",
      "It has rows of: 's'; 't'."
    ),
    (
      "total: {file: days.measurements.csv}", "'total' needs exactly one of 'good' and 'bad'",
      "Name the series that counts what was good, or what was bad."
    ),
    (
      "total: {file: days.measurements.csv}, bad: {file: days.measurements.csv}",
      "no series of 'days.measurements.csv' has these labels", "Write 'labels' that one of them has alone: ."
    ),
  ])
  func reportsAFileThatDoesNotFit(_ spec: String, _ message: String, _ help: String) {
    let sample = Sample(file: "days.measurements.csv", table, spec: spec)
    let finding = sample.outcome.diagnostics.first
    #expect(finding?.message == message)
    #expect(finding?.help == help)
  }

  private let answer =
    #"[{"metric":{"job":"a"},"values":[[1782691200,"1"]]},{"metric":{"job":"b"},"values":[[1782691200,"1"]]}]"#

  @Test func reportsSeriesThatNoDocumentNames() {
    #expect(
      Sample(file: "p.measurements.json", answer).faults == [
        "p.measurements.json:1:1 no document says what the series of this file measure"
      ])
  }

  @Test func wantsLabelsThatOneSeriesHasAlone() {
    let sample = Sample(
      file: "p.measurements.json", answer,
      spec: "good: {file: p.measurements.json}, total: {file: p.measurements.json, labels: {job: c}}")
    #expect(
      sample.outcome.findings == [
        "invalid-measurements: 2 series of 'p.measurements.json' have these labels",
        "invalid-measurements: no series of 'p.measurements.json' has these labels",
      ])
    #expect(
      sample.outcome.diagnostics.map(\.help)
        == Array(
          repeating: "Write 'labels' that one of them has alone: {job: a}, {job: b}.", count: 2))
  }

  @Test func doesNotGuessWhatASingleSampleCovers() {
    let sample = Sample(
      file: "p.measurements.json", answer,
      spec: "good: {file: p.measurements.json, labels: {job: a}}, total: {file: p.measurements.json, labels: {job: b}}")
    #expect(sample.faults == ["p.measurements.json:1:53 a single sample does not tell how much time it covers"])
  }
}
