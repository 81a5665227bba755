import Platform
import SiteModel
import YAML

/// An incident or planned work in `incidents.json`.
struct IncidentEntry: APIRecord {
  private let incident: Incident
  private let planner: DomainPlanner
  private let context: PlanContext

  init(_ incident: Incident, _ planner: DomainPlanner, _ context: PlanContext) {
    self.incident = incident
    self.planner = planner
    self.context = context
  }

  static let shape = APIShape<IncidentEntry>("incident", stateFields + timeFields)

  private static let stateFields: [APIField<IncidentEntry>] = [
    APIField("title") { $0.incident.page.title },
    APIField("description") { $0.incident.page.description },
    APIField("url") { $0.context.address(ofPage: $0.incident.page.path) },
    APIField("kind") { $0.incident.isMaintenance ? Kind.maintenance : .incident },
    APIField("severity", "What users notice.") { $0.incident.severity },
    APIField("state") { $0.incident.state(on: $0.context.asOf) },
    APIField("affected", "Capabilities, and systems that are known by name alone.") { entry in
      entry.planner.catalogue.affected(by: entry.incident).map {
        ReferenceEntry($0.reference, as: $0.name, entry.planner, entry.context)
      }
    },
    APIField("reviewed", "The day of the review after it.") { $0.incident.reviewed },
  ]

  private static let timeFields: [APIField<IncidentEntry>] = [
    APIField("started", "Where that is known to be earlier than its detection.") { $0.incident.started },
    APIField("detected", "Of planned work: the beginning.") { $0.incident.detected },
    APIField("declared") { $0.incident.declared },
    APIField("repaired", "When users felt it no longer.") { $0.incident.repaired },
    APIField("resolved") { $0.incident.resolved },
    APIField("planned", "The window of planned work.") { $0.incident.planned.map(WindowEntry.init) },
    APIField("durationSeconds", "How long users felt it; null while it lasts.") { $0.incident.duration },
    APIField("timeToRepairSeconds", "From detection to repair.") { $0.incident.timeToRepair },
  ]

  private enum Kind: String, APIValue, CaseIterable {
    case incident, maintenance
  }

  private struct WindowEntry: APIRecord {
    let window: Range<Instant>

    static let shape = APIShape<WindowEntry>(
      "window", [APIField("from") { $0.window.lowerBound }, APIField("to") { $0.window.upperBound }])
  }
}

/// A change in `changes.json`.
struct ChangeEntry: APIRecord {
  private let change: Change
  private let planner: DomainPlanner
  private let context: PlanContext

  init(_ change: Change, _ planner: DomainPlanner, _ context: PlanContext) {
    self.change = change
    self.planner = planner
    self.context = context
  }

  static let shape = APIShape<ChangeEntry>(
    "change",
    [
      APIField("title") { $0.change.page.title },
      APIField("description") { $0.change.page.description },
      APIField("url") { $0.context.address(ofPage: $0.change.page.path) },
      APIField("date", "From when on.") { $0.change.date },
      APIField("breaking", "Whether what worked before no longer does.") { $0.change.isBreaking },
      APIField("capability") { $0.planner.reference(of: $0.change.page, $0.context) },
      APIField("action", "What users have to do.") { entry in
        entry.change.action.map { ActionEntry(action: $0, isOverdue: $0.isOverdue(asOf: entry.context.asOf)) }
      },
    ])
}

private struct ActionEntry: APIRecord {
  let action: Change.Action
  let isOverdue: Bool

  static let shape = APIShape<ActionEntry>(
    "action",
    [
      APIField("what", "In Markdown.") { $0.action.what },
      APIField("by", "The last day for it.") { $0.action.by },
      APIField("overdue", "Whether that day is past.") { $0.isOverdue },
    ])
}

/// A decision in `decisions.json`.
struct DecisionEntry: APIRecord {
  private let decision: Decision
  private let planner: DomainPlanner
  private let context: PlanContext

  init(_ decision: Decision, _ planner: DomainPlanner, _ context: PlanContext) {
    self.decision = decision
    self.planner = planner
    self.context = context
  }

  static let shape = APIShape<DecisionEntry>(
    "decision",
    [
      APIField("number") { $0.decision.number },
      APIField("title") { $0.decision.name },
      APIField("description") { $0.decision.page.description },
      APIField("url") { $0.context.address(ofPage: $0.decision.page.path) },
      APIField("status") { $0.decision.status },
      APIField("date") { $0.decision.date },
      APIField("makers", "Who decided.") { $0.decision.makers },
      APIField("capability") { $0.planner.reference(of: $0.decision.page, $0.context) },
      APIField("supersededBy", "The page of the decision that took its place.") { entry in
        entry.planner.catalogue.records.successor(of: entry.decision).flatMap {
          entry.context.address(ofPage: $0.page.path)
        }
      },
    ])
}

extension DomainPlanner {
  /// The capability that a record is about; nil where it names none that exists.
  fileprivate func reference(of page: RecordPage, _ context: PlanContext) -> ReferenceEntry? {
    page.capability.flatMap { catalogue.capability($0.value) }.map { ReferenceEntry($0.reference, self, context) }
  }
}
