import Platform
import Templates
import YAML

/// A service level with its objectives.
struct ServiceLevelView: Sendable {
  private let slo: ServiceLevelObjective

  init(_ slo: ServiceLevelObjective) { self.slo = slo }

  static let schema = Schema<ServiceLevelView>(
    "service level",
    [
      .text("name") { $0.slo.metadata.name.value },
      .text("title") { $0.slo.metadata.displayName },
      .text("description") { $0.slo.description },
      .text("service") { $0.slo.service.value },
      .text("method") { $0.slo.method.rawValue },
      .text("window") { $0.slo.window?.label },
      .list("objectives", ObjectiveView.schema) { view in
        view.slo.objectives.map { ObjectiveView(slo: view.slo, objective: $0) }
      },
    ])
}

/// One objective: its target and what that allows.
private struct ObjectiveView: Sendable {
  let slo: ServiceLevelObjective
  let objective: ServiceLevelObjective.Objective

  static let schema = Schema<ObjectiveView>(
    "objective",
    [
      .text("title") { $0.objective.displayName ?? $0.slo.metadata.displayName },
      .text("target") { $0.objective.target.percent },
      .text("allowance") { $0.allowance },
    ])

  /// Time only for methods that count time; occurrences allow a share of events.
  private var allowance: String? {
    guard slo.method != .occurrences else {
      return "\((ExactDecimal(1) - objective.target).percent) of events"
    }
    return slo.window.flatMap { window in
      slo.allowance(objective).map { "\($0.minutesInWords) in \(window.duration.words)" }
    }
  }
}
