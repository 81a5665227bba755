import Bytes
import Platform
import SiteModel
import Templates
import YAML

/// The list of all incidents and maintenance.
struct IncidentsView: Sendable {
  let planner: DomainPlanner
  let context: PlanContext

  static let schema = Schema<IncidentsView>(
    "incidents",
    [
      .list("open", IncidentView.schema) { $0.views(in: [.open, .inProgress]) },
      .list("upcoming", IncidentView.schema) { $0.views(in: [.upcoming]).reversed() },
      .list("months", monthSchema) { $0.months },
      .list("years", monthSchema) { RecordGroup.years(of: $0.months) },
      .record("repair", RepairTable.schema) { RepairTable($0.planner, $0.context) },
    ])

  private static let monthSchema = RecordGroup.schema(IncidentView.schema)

  private var months: [RecordGroup<IncidentView>] {
    RecordGroup.byMonth(views(in: [.resolved, .done])) { ($0.incident.started ?? $0.incident.detected).date }
  }

  private func views(in states: [Incident.State]) -> [IncidentView] {
    let incidents = planner.catalogue.records.incidents
    return planner.views(incidents.filter { states.contains($0.state(on: context.asOf)) }, context)
  }
}

/// Mean times to repair, a row per capability and a column per quarter.
struct RepairTable: Sendable {
  private let quarters: [Quarter]
  private let rows: [RepairRow]

  /// - Returns: nil where nothing was repaired.
  init?(_ planner: DomainPlanner, _ context: PlanContext) {
    let quarters = RepairTable.lastYear(until: context.asOf)
    let all = planner.catalogue.records.incidents.repairTimes.filter { quarters.contains($0.quarter) }
    guard !all.isEmpty else { return nil }
    self.quarters = quarters
    let capabilities = planner.catalogue.capabilities.compactMap { capability -> RepairRow? in
      let times = planner.catalogue.incidents(of: capability).repairTimes
      let row = RepairRow(
        title: Phrase(verbatim: capability.metadata.displayName),
        href: context.link(folder: planner.folder(of: capability))?.href,
        quarters: quarters, times: times)
      return row.cells.contains { $0 != nil } ? row : nil
    }
    rows = capabilities + [RepairRow(title: "All", href: nil, quarters: quarters, times: all)]
  }

  /// Four quarters: enough to see whether it gets better.
  private static func lastYear(until day: CalendarDate) -> [Quarter] {
    let days = (0..<4).map { day.adding(Period(months: -3 * $0)) }
    return days.reversed().map { Quarter(of: $0) }
  }

  static let schema = Schema<RepairTable>(
    "repair table",
    [
      .texts("quarters") { $0.quarters.map(\.label) },
      .list("rows", RepairRow.schema) { $0.rows },
    ])
}

/// The repairs of one capability.
private struct RepairRow: Sendable {
  let title: Phrase
  let href: String?
  /// One for each quarter of the table; nil where nothing was repaired.
  let cells: [RepairTime?]

  init(title: Phrase, href: String?, quarters: [Quarter], times: [RepairTime]) {
    self.title = title
    self.href = href
    cells = quarters.map { quarter in times.first { $0.quarter == quarter } }
  }

  static let schema = Schema<RepairRow>(
    "repair row",
    [
      .phrase("title") { $0.title },
      .text("href") { $0.href },
      .list("cells", cellSchema) { $0.cells },
    ])

  private static let cellSchema = Schema<RepairTime?>(
    "repair cell",
    [.phrase("mean") { $0?.mean.secondsInWords }, .phrase("count") { $0?.countLabel }])
}

/// The repairs of one quarter, on the page of a capability.
let repairTimeSchema = Schema<RepairTime>(
  "repair time",
  [
    .text("quarter") { $0.quarter.label }, .phrase("mean") { $0.mean.secondsInWords },
    .phrase("count") { $0.countLabel },
  ])

extension RepairTime {
  /// `1 incident`, `2 incidents`.
  fileprivate var countLabel: Phrase { Phrase(count: count, "incident") }
}
