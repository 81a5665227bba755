import Diagnostics
import Platform
import YAML

/// One SLO with one objective, and measurements of it as slices of flow style.
struct Sample {
  var window = "{duration: 28d, isRolling: true}"
  var method = "Occurrences"
  var target = "0.999"
  var objective = ""
  var asOf = "2026-06-29"
  var counts = "events"
  var slices: [String]
  var exclusions: [String] = []
  var maxAge = Period(days: 7)
  var today: String?

  /// Builds for the day before `asOf` unless told otherwise, so that midnight of `asOf` is now.
  var outcome: (status: ObjectiveStatus?, findings: [String]) { outcome(files: [slices]) }

  func outcome(files: [[String]]) -> (status: ObjectiveStatus?, findings: [String]) {
    let slo = """
      apiVersion: openslo/v1
      kind: SLO
      metadata: {name: s}
      spec:
        service: s
        \(indicator)
        timeWindow: [\(window)]
        budgetingMethod: \(method)
        objectives: [{target: \(target)\(objective)}]

      """
    let documents = files.enumerated().map { index, slices in
      """
      ---
      apiVersion: portico/v1
      kind: Measurements
      metadata: {name: m\(index)}
      spec:
        slo: s
        asOf: \(asOf)
        counts: \(counts)
        slices: [\(slices.map { "{\($0)}" }.joined(separator: ", "))]
        exclusions: [\(exclusions.map { "{\($0)}" }.joined(separator: ", "))]

      """
    }
    return evaluate(slo + documents.joined())
  }

  private func evaluate(_ text: String) -> (status: ObjectiveStatus?, findings: [String]) {
    let parsed = YAMLParser.parse(Array(text.utf8), path: "test.yaml")
    let catalogue = Catalogue.read(parsed.value, domains: [])
    let day = today.flatMap { CalendarDate($0) } ?? previousDay
    let report = ServiceLevelReport.make(
      catalogue.value, terms: ReportTerms(asOf: day, maxAge: maxAge, zones: { testZones[$0] }))
    let status = catalogue.value.serviceLevels.first.flatMap { report.value.statuses(of: $0).first }
    return (
      status, (parsed.diagnostics + catalogue.diagnostics + report.diagnostics).map { "\($0.rule.id): \($0.message)" }
    )
  }

  private var previousDay: CalendarDate {
    Instant(asOf).map { ($0 - 1).date } ?? CalendarDate(daysSinceEpoch: 0)
  }
}

/// Dublin in 2026: summer time from 29 March to 25 October, one hour ahead, at 01:00 UTC.
private let testZones: [String: ZoneRules] = [
  "Europe/Dublin": ZoneRules(
    firstOffset: 0,
    transitions: [("2026-03-29T01:00:00Z", 3_600), ("2026-10-25T01:00:00Z", 0)].compactMap { time, offset in
      Instant(time).map { (from: $0, offset: offset) }
    })
]

/// `from: …, to: …, good: …, total: …` for one day after another.
func days(from first: String, _ counts: [(good: Int, total: Int)]) -> [String] {
  let start = CalendarDate(first)?.daysSinceEpoch ?? 0
  return counts.enumerated().map { index, counts in
    let day = CalendarDate(daysSinceEpoch: start + index).iso
    let next = CalendarDate(daysSinceEpoch: start + index + 1).iso
    return "from: \(day), to: \(next), good: \(counts.good), total: \(counts.total)"
  }
}

extension ObjectiveStatus {
  /// What the tests compare: state, SLI and share left in percent.
  var line: String {
    let budget = window?.budget
    let sli = budget.map { ($0.sli * Fraction(100)).text(places: 4) } ?? "-"
    let left = budget.map { ($0.remaining * Fraction(100)).text(places: 2) } ?? "-"
    return "\(state.rawValue) \(sli) \(left)"
  }
}
