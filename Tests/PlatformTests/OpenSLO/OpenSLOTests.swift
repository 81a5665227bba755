import Bytes
import Diagnostics
import Foundation
import Platform
import Testing
import YAML

@Suite struct OpenSLOTests {
  @Test func readsServicesAndDataSources() {
    let outcome = read(
      """
      apiVersion: openslo/v1
      kind: Service
      metadata: {name: vault, displayName: Vault, labels: {team: [a, b]}}
      ---
      apiVersion: openslo/v1
      kind: DataSource
      metadata: {name: prom}
      spec: {description: Ours, type: Prometheus, connectionDetails: {password: s3cret, url: [a]}}
      """)
    #expect(outcome.diagnostics.map(\.line) == [])
    #expect(outcome.value.openSLO.services.map(\.metadata?.displayName) == ["Vault"])
    #expect(outcome.value.openSLO.dataSources.map(\.type) == ["Prometheus"])
    #expect(!String(describing: outcome.value.openSLO.dataSources).contains("s3cret"))
  }

  @Test func wantsTheTypeOfADataSource() {
    let text = "apiVersion: openslo/v1\nkind: DataSource\nmetadata: {name: prom}\nspec: {connectionDetails: {a: b}}"
    #expect(findings(text) == ["4:7 missing-key: DataSource spec has no 'type'"])
  }

  // MARK: Indicators of service levels

  private func slo(_ spec: String) -> String {
    """
    apiVersion: openslo/v1
    kind: SLO
    metadata: {name: reads}
    spec:
      {service: vault, budgetingMethod: Occurrences,
      \(spec)}
    """
  }

  @Test(arguments: [
    ("objectives: [{target: 0.9}]", "5:3 invalid-indicator: the service level has no indicator"),
    (
      "objectives: [{target: 0.9, \(indicator)}, {target: 0.9}]",
      "5:3 invalid-indicator: 1 of 2 objectives have an indicator of their own"
    ),
    (
      "\(indicator), objectives: [{target: 0.9, \(indicator)}]",
      "5:3 invalid-indicator: both the service level and its objectives have indicators"
    ),
    (
      "indicatorRef: x, indicator: {spec: {thresholdMetric: {metricSource: {type: T, spec: {q: 1}}}}}, objectives: [{target: 0.9}]",
      "6:31 invalid-indicator: 'indicator' and 'indicatorRef' exclude each other"
    ),
  ])
  func wantsOneIndicatorForAllOrOneForEach(_ spec: String, _ finding: String) {
    #expect(findings(slo(spec)).first == finding)
  }

  @Test func isCompositeWhereEachObjectiveHasItsIndicator() {
    let text = slo("objectives: [{target: 0.9, \(indicator), compositeWeight: 2.5}, {target: 0.99, \(indicator)}]")
    #expect(findings(text) == [])
    let slo = read(text).value.serviceLevels.first
    #expect(slo?.isComposite == true)
    #expect(slo?.objectives.map(\.weight.description) == ["2.5", "1"])
  }

  @Test func wantsAWeightAboveZero() {
    let text = slo("objectives: [{compositeWeight: 0, target: 0.9, \(indicator)}]")
    #expect(findings(text) == ["6:34 invalid-objective: the weight '0' is not above 0"])
  }

  // MARK: Other versions

