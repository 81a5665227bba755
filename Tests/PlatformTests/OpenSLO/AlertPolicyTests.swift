import Bytes
import Diagnostics
import Platform
import Testing
import YAML

@Suite struct AlertPolicyTests {
  private func document(_ kind: String, _ name: String, _ spec: String) -> String {
    """
    apiVersion: openslo/v1
    kind: \(kind)
    metadata: {name: \(name), displayName: The \(name)}
    spec: {\(spec)}

    """
  }

  private let condition =
    "severity: page, condition: {kind: burnrate, op: gte, threshold: 14.4, lookbackWindow: 1h, alertAfter: 5m}"

  @Test func joinsNamedParts() throws {
    let outcome = read(
      [
        document(
          "AlertPolicy", "fast", "conditions: [{conditionRef: burns}], notificationTargets: [{targetRef: chat}]"),
        document("AlertCondition", "burns", condition),
        document("AlertNotificationTarget", "chat", "target: slack, description: The platform's channel"),
      ].joined(separator: "---\n"))
    #expect(outcome.diagnostics.map(\.line) == [])
    let openSLO = outcome.value.openSLO
    let policy = try #require(openSLO.alertPolicies.first)
    let found = try #require(openSLO.conditions(of: policy).first)
    #expect(found.metadata?.displayName == "The burns")
    #expect(found.severity == "page")
    #expect(found.comparison.symbol == "≥")
    #expect(found.threshold.description == "14.4")
    #expect(found.lookBack.words == "1 hour")
    #expect(found.alertAfter?.words == "5 minutes")
    #expect(openSLO.targets(of: policy).map(\.target) == ["slack"])
  }

  @Test func readsPartsThatStandInThePolicy() throws {
    let outcome = read(
      """
      apiVersion: openslo/v1
      kind: AlertPolicy
      metadata: {name: fast}
      spec:
        alertWhenBreaching: true
        alertWhenNoData: false
        alertWhenResolved: true
        conditions:
          - {kind: AlertCondition, metadata: {name: burns}, spec: {\(condition)}}
        notificationTargets:
          - {kind: AlertNotificationTarget, metadata: {name: chat}, spec: {target: slack}}
      """)
    #expect(outcome.diagnostics.map(\.line) == [])
    let policy = try #require(outcome.value.openSLO.alertPolicies.first)
    #expect(policy.triggers == [.breaching, .resolved])
    #expect(outcome.value.openSLO.conditions(of: policy).map(\.severity) == ["page"])
    #expect(outcome.value.openSLO.targets(of: policy).map(\.target) == ["slack"])
  }

  @Test(arguments: [
    ("gte", "14.4", true), ("gt", "14.4", false), ("lte", "14.4", true), ("lt", "14.4", false), ("gt", "14.3", true),
    ("lt", "14.5", true), ("gte", "14.5", false), ("lte", "14.3", false),
  ])
  func comparesABurnRateWithItsThreshold(_ op: String, _ threshold: String, _ holds: Bool) {
    let text = document(
      "AlertCondition", "c", "severity: s, condition: {op: \(op), threshold: \(threshold), lookbackWindow: 1h}")
    #expect(read(text).value.openSLO.alertConditions.first?.holds(Fraction(144, over: 10)) == holds)
  }

  @Test func readsNoTimeAtAllAsTheDefault() {
    let text = document(
      "AlertCondition", "c", "severity: s, condition: {op: gt, threshold: 2, lookbackWindow: 1h, alertAfter: 0m}")
    #expect(findings(text) == [])
    #expect(read(text).value.openSLO.alertConditions.first.map { $0.alertAfter == nil } == true)
  }

  // MARK: Faults

  @Test func wantsWhatAConditionNeeds() {
    #expect(
      findings(document("AlertCondition", "c", "condition: {}")) == [
        "4:7 missing-key: AlertCondition spec has no 'severity'", "4:19 missing-key: condition has no 'op'",
        "4:19 missing-key: condition has no 'threshold'", "4:19 missing-key: condition has no 'lookbackWindow'",
      ])
  }

  @Test func refusesWrongValues() {
    let text = document(
      "AlertCondition", "c",
      "severity: s, condition: {kind: latency, op: '>', threshold: high, lookbackWindow: 1hour, alertAfter: 5s}")
    #expect(
      findings(text) == [
        "4:39 invalid-value: 'kind' cannot be 'latency'", "4:52 invalid-value: 'op' cannot be '>'",
        "4:68 invalid-value: 'threshold' must be a number, not 'high'",
        "4:90 invalid-value: 'lookbackWindow' must be a duration, not '1hour'",
        "4:109 invalid-value: 'alertAfter' must be a duration, not '5s'",
      ])
  }

  @Test func wantsConditionsAndTargets() {
    #expect(
      findings(document("AlertPolicy", "p", "description: x")) == [
        "4:7 missing-key: AlertPolicy spec has no 'conditions'",
        "4:7 missing-key: AlertPolicy spec has no 'notificationTargets'",
      ])
    #expect(
      findings(document("AlertNotificationTarget", "t", "description: x")) == [
        "4:7 missing-key: AlertNotificationTarget spec has no 'target'"
      ])
  }

  @Test func wantsPartsThatNameOrHoldSomething() {
    #expect(
      findings(document("AlertPolicy", "p", "conditions: [{name: c}], notificationTargets: [{target: slack}]")) == [
        "4:21 missing-key: condition has neither 'conditionRef' nor 'spec'",
        "4:22 unknown-key: condition has no key 'name'",
        "4:55 missing-key: notification target has neither 'targetRef' nor 'spec'",
        "4:56 unknown-key: notification target has no key 'target'",
      ])
  }
}
