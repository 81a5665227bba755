import Diagnostics
import Platform
import SiteModel
import Templates
import YAML

/// A service level on any page: how it stands, its history or its budget.
struct ServiceLevelEmbed: Sendable {
  private enum Show: String, CaseIterable {
    case card, history, budget
  }

  private let level: ServiceLevelView
  private let objectives: [ObjectiveView]
  private let show: Show

  private static let schema = Schema<ServiceLevelEmbed>(
    "service level embed",
    [
      .record("level", ServiceLevelView.schema) { $0.level },
      .list("shown", ObjectiveView.schema) { $0.objectives },
      .flag("showsHistory") { $0.show == .history },
      .flag("showsBudget") { $0.show == .budget },
    ])

  static let piece = EmbedPiece(
    "slo", of: "the name of a service level",
    options: [.init("objective"), .init("show", values: Show.allCases.map(\.rawValue))], schema: schema
  ) { planner, request in
    let slo = planner.serviceLevel(request.argument)
    guard let level = slo.value else { return Outcome(nil, slo.diagnostics) }
    let show = request.option("show").flatMap { Show(rawValue: $0.value) } ?? .card
    guard let wanted = request.option("objective") else {
      return Outcome { ServiceLevelEmbed(level, objective: nil, show, planner, $0) }
    }
    return planner.found(wanted, level.objective, "objective", level.objectiveNames).map { index in
      { ServiceLevelEmbed(level, objective: index, show, planner, $0) }
    }
  }

  private init(
    _ slo: ServiceLevelObjective, objective: Int?, _ show: Show, _ planner: DomainPlanner, _ context: PlanContext
  ) {
    let level = ServiceLevelView(slo, planner: planner, context: context)
    self.level = level
    objectives = objective.map { [level.objectives[$0]] } ?? level.objectives
    self.show = show
  }
}
