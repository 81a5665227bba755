import Diagnostics
import Platform
import Testing

/// 1782604800 is 2026-06-28T00:00:00Z.
@Suite struct OpenMetricsTextTests {
  private func sample(_ text: String, spec: String? = nil) -> Sample {
    Sample(
      file: "m.measurements.om", text,
      spec: spec
        ?? "good: {file: m.measurements.om, labels: {code: ok}}, total: {file: m.measurements.om, labels: {code: all}}")
  }

  @Test func readsWhatACounterCountedBetweenSamples() {
    let sample = sample(
      """
      # HELP requests Requests to Vault.
      # TYPE requests counter
      requests_total{code="ok"} 100 1782518400
      requests_total{code="ok"} 1098 1782604800
      requests_total{code="ok"} 2098.0 1782691200.000 # {trace_id="x"} 1.0 1782691199
      requests_total{code="all"} 200 1782518400
      requests_total{code="all"} 1200 1782604800
      requests_total{code="all"} 2200 1782691200
      # EOF

      """)
    #expect(sample.outcome.findings == [])
    #expect(sample.days == ["998.00/1000.00 2026-06-28T00:00:00Z", "1000.00/1000.00 2026-06-29T00:00:00Z"])
  }

  @Test func aCounterThatFallsHasBegunAnew() {
    let sample = sample(
      """
      # TYPE requests counter
      requests_total{code="ok"} 500 1782604800
      requests_total{code="ok"} 9 1782691200
      requests_total{code="all"} 600 1782604800
      requests_total{code="all"} 10 1782691200
      # EOF
      """)
    #expect(sample.days == ["9.00/10.00 2026-06-29T00:00:00Z"])
  }

  @Test func aCounterCountsFromItsCreation() {
    let sample = sample(
      """
      # TYPE requests counter
      requests_total{code="ok"} 9 1782691200
      requests_created{code="ok"} 1782604800
      requests_created{code="all"} 1782604800
      requests_total{code="all"} 10 1782691200
      # EOF
      """)
    #expect(sample.outcome.findings == [])
    #expect(sample.days == ["9.00/10.00 2026-06-29T00:00:00Z"])
  }

  @Test func readsAGaugeAsItIs() {
    let sample = sample(
      "# TYPE day gauge\nday{code=\"ok\"} 9 1782691200\nday{code=\"all\"} 10 1782691200\n# EOF\n",
      spec:
        "step: 1d, good: {file: m.measurements.om, labels: {code: ok}}, total: {file: m.measurements.om, labels: {code: all}}"
    )
    #expect(sample.outcome.findings == [])
    #expect(sample.days == ["9.00/10.00 2026-06-29T00:00:00Z"])
  }

  @Test func readsTheBucketsOfAHistogram() {
    let sample = sample(
      """
      # TYPE latency histogram
      latency_bucket{le="0.5"} 10 1782604800
      latency_bucket{le="0.5"} 19 1782691200
      latency_bucket{le="+Inf"} 10 1782604800
      latency_bucket{le="+Inf"} 20 1782691200
      latency_count 10 1782604800
      latency_count 20 1782691200
      # EOF
      """,
      spec:
        "good: {file: m.measurements.om, labels: {le: '0.5'}}, total: {file: m.measurements.om, labels: {__name__: latency_count}}"
    )
    #expect(sample.outcome.findings == [])
    #expect(sample.days == ["9.00/10.00 2026-06-29T00:00:00Z"])
  }

  @Test func readsEscapesInLabels() {
    let sample = sample(
      #"m{path="C:\\a \"b\"\n"} 1 1782691200"# + "\nm 1 1782691200\n# EOF",
      spec:
        "step: 1d, good: {file: m.measurements.om, labels: {path: \"C:\\\\a \\\"b\\\"\\n\"}}, total: {file: m.measurements.om, labels: {__name__: n}}"
    )
    #expect(sample.faults == ["test.yaml:14:106 no series of 'm.measurements.om' has these labels"])
  }

  // MARK: Faults

  @Test(arguments: [
    ("m 1 1782691200\n", "1:1 the text does not end with '# EOF', so that part of it may be missing"),
    ("# EOF\nm 1 1782691200\n", "2:1 text follows '# EOF'"), ("m 1\n# EOF\n", "1:4 the sample has no time"),
    ("m 1 noon\n# EOF\n", "1:9 'noon' is no time"), ("m +Inf 1782691200\n# EOF\n", "1:3 '+Inf' is no count"),
    ("m{a=\"b 1 1782691200\n# EOF\n", "1:20 this is no sample"),
    ("m{a=\"b\" c} 1 1782691200\n# EOF\n", "1:8 this is no sample"),
    ("{a=\"b\"} 1 1782691200\n# EOF\n", "1:1 this is no sample"),
  ])
  func reportsALine(_ text: String, _ fault: String) {
    let sample = sample(text)
    #expect(sample.faults.first == "m.measurements.om:" + fault)
    #expect(sample.outcome.status?.state == .invalid)
  }
}
