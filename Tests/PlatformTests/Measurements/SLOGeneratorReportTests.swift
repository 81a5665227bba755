import Diagnostics
import Platform
import Testing

/// 1782691200 is 2026-06-29T00:00:00Z.
@Suite struct SLOGeneratorReportTests {
  private func report(
    _ step: String, window: Int, at timestamp: String, good: String, bad: String,
    name: String = #""metadata":{"name":"s"}"#
  ) -> String {
    """
    {\(name),"error_budget_policy_step_name":"\(step)","window":\(window),"timestamp":\(timestamp),
    "good_events_count":\(good),"bad_events_count":\(bad),"sli_measurement":0.9,"valid":true}
    """
  }

  private func sample(_ text: String) -> Sample { Sample(file: "r.measurements.json", text) }

  @Test func countsTheEventsOfItsWindow() {
    let sample = sample(report("28d", window: 28 * 86_400, at: "1782691203.98", good: "9995", bad: "5"))
    #expect(sample.outcome.findings == [])
    #expect(sample.outcome.status?.line == "met 99.9500 50.00")
  }

  @Test func usesTheLongestWindowThatDoesNotOverlap() {
    let runs = [("1782687605.2", "10"), ("1782691198.9", "20")].flatMap { time, good in
      [
        report("1h", window: 3_600, at: time, good: good, bad: "0"),
        report("1d", window: 86_400, at: time, good: "7", bad: "0"),
      ]
    }
    let sample = sample("[\(runs.joined(separator: ","))]")
    #expect(sample.outcome.findings == [])
    #expect(sample.days == ["30.00/30.00 2026-06-29T00:00:00Z"])
  }

  @Test func readsTheNameOfTheFirstVersion() {
    let sample = sample(
      report("1h", window: 3_600, at: "1782691200", good: "1", bad: "0", name: #""slo_name":"s","metadata":{}"#))
    #expect(sample.outcome.status?.line == "met 100.0000 100.00")
  }

  @Test func passesOverARunThatFailed() {
    let failed =
      #"{"metadata":{"name":"s"},"error_budget_policy_step_name":"1h","valid":false,"errors":["Backend returned None."]}"#
    let sample = sample("[\(failed),\(report("1h", window: 3_600, at: "1782691200", good: "1", bad: "0"))]")
    #expect(sample.outcome.findings == [])
    #expect(sample.outcome.status?.state == .met)
  }

  @Test func refusesARatioWithoutCounts() {
    let sample = sample(report("1h", window: 3_600, at: "1782691200", good: "-1", bad: "-1"))
    #expect(
      sample.faults == [
        "r.measurements.json:2:21 'good_events_count' must be a count, not '-1'",
        "r.measurements.json:2:43 'bad_events_count' must be a count, not '-1'",
      ])
    #expect(sample.outcome.status?.state == .invalid)
  }

  @Test func wantsTheWholeReport() {
    #expect(
      sample(#"{"metadata":{"name":"s"},"error_budget_policy_step_name":"1h"}"#).faults == [
        "r.measurements.json:1:1 the report has no 'bad_events_count'",
        "r.measurements.json:1:1 the report has no 'good_events_count'",
        "r.measurements.json:1:1 the report has no 'timestamp'", "r.measurements.json:1:1 the report has no 'window'",
      ])
    #expect(
      sample(#"{"error_budget_policy_step_name":"1h"}"#).faults == [
        "r.measurements.json:1:1 the report names no service level"
      ])
  }
}
