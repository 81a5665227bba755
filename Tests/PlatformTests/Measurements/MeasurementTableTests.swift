import Diagnostics
import Platform
import Testing

@Suite struct MeasurementTableTests {
  private let header = "slo,objective,from,to,good,total\n"

  private func sample(_ text: String, objective: String = "") -> Sample {
    Sample(file: "s.measurements.csv", text, objective: objective)
  }

  @Test func measuresTheServiceLevelOfEachRow() {
    let sample = sample(
      header + "s,,2026-06-27,2026-06-28,999,1000\ns,,2026-06-28T00:00:00Z,2026-06-29T00:00:00Z,1e3,1000.0\n")
    #expect(sample.outcome.findings == [])
    #expect(sample.outcome.status?.line == "met 99.9500 50.00")
    #expect(sample.outcome.status?.sources == ["s.measurements.csv"])
    #expect(sample.outcome.status?.asOf?.iso == "2026-06-29T00:00:00Z")
  }

  @Test func takesColumnsInAnyOrderAndWithoutTheObjective() {
    let sample = sample("total,good,to,from,slo\n1000,999,2026-06-29,2026-06-28,s\n")
    #expect(sample.outcome.findings == [])
    #expect(sample.days == ["999.00/1000.00 2026-06-29T00:00:00Z"])
  }

  @Test func readsNothingAndNaNAsNoData() {
    let sample = sample(header + "s,,2026-06-27,2026-06-28,,\ns,,2026-06-28,2026-06-29,NaN,NaN\n")
    #expect(sample.outcome.findings == [])
    #expect(sample.outcome.status?.line == "no-data - -")
  }

  @Test func tellsObjectivesApart() {
    let text = header + "s,fast,2026-06-28,2026-06-29,1,1\ns,slow,2026-06-28,2026-06-29,0,1\n"
    let sample = sample(text, objective: ", displayName: slow}, {target: 0.9, displayName: fast")
    #expect(sample.outcome.findings == [])
    #expect(sample.outcome.status?.line == "breached 0.0000 -99900.00")
  }

  @Test func reportsAServiceLevelThatIsNone() {
    #expect(
      sample(header + "t,,2026-06-28,2026-06-29,1,1\n").faults == ["s.measurements.csv:2:1 there is no SLO 't'"])
  }

  // MARK: Faults

  @Test(arguments: [
    ("", "s.measurements.csv:1:1 the file is empty"),
    (
      "slo;from;to;good;total\n",
      "s.measurements.csv:1:1 there is no column 'slo;from;to;good;total'"
    ),
    ("god,slo,from,to,good,total\n", "s.measurements.csv:1:1 there is no column 'god'"),
    ("slo,from,to\n", "s.measurements.csv:1:1 the first line does not name 'good', 'total'"),
  ])
  func reportsAHeaderThatIsNone(_ text: String, _ fault: String) {
    #expect(sample(text).faults.first == fault)
  }

  @Test(arguments: [
    ("s,,2026-06-28,2026-06-29,1", "2:1 the line has 5 fields, not 6"),
    (",,2026-06-28,2026-06-29,1,1", "2:1 the line names no service level"),
    ("s,,28.06.2026,2026-06-29,1,1", "2:4 'from' must be a moment with its zone, not '28.06.2026'"),
    ("s,,2026-06-28 10:00:00,2026-06-29,1,1", "2:4 'from' must be a moment with its zone, not '2026-06-28 10:00:00'"),
    ("s,,2026-06-29,2026-06-28,1,1", "2:1 the slice ends at 2026-06-28 00:00 UTC, which is not after its beginning"),
    ("s,,2026-06-28,2026-06-29,2,1", "2:1 2 good out of 1 cannot be"),
    ("s,,2026-06-28,2026-06-29,-1,1", "2:26 'good' must be a count, not '-1'"),
    ("s,,2026-06-28,2026-06-29,1,+Inf", "2:28 'total' must be a count, not '+Inf'"),
    ("s,,2026-06-28,2026-06-29,1,", "2:28 'total' must be a count, not ''"),
  ])
  func reportsALineAndMakesNoVerdictOfIt(_ line: String, _ fault: String) {
    let sample = sample(header + line + "\ns,,2026-06-27,2026-06-28,1,1\n")
    #expect(sample.faults == ["s.measurements.csv:" + fault])
    #expect(sample.outcome.status?.state == .invalid)
  }

  @Test func aFaultOfOneServiceLevelIsNoneOfAnother() {
    let sample = sample(header + "s,,2026-06-28,2026-06-29,1,1\nt,,2026-06-28,2026-06-29,2,1\n")
    #expect(sample.outcome.status?.state == .met)
  }

  @Test func reportsOverlaps() {
    let sample = sample(header + "s,,2026-06-28,2026-06-29,1,1\ns,,2026-06-28,2026-06-29,1,1\n")
    #expect(sample.faults == ["s.measurements.csv:3:1 the slice from 2026-06-28 00:00 UTC overlaps another"])
  }

  @Test func reportsATimeToCome() {
    var sample = sample(header + "s,,2026-06-28,2026-07-29,1,1\n")
    sample.today = "2026-06-28"
    #expect(
      sample.faults == ["s.measurements.csv:2:1 the measurements are as of 2026-07-29 00:00 UTC, which is yet to come"])
    #expect(sample.outcome.status?.state == .invalid)
  }
}
