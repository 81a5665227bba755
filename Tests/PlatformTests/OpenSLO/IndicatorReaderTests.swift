import Diagnostics
import Platform
import Testing
import YAML

@Suite struct IndicatorReaderTests {
  /// An SLI whose spec is on line 5.
  private func sli(_ spec: String, version: String = "openslo/v1") -> String {
    """
    apiVersion: \(version)
    kind: SLI
    metadata: {name: reads}
    spec:
      {\(spec)}
    """
  }

  private func metrics(_ text: String) -> [String] {
    let indicator = read(text).value.openSLO.indicators.first
    return indicator?.metrics.map { "\($0.role) \($0.source?.value ?? "-") \($0.type ?? "-") \($0.query ?? "-")" } ?? []
  }

  private let source = "metricSource: {type: Prometheus, spec: {query: up}}"

  @Test func readsGoodAndTotal() {
    let text = sli("description: Share, ratioMetric: {counter: true, good: {\(source)}, total: {\(source)}}")
    #expect(findings(text) == [])
    #expect(metrics(text) == ["good - Prometheus up", "total - Prometheus up"])
    #expect(read(text).value.openSLO.indicators.first?.description == "Share")
  }

  @Test func readsBadAndTotal() {
    let text = sli("ratioMetric: {bad: {\(source)}, total: {\(source)}}")
    #expect(findings(text) == [])
    #expect(metrics(text) == ["bad - Prometheus up", "total - Prometheus up"])
  }

  @Test(arguments: [("success", "success - Prometheus up"), ("failure", "failure - Prometheus up")])
  func readsAStoredRatio(_ type: String, _ metric: String) {
    let text = sli("ratioMetric: {rawType: \(type), raw: {\(source)}}")
    #expect(findings(text) == [])
    #expect(metrics(text) == [metric])
  }

  @Test func readsAThreshold() {
    let text = sli("thresholdMetric: {\(source)}")
    #expect(findings(text) == [])
    #expect(metrics(text) == ["threshold - Prometheus up"])
    #expect(read(text).value.openSLO.indicators.first?.comparesValues == true)
  }

  @Test(arguments: [
    ("query: q", "q"), ("promql: q", "q"), ("nrql: q", "q"), ("sql: q", "q"), ("metricSelector: q", "q"),
    ("region: eu, query: q", "q"), ("secretAccessKey: s3cret", "-"),
  ])
  func keepsNothingButTheQuery(_ spec: String, _ query: String) {
    let text = sli("thresholdMetric: {metricSource: {type: T, spec: {\(spec)}}}")
    #expect(metrics(text) == ["threshold - T \(query)"])
  }

  @Test func needsNoTypeBesideADataSource() {
    let text = sli("thresholdMetric: {metricSource: {metricSourceRef: prom, spec: {query: up}}}")
    #expect(findings(text) == [])
    #expect(metrics(text) == ["threshold prom - up"])
  }

  // MARK: Faults

  @Test(arguments: ["description: x", "thresholdMetric: {}, ratioMetric: {}"])
  func wantsExactlyOneMetric(_ spec: String) {
    #expect(
      findings(sli(spec)) == [
        "5:3 invalid-indicator: an indicator needs exactly one of 'thresholdMetric' and 'ratioMetric'"
      ])
  }

  @Test(arguments: ["good: {}", "total: {}", "good: {}, bad: {}, total: {}", "counter: true"])
  func wantsTotalWithGoodOrBad(_ ratio: String) {
    #expect(
      findings(sli("ratioMetric: {\(ratio)}")) == [
        "5:17 invalid-indicator: a ratio needs 'total' and exactly one of 'good' and 'bad'"
      ])
  }

  @Test func wantsNothingBesideAStoredRatio() {
    #expect(
      findings(sli("ratioMetric: {rawType: success, raw: {\(source)}, total: {\(source)}}")) == [
        "5:17 invalid-indicator: a stored ratio has no 'total'"
      ])
  }

  @Test func wantsTheTypeOfAStoredRatio() {
    #expect(
      findings(sli("ratioMetric: {raw: {\(source)}}")) == ["5:17 missing-key: ratio metric has no 'rawType'"])
    #expect(
      findings(sli("ratioMetric: {rawType: good, raw: {\(source)}}")) == [
        "5:27 invalid-value: 'rawType' cannot be 'good'"
      ])
  }

  @Test func wantsASourceWithATypeAndASpec() {
    #expect(findings(sli("thresholdMetric: {}")) == ["5:21 missing-key: threshold metric has no 'metricSource'"])
    #expect(
      findings(sli("thresholdMetric: {metricSource: {spec: {query: up}}}")) == [
        "5:36 invalid-indicator: a metric needs 'metricSourceRef' or 'type'"
      ])
    #expect(
      findings(sli("thresholdMetric: {metricSource: {type: Prometheus}}")) == [
        "5:36 missing-key: metric source has no 'spec'"
      ])
  }

  @Test func reportsAnUnknownKey() {
    #expect(
      findings(sli("thresholdMetric: {metricSource: {typ: T, type: T, spec: {query: up}}}")) == [
        "5:37 unknown-key: metric source has no key 'typ'"
      ])
  }

  // MARK: v2alpha

  @Test func readsDataSourcesOfV2alpha() {
    let metric = "dataSourceRef: prom, spec: {query: up}"
    let inline = "dataSourceSpec: {type: Redshift, connectionDetails: {secretAccessKey: s3cret}}, spec: {query: q}"
    let text = sli("ratioMetric: {good: {\(metric)}, total: {\(inline)}}", version: "openslo.com/v2alpha")
    #expect(findings(text) == [])
    #expect(metrics(text) == ["good prom - up", "total - Redshift q"])
  }

  @Test func wantsADataSourceInV2alpha() {
    #expect(
      findings(sli("thresholdMetric: {spec: {query: up}}", version: "openslo.com/v2alpha")) == [
        "5:21 invalid-indicator: a metric needs 'dataSourceRef' or 'dataSourceSpec'"
      ])
  }
}