  @Test func readsV1alpha() throws {
    let outcome = read(
      """
      apiVersion: openslo/v1alpha
      kind: SLO
      metadata: {name: ratio, displayName: Ratio}
      spec:
        service: web
        budgetingMethod: Timeslices
        timeWindows: [{unit: Week, count: 2, isRolling: false, calendar: {startTime: 2026-01-05 00:00:00, timeZone: UTC}}]
        objectives:
          - displayName: Good
            target: 0.98
            timeSliceTarget: 0.95
            value: 1
            ratioMetrics:
              incremental: true
              good: {source: prometheus, queryType: promql, query: good}
              total: {source: prometheus, queryType: promql, query: total}
      """)
    #expect(outcome.diagnostics.map(\.line) == [])
    let slo = try #require(outcome.value.serviceLevels.first)
    #expect(slo.window?.duration.words == "2 weeks")
    #expect(slo.window?.isRolling == false)
    #expect(!slo.isComposite)
    let objective = try #require(slo.objectives.first)
    #expect(objective.target.description == "0.98")
    let metrics = outcome.value.openSLO.indicator(of: objective, in: slo)?.metrics
    #expect(
      metrics?.map { "\($0.role) \($0.type ?? "") \($0.query ?? "")" } == [
        "good prometheus good", "total prometheus total",
      ])
  }

  @Test func readsAThresholdOfV1alpha() {
    let outcome = read(
      """
      apiVersion: openslo/v1alpha
      kind: SLO
      metadata: {name: latency}
      spec:
        service: web
        budgetingMethod: Occurrences
        indicator: {thresholdMetric: {source: prometheus, queryType: promql, query: latency}}
        timeWindows: [{unit: Month, count: 1}]
        objectives: [{op: lte, value: 200.5, target: 0.99}]
      """)
    #expect(outcome.diagnostics.map(\.line) == [])
    #expect(outcome.value.serviceLevels.first?.window?.duration.words == "1 month")
  }

  @Test(arguments: [("Second", "3600", "60 minutes"), ("Day", "28", "28 days"), ("Quarter", "1", "1 quarter")])
  func countsTheUnitsOfV1alpha(_ unit: String, _ count: String, _ words: String) {
    let text = v1alpha(window: "unit: \(unit), count: \(count), isRolling: true")
    #expect(findings(text) == [])
    #expect(read(text).value.serviceLevels.first?.window?.duration.words.english == words)
  }

  @Test(arguments: [
    ("unit: Second, count: 90", "a window cannot be 90 seconds long"),
    ("unit: Day, count: 0", "a window cannot be 0 days long"),
    ("unit: days, count: 1", "'unit' cannot be 'days'"), ("count: 1", "time window has no 'unit'"),
  ])
  func refusesUnitsThatAreNone(_ window: String, _ message: String) {
    #expect(read(v1alpha(window: window)).diagnostics.map(\.message) == [message])
  }

  private func v1alpha(window: String) -> String {
    """
    apiVersion: openslo/v1alpha
    kind: SLO
    metadata: {name: latency}
    spec:
      service: web
      budgetingMethod: Occurrences
      indicator: {thresholdMetric: {source: prometheus, queryType: promql, query: latency}}
      timeWindows: [{\(window)}]
      objectives: [{op: lte, value: 200, target: 0.99}]
    """
  }

  @Test func readsV2alpha() throws {
    let outcome = read(
      """
      apiVersion: openslo.com/v2alpha
      kind: SLO
      metadata: {name: web, labels: {env: prod}}
      spec:
        service: web
        sliRef: requests
        budgetingMethod: RatioTimeslices
        timeWindow: [{duration: 4w, isRolling: true}]
        objectives: [{labels: {a: b}, target: 0.995, timeSliceWindow: 1m}]
      ---
      apiVersion: openslo.com/v2alpha
      kind: SLO
      metadata: {name: whole}
      spec:
        serviceRef: web
        budgetingMethod: Occurrences
        objectives:
          - {target: 0.9, sliRef: requests}
          - {target: 0.9, sli: {metadata: {name: own}, spec: {thresholdMetric: {dataSourceRef: p}}}, op: lt, value: 1}
      ---
      apiVersion: openslo.com/v2alpha
      kind: SLI
      metadata: {name: requests}
      spec: {ratioMetric: {good: {dataSourceRef: p, spec: {query: a}}, total: {dataSourceRef: p, spec: {query: b}}}}
      """)
    #expect(outcome.diagnostics.map(\.line) == [])
    #expect(outcome.value.serviceLevels.map(\.service.value) == ["web", "web"])
    #expect(outcome.value.serviceLevels.map(\.isComposite) == [false, true])
    let slo = try #require(outcome.value.serviceLevels.first)
    let objective = try #require(slo.objectives.first)
    #expect(outcome.value.openSLO.indicator(of: objective, in: slo)?.metadata?.name.value == "requests")
  }

  // MARK: The examples of the specification

  private static let examples =
    #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 }
    + "/../shared/corpora/openslo/examples"

  private static let files = FileManager.default.enumerator(atPath: examples)?.compactMap { $0 as? String }
    .filter { $0.hasSuffix(".yaml") }.sorted()

  @Test(.enabled(if: files != nil, "the examples of the specification are not at \(examples)"))
  func readsAllExamplesOfTheSpecification() throws {
    let files = try #require(OpenSLOTests.files)
    var report: [String] = []
    for file in files {
      let text = try String(contentsOfFile: OpenSLOTests.examples + "/" + file, encoding: .utf8)
      let outcome = read(text)
      report.append("\(file): \(outcome.value.serviceLevels.map { "\($0.objectives.count)" }.joined(separator: ","))")
      report += outcome.diagnostics.map(\.line)
    }
    // '1m' with a calendar is a month in the comment beside it, and a minute in the specification.
    #expect(
      report == [
        "budgeting-method/occurences-slo.yaml: 1", "budgeting-method/ratio-timeslices.yaml: 1",
        "budgeting-method/timeslices-slo.yaml: 2",
        "27:17 calendar-minutes: '1m' is a calendar window of 1 minute",
        "treat-low-traffic-as-equally-important/timeslices-slo.yaml: 1",
      ])
  }
}
