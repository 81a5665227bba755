import Bytes
import Platform
import SiteModel
import Templates
import YAML

extension DomainPlanner {
  func folder(of slo: ServiceLevelObjective) -> String { "service-levels/" + slo.metadata.name.value }

  /// The overview and a page for each service level.
  func serviceLevelPlans() -> [PagePlan] {
    guard !catalogue.serviceLevels.isEmpty else { return [] }
    var overview = PagePlan(folder: "service-levels", title: "Service levels", layout: "service-levels") { context in
      ServiceLevelsView.schema.value(ServiceLevelsView(planner: self, context: context))
    }
    overview.description = "What the platform promises, and how it keeps it."
    return [overview] + catalogue.serviceLevels.map(plan)
  }

  private func plan(_ slo: ServiceLevelObjective) -> PagePlan {
    var plan = PagePlan(
      folder: folder(of: slo), title: Phrase(verbatim: slo.metadata.displayName), layout: "service-level"
    ) { context in
      ServiceLevelView.schema.value(ServiceLevelView(slo, planner: self, context: context))
    }
    plan.description = slo.description.map { Phrase(verbatim: $0) }
    plan.anchors = Set(slo.objectives.indices.map { "objective-\($0 + 1)" } + (slo.isComposite ? ["whole"] : []))
    return plan
  }

  /// The worst of a capability's objectives; nil without any.
  func worst(of capability: Capability) -> ObjectiveStatus? { worst(of: catalogue.serviceLevels(of: capability)) }

  /// The worst objective, by state and then by what is left; nil without any.
  func worst(of levels: [ServiceLevelObjective]) -> ObjectiveStatus? {
    levels.flatMap(report.verdicts).min { $0.rank < $1.rank }
  }
}

extension ObjectiveStatus {
  /// The worse it stands, the lower.
  var rank: (State, Fraction) { (state, window?.budget?.remaining ?? .one) }
}
