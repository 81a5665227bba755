import Diagnostics
import Platform
import YAML

/// How an objective stands, and what was found on the way to it.
typealias Standing = (status: ObjectiveStatus?, findings: [String], diagnostics: [Diagnostic])

/// One SLO with one objective, and measurements of it as slices of flow style.
struct Sample {
  var window = "{duration: 28d, isRolling: true}"
  var method = "Occurrences"
  var target = "0.999"
  var objective = ""
  var asOf = "2026-06-29"
  var counts = "events"
  var slices: [String] = []
  var exclusions: [String] = []
  var maxAge = Period(days: 7)
  var today: String?
  /// Files of measurements, by their path.
  var files: [String: String] = [:]
  /// Documents besides the SLO and the measurements of `slices`, which there are none of if this is there.
  var documents: String?

  /// Builds for the day before `asOf` unless told otherwise, so that midnight of `asOf` is now.
  var outcome: Standing { outcome(files: [slices]) }

  func outcome(files: [[String]]) -> Standing {
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
    if let documents { return evaluate(slo + documents) }
    let written = files.enumerated().map { index, slices in
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
    return evaluate(slo + written.joined())
  }

  private func evaluate(_ text: String) -> Standing {
    let parsed = YAMLParser.parse(Array(text.utf8), path: "test.yaml")
    let catalogue = Catalogue.read(
      parsed.value, domains: [], files: files.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) })
    let day = today.flatMap { CalendarDate($0) } ?? previousDay
    let report = ServiceLevelReport.make(
      catalogue.value, terms: ReportTerms(asOf: day, maxAge: maxAge, zones: { testZones[$0] }))
    let status = catalogue.value.serviceLevels.first.flatMap { report.value.statuses(of: $0).first }
    let found = parsed.diagnostics + catalogue.diagnostics + report.diagnostics
    return (status, found.map { "\($0.rule.id): \($0.message)" }, found)
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

extension Sample {
  /// A sample that is measured by a file, and by a document where one is needed.
  init(file name: String, _ text: String, spec: String? = nil, method: String = "Occurrences", objective: String = "") {
    self.init(method: method, objective: objective)
    files = [name: text]
    documents =
      spec.map { "---\napiVersion: portico/v1\nkind: Measurements\nmetadata: {name: m}\nspec: {slo: s, \($0)}\n" } ?? ""
  }

  /// Where each fault was found, in the order of places, and what it is: `path:line:column message`.
  var faults: [String] {
    outcome.diagnostics.sorted(by: Diagnostic.precedes).map { finding in
      (finding.span.map { "\($0.path):\($0.line):\($0.column) " } ?? "") + finding.message
    }
  }

  /// The slices of the window, as good out of total to the end of each: `998/1000 2026-06-28T00:00:00Z`.
  var days: [String] {
    outcome.status?.days.map { day in
      "\(day.tally.good.text(places: 2))/\(day.tally.total.text(places: 2)) \(day.time.upperBound.iso)"
    } ?? []
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
