import Bytes
import Platform
import SiteModel
import Templates
import YAML

/// The overview of all service levels.
struct ServiceLevelsView: Sendable {
  let planner: DomainPlanner
  let context: PlanContext

  static let schema = Schema<ServiceLevelsView>(
    "service levels",
    [
      .list("groups", ServiceLevelGroup.schema) { $0.groups },
      .list("counts", StateCount.schema) { $0.counts },
      .phrases("asOf") { view in view.statuses.compactMap(\.asOf).max().map { [$0.label] } ?? [] },
    ])

  fileprivate var statuses: [ObjectiveStatus] { planner.catalogue.serviceLevels.flatMap(planner.report.verdicts) }

  /// From the worst; no state that nothing is in.
  private var counts: [StateCount] {
    ObjectiveStatus.State.allCases.compactMap { state in
      let members = statuses.filter { $0.state == state }
      return members.isEmpty ? nil : StateCount(state: StateView(state, of: members), count: members.count)
    }
  }

  /// By capability, in the order of the catalogue; what belongs to none comes last.
  private var groups: [ServiceLevelGroup] {
    let catalogue = planner.catalogue
    let members = Dictionary(grouping: catalogue.serviceLevels) { catalogue.capability(of: $0)?.origin }
    let groups = catalogue.capabilities.compactMap { capability in
      members[capability.origin].map { levels in
        ServiceLevelGroup(
          title: Phrase(verbatim: capability.metadata.displayName),
          href: context.link(folder: planner.folder(of: capability))?.href,
          levels: levels.map(view))
      }
    }
    return groups + (members[nil].map { [ServiceLevelGroup(title: "Other", href: nil, levels: $0.map(view))] } ?? [])
  }

  fileprivate func view(_ slo: ServiceLevelObjective) -> ServiceLevelView {
    ServiceLevelView(slo, planner: planner, context: context)
  }
}

/// The service levels of a capability.
private struct ServiceLevelGroup: Sendable {
  let title: Phrase
  let href: String?
  let levels: [ServiceLevelView]

  static let schema = Schema<ServiceLevelGroup>(
    "service level group",
    [
      .phrase("title") { $0.title },
      .text("href") { $0.href },
      .list("levels", ServiceLevelView.schema) { $0.levels },
    ])
}

/// How many objectives are in a state.
private struct StateCount: Sendable {
  let state: StateView
  let count: Int

  static let schema = Schema<StateCount>(
    "state count",
    [
      .record("state", StateView.schema) { $0.state },
      .text("count") { String($0.count) },
    ])
}

/// How all objectives stand, in few words, with those that need attention.
struct LevelsSummary: Sendable {
  private let overview: ServiceLevelsView

  /// - Returns: nil without service levels.
  init?(_ planner: DomainPlanner, _ context: PlanContext) {
    guard !planner.catalogue.serviceLevels.isEmpty else { return nil }
    overview = ServiceLevelsView(planner: planner, context: context)
  }

  static let schema = Schema<LevelsSummary>(
    "service level summary",
    [
      .text("href") { $0.overview.context.link(folder: "service-levels")?.href },
      .text("met") { view in String(view.overview.statuses.count { $0.state == .met }) },
      .text("total") { String($0.overview.statuses.count) },
      .text("staleAfter") { StateView(.met, of: $0.overview.statuses).staleAfter?.iso },
      .list("attention", attentionSchema) { $0.attention },
    ])

  /// The service levels whose worst objective is not met, from the worst; at most five.
  private var attention: [(slo: ServiceLevelView, status: ObjectiveStatus)] {
    let planner = overview.planner
    let worst = planner.catalogue.serviceLevels.compactMap { slo in
      planner.worst(of: [slo]).map { (slo: overview.view(slo), status: $0) }
    }
    return Array(worst.filter { $0.status.state != .met }.sorted { $0.status.rank < $1.status.rank }.prefix(5))
  }
}

private let attentionSchema = Schema<(slo: ServiceLevelView, status: ObjectiveStatus)>(
  "service level that needs attention",
  [
    .record("level", ServiceLevelView.schema) { $0.slo },
    .record("state", StateView.schema) { StateView($0.status) },
    .phrase("budget") { $0.status.budgetLabel },
  ])
