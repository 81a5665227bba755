import Diagnostics
import Platform
import Testing
import YAML

@Suite struct OpenSLOChecksTests {
  /// An SLO with one objective; `spec` is added on line 5.
  private func slo(_ spec: String, objective: String = "target: 0.9") -> String {
    """
    apiVersion: openslo/v1
    kind: SLO
    metadata: {name: reads}
    spec:
      {\(spec),
      service: vault, budgetingMethod: Occurrences, objectives: [{\(objective)}]}

    """
  }

  private func document(_ kind: String, _ name: String, _ spec: String) -> String {
    "---\napiVersion: openslo/v1\nkind: \(kind)\nmetadata: {name: \(name)}\nspec: {\(spec)}\n"
  }

  private let threshold = "thresholdMetric: {metricSource: {metricSourceRef: prom, spec: {query: up}}}"

  @Test func reportsAnUnknownIndicator() {
    let text =
      slo("indicatorRef: readz")
      + document("SLI", "reads", "ratioMetric: {rawType: success, raw: {metricSource: {type: T, spec: {q: 1}}}}")
    #expect(findings(text) == ["5:18 unknown-reference: there is no SLI 'readz'"])
    #expect(helps(text) == ["Did you mean 'reads'?"])
  }

  @Test func reportsAnUnknownAlertPolicy() {
    let text = slo("\(indicator), alertPolicies: [{alertPolicyRef: fast}]")
    #expect(findings(text).map { $0.drop { $0 != " " } } == [" unknown-reference: there is no AlertPolicy 'fast'"])
  }

  @Test func reportsUnknownPartsOfAPolicyInsideAServiceLevel() {
    let policy =
      "{kind: AlertPolicy, metadata: {name: p}, spec: {conditions: [{conditionRef: c}], notificationTargets: [{targetRef: t}]}}"
    let text = slo("\(indicator), alertPolicies: [\(policy)]")
    #expect(
      findings(text).map { $0.drop { $0 != " " } } == [
        " unknown-reference: there is no AlertCondition 'c'",
        " unknown-reference: there is no AlertNotificationTarget 't'",
      ])
  }

  // MARK: What may lie elsewhere

  @Test func needsNoServiceThatNobodyDescribes() {
    #expect(findings(slo(indicator)) == [])
  }

  @Test func reportsAServiceThatIsMissingAmongOthers() {
    let text = slo(indicator) + document("Service", "valut", "description: x")
    #expect(findings(text) == ["6:12 unresolved-relation: there is no Service 'vault' in the content"])
    #expect(helps(text) == ["Did you mean 'valut'?"])
  }

  @Test func reportsADataSourceThatIsMissingAmongOthers() {
    let objective = "target: 0.9, op: lt, value: 5"
    let elsewhere = slo("indicator: {spec: {\(threshold)}}", objective: objective)
    #expect(findings(elsewhere) == [])
    let text = elsewhere + document("DataSource", "prometheus", "type: Prometheus, connectionDetails: {}")
    #expect(findings(text) == ["5:73 unresolved-relation: there is no DataSource 'prom' in the content"])
  }

  // MARK: Values

  @Test func wantsToKnowWhichValuesAreGood() {
    let text = slo("indicatorRef: latency") + document("SLI", "latency", threshold)
    #expect(
      findings(text) == [
        "6:62 invalid-objective: the indicator compares values, but the objective does not say which are good"
      ])
  }

  @Test func acceptsThresholdsWithTheirValues() {
    let text =
      slo("indicatorRef: latency", objective: "target: 0.9, op: lte, value: 0.5")
      + document("SLI", "latency", threshold)
    #expect(findings(text) == [])
    let values = read(text).value.serviceLevels.first?.objectives.first?.goodValues
    #expect(values.map { "\($0.comparison.symbol) \($0.value)" } == "≤ 0.5")
  }

  // MARK: Names

  @Test(arguments: ["SLI", "Service", "DataSource"])
  func reportsRepeatedNames(_ kind: String) {
    let spec =
      ["SLI": threshold, "DataSource": "type: T, connectionDetails: {}", "Service": "description: x"][kind] ?? ""
    let text = document(kind, "a", spec) + document(kind, "a", spec)
    #expect(findings(text).filter { $0.contains("duplicate") } == ["9:18 duplicate-name: there is another \(kind) 'a'"])
  }

  @Test(arguments: ["AlertPolicy", "a_b", "-a", "a-", "a.b", String(repeating: "a", count: 64)])
  func wantsNamesOfRFC1123(_ name: String) {
    #expect(
      findings(document("Service", name, "")) == [
        "4:18 invalid-name: '\(name)' cannot be the name of an OpenSLO document"
      ])
  }

  @Test(arguments: ["a", "0", "a-b", "a--b", String(repeating: "a", count: 63)])
  func acceptsNamesOfRFC1123(_ name: String) {
    #expect(findings(document("Service", name, "")) == [])
  }
}
