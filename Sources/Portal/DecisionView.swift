import Bytes
import Platform
import SiteModel
import Templates
import YAML

/// The page of a decision, and the decision in lists.
struct DecisionView: Sendable {
  let decision: Decision
  let planner: DomainPlanner
  let context: PlanContext

  static let schema = Schema<DecisionView>("decision", entryFields + relationFields)

  private static let entryFields: [Field<DecisionView>] = [
    .text("number") { $0.decision.number.map(String.init) },
    .text("title") { $0.decision.name },
    .text("href") { $0.context.link(document: $0.decision.page.path)?.href },
    .text("description") { $0.decision.page.description },
    .record("status", decisionStatusSchema) { $0.decision.status },
    .phrase("date") { $0.decision.date?.label },
    .texts("makers") { $0.decision.makers },
    .texts("consulted") { $0.decision.consulted },
    .texts("informed") { $0.decision.informed },
  ]

  private static let relationFields: [Field<DecisionView>] = [
    .record("capability", PageLink.schema) { $0.planner.capability(of: $0.decision.page, $0.context) },
    .record("successor", DecisionView.schema) { view in view.records.successor(of: view.decision).map(view.other) },
    .list("predecessors", DecisionView.schema) { view in
      view.records.predecessors(of: view.decision).map(view.other)
    },
  ]

  private var records: Records { planner.catalogue.records }

  private func other(_ decision: Decision) -> DecisionView {
    DecisionView(decision: decision, planner: planner, context: context)
  }
}

private let decisionStatusSchema = Schema<Decision.Status>(
  "decision status", [.text("id") { $0.rawValue }, .phrase("label") { $0.label }])

extension Decision.Status {
  fileprivate var label: Phrase {
    switch self {
    case .proposed: "Proposed"
    case .accepted: "Accepted"
    case .rejected: "Rejected"
    case .deprecated: "Deprecated"
    case .superseded: "Superseded"
    }
  }
}

/// The list of all decisions.
struct DecisionsView: Sendable {
  let planner: DomainPlanner
  let context: PlanContext

  static let schema = Schema<DecisionsView>("decisions", [.list("groups", DecisionGroup.schema) { $0.groups }])

  /// What is open, what holds and what does not, the latest first; no empty group.
  private var groups: [DecisionGroup] {
    let titles: [(id: String, title: Phrase, statuses: Set<Decision.Status>)] = [
      ("proposed", "To be decided", [.proposed]), ("accepted", "In force", [.accepted]),
      ("past", "Not in force", [.rejected, .deprecated, .superseded]),
    ]
    return titles.compactMap { id, title, statuses in
      let members = planner.catalogue.records.decisions.filter { statuses.contains($0.status) }
      return members.isEmpty
        ? nil : DecisionGroup(id: id, title: title, decisions: planner.views(members.reversed(), context))
    }
  }
}

/// Decisions that stand alike.
private struct DecisionGroup: Sendable {
  let id: String
  let title: Phrase
  let decisions: [DecisionView]

  static let schema = Schema<DecisionGroup>(
    "decision group",
    [
      .text("id") { $0.id }, .phrase("title") { $0.title }, .list("decisions", DecisionView.schema) { $0.decisions },
    ])
}

extension DomainPlanner {
  /// Decisions as a page shows them.
  func views(_ decisions: [Decision], _ context: PlanContext) -> [DecisionView] {
    decisions.map { DecisionView(decision: $0, planner: self, context: context) }
  }
}
