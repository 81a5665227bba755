import Diagnostics
import Platform
import Testing

/// 1782604800 is 2026-06-28T00:00:00Z.
@Suite struct PrometheusAnswerTests {
  private func sample(_ result: String, type: String = "matrix", spec: String) -> Sample {
    Sample(
      file: "p.measurements.json", #"{"status":"success","data":{"resultType":"\#(type)","result":\#(result)}}"#,
      spec: spec)
  }

  private let both = """
    [{"metric":{"__name__":"good","job":"vault"},"values":[[1782604800,"998"],[1782691200,"1e3"]]},
     {"metric":{"__name__":"total","job":"vault"},"values":[[1782604800,"1000"],[1782691200,"1000"]]}]
    """

  private let series =
    "good: {file: p.measurements.json, labels: {__name__: good}}, total: {file: p.measurements.json, labels: {__name__: total}}"

  @Test func readsARangeOfSamples() {
    let sample = sample(both, spec: "source: prometheus, " + series)
    #expect(sample.outcome.findings == [])
    #expect(sample.outcome.status?.line == "at-risk 99.9000 0.00")
    #expect(sample.days == ["998.00/1000.00 2026-06-28T00:00:00Z", "1000.00/1000.00 2026-06-29T00:00:00Z"])
    #expect(sample.outcome.status?.sources == ["prometheus"])
  }

  @Test func readsTheBareListOfPromtool() {
    let sample = Sample(file: "p.measurements.json", both, spec: series)
    #expect(sample.outcome.findings == [])
    #expect(sample.days.count == 2)
    #expect(sample.outcome.status?.sources == ["p.measurements.json"])
  }

  @Test func readsAMomentWithTheTimeThatItCovers() {
    let result =
      #"[{"metric":{"q":"bad"},"value":[1782691200.281,"2"]},{"metric":{"q":"all"},"value":[1782691200.281,"2000"]}]"#
    let spec =
      "step: 1d, bad: {file: p.measurements.json, labels: {q: bad}}, total: {file: p.measurements.json, labels: {q: all}}"
    let sample = sample(result, type: "vector", spec: spec)
    #expect(sample.outcome.findings == [])
    #expect(sample.days == ["1998.00/2000.00 2026-06-29T00:00:00Z"])
  }

  @Test func readsScalarsOfTwoFiles() {
    var sample = sample(
      #"[1782691200,"999"]"#, type: "scalar",
      spec: "step: 1d, good: {file: p.measurements.json}, total: {file: t.measurements.json}")
    sample.files["t.measurements.json"] = #"[1782691200, "1000"]"#
    #expect(sample.outcome.findings == [])
    #expect(sample.days == ["999.00/1000.00 2026-06-29T00:00:00Z"])
  }

  @Test func readsNaNAsNoData() {
    let result = both.replacing(#""1e3""#, with: #""NaN""#)
    let sample = sample(result, spec: series)
    #expect(sample.outcome.findings == [])
    #expect(sample.days == ["998.00/1000.00 2026-06-28T00:00:00Z", "0.00/0.00 2026-06-29T00:00:00Z"])
  }

  @Test func readsNoSamplesAsNoData() {
    let result = both.replacing(#"[1782604800,"998"],"#, with: "")
    #expect(
      sample(result, spec: series).days == ["0.00/0.00 2026-06-28T00:00:00Z", "1000.00/1000.00 2026-06-29T00:00:00Z"])
  }

  // MARK: Faults

  @Test func refusesInfinity() {
    let sample = sample(both.replacing(#""1e3""#, with: #""+Inf""#), spec: series)
    #expect(sample.faults == ["p.measurements.json:1:146 '+Inf' is no count"])
    #expect(sample.outcome.status?.state == .invalid)
  }

  @Test func tellsTheErrorOfTheServer() {
    let sample = Sample(
      file: "p.measurements.json", #"{"status":"error","errorType":"bad_data","error":"parse error"}"#, spec: series)
    #expect(sample.faults.first == "p.measurements.json:1:50 the server answered with an error: parse error")
    #expect(sample.outcome.status?.state == .invalid)
  }

  @Test(arguments: [
    (#"{"a": 1}"#, "1:1 this is no answer of a Prometheus server, and no report of slo-generator"),
    (#"[{"metric":{}}]"#, "1:2 the series has no 'values'"),
    (#"[{"metric":{},"values":[[1782604800]]}]"#, "1:25 a sample is a pair of a time and a value"),
    (#"[{"metric":{},"values":[["noon","1"]]}]"#, "1:25 a sample is a pair of a time and a value"),
    ("{\n  \"status\": \"success\"\n  \"data\": {}\n}", "3:3 ',' or '}' is missing"),
    (#"{"status":"success","data":{"resultType":"matrix","result":["#, "1:60 '[' is never closed"),
  ])
  func reportsWhatIsNoAnswer(_ text: String, _ fault: String) {
    let sample = Sample(file: "p.measurements.json", text, spec: series)
    #expect(sample.faults.first == "p.measurements.json:" + fault)
    #expect(sample.outcome.status?.state == .invalid)
  }
}
