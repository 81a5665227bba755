import Bytes
import Platform
import SiteModel
import Templates
import YAML

/// The page of an incident or of maintenance.
struct IncidentView: Sendable {
  let incident: Incident
  let planner: DomainPlanner
  let context: PlanContext

  static let schema = Schema<IncidentView>("incident", stateFields + timeFields)

  static let stateFields: [Field<IncidentView>] = [
    .text("title") { $0.incident.page.title },
    .text("href") { $0.context.link(document: $0.incident.page.path)?.href },
    .text("language") { $0.context.recordLanguage },
    .text("description") { $0.incident.page.description },
    .text("severity") { $0.incident.severity.rawValue },
    .phrase("severityLabel") { $0.incident.severity.label },
    .record("state", incidentStateSchema) { ($0.state, $0.stateLabel) },
    .flag("isMaintenance") { $0.incident.isMaintenance },
    .flag("isOpen") { $0.isOpen },
    .list("affected", EntityLink.schema) { $0.affected },
    .phrase("reviewed") { $0.incident.reviewed?.label },
    .flag("lacksReview") { $0.incident.wantsReview(on: $0.context.asOf) && $0.incident.reviewed == nil },
  ]

  static let timeFields: [Field<IncidentView>] = [
    .phrase("day") { ($0.incident.started ?? $0.incident.detected).date.label },
    .phrase("duration") { $0.incident.duration?.secondsInWords },
    .phrase("running") { $0.incident.runningTime(on: $0.context.asOf)?.secondsInWords },
    .phrase("asOf") { $0.context.asOf.label },
    .phrase("timeToRepair") { $0.incident.timeToRepair?.secondsInWords },
    .phrase("from") { $0.incident.planned?.lowerBound.label },
    .phrase("to") { $0.incident.planned?.upperBound.label },
    .list("timeline", IncidentMoment.schema) { $0.timeline },
  ]

  private var state: Incident.State { incident.state(on: context.asOf) }

  /// Nobody can tell from a day whether work of that day has begun.
  private var stateLabel: Phrase {
    let isToday = incident.planned?.lowerBound.date == context.asOf
    return state == .inProgress && isToday ? "Today" : state.label
  }

  private var isOpen: Bool { state == .open || state == .inProgress }

  private var affected: [EntityLink] {
    planner.catalogue.affected(by: incident).map { EntityLink($0.reference, as: $0.name, planner, context) }
  }

  /// What is known of when, each moment with the time since the one before.
  private var timeline: [IncidentMoment] {
    guard !incident.isMaintenance else { return [] }
    let known: [(Phrase, Instant?)] = [
      ("Began", incident.started), ("Detected", incident.detected), ("Declared", incident.declared),
      ("Repaired", incident.repaired), ("Resolved", incident.resolved),
    ]
    let moments = known.compactMap { label, at in at.map { (label: label, at: $0) } }.sorted { $0.at < $1.at }
    return moments.enumerated().map { index, moment in
      IncidentMoment(
        label: moment.label, at: moment.at, after: index == 0 ? nil : moment.at - moments[index - 1].at)
    }
  }
}

/// A moment of an incident.
private struct IncidentMoment: Sendable {
  let label: Phrase
  let at: Instant
  /// Seconds since the moment before; nil for the first.
  let after: Int?

  static let schema = Schema<IncidentMoment>(
    "moment",
    [
      .phrase("label") { $0.label },
      .phrase("at") { $0.at.label },
      .phrase("after") { $0.after?.secondsInWords },
    ])
}

private let incidentStateSchema = Schema<(state: Incident.State, label: Phrase)>(
  "incident state", [.text("id") { $0.state.rawValue }, .phrase("label") { $0.label }])

extension Incident.Severity {
  var label: Phrase {
    switch self {
    case .notice: "Notice"
    case .disrupted: "Disrupted"
    case .down: "Down"
    }
  }
}

extension Incident.State {
  var label: Phrase {
    switch self {
    case .open: "Open"
    case .resolved: "Resolved"
    case .upcoming: "Planned"
    case .inProgress: "In progress"
    case .done: "Done"
    }
  }
}

extension DomainPlanner {
  /// What a reader should know before anything else: open incidents, then maintenance to come, the soonest first.
  func alerts(among incidents: [Incident], _ context: PlanContext) -> [IncidentView] {
    let open = incidents.filter { [.open, .inProgress].contains($0.state(on: context.asOf)) }
    return views(open + incidents.filter { $0.state(on: context.asOf) == .upcoming }.reversed(), context)
  }

  /// Incidents as a page shows them.
  func views(_ incidents: [Incident], _ context: PlanContext) -> [IncidentView] {
    incidents.map { IncidentView(incident: $0, planner: self, context: context) }
  }
}
