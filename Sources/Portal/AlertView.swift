import Bytes
import Platform
import Templates
import YAML

/// A policy that says when somebody is told of a service level, and who.
struct AlertPolicyView: Sendable {
  let policy: AlertPolicy
  let openSLO: OpenSLO

  static let schema = Schema<AlertPolicyView>(
    "alert policy",
    [
      .text("title") { $0.policy.metadata?.displayName },
      .text("description") { $0.policy.description },
      .phrases("conditions") { view in view.openSLO.conditions(of: view.policy).map(\.sentence) },
      .phrase("triggers") { $0.policy.triggers.map(\.label).joined(separator: ", ") },
      .list("targets", targetSchema) { view in view.openSLO.targets(of: view.policy) },
    ])
}

/// How a condition of a policy stands for an objective.
struct AlertStatusView: Sendable {
  let condition: AlertCondition
  /// The burn rate over the condition's look-back; nil where it was not measured.
  let rate: Fraction?

  static let schema = Schema<AlertStatusView>(
    "alert condition",
    [
      .text("title") { $0.condition.metadata?.displayName },
      .phrase("condition") { $0.condition.sentence },
      .text("severity") { $0.condition.severity },
      .phrase("rate") { $0.rate?.number(places: 2, roundedUp: true) },
      .flag("isDue") { view in view.rate.map(view.condition.holds) ?? false },
    ])
}

private let targetSchema = Schema<NotificationTarget>(
  "notification target",
  [
    .text("title") { $0.metadata?.displayName ?? $0.target },
    .text("target") { $0.target },
    .text("description") { $0.description },
  ])

extension AlertCondition {
  /// `burn rate ≥ 14.4 over 1 hour, for 5 minutes`.
  fileprivate var sentence: Phrase {
    let rate: Phrase = "\(comparison.symbol) \(number: threshold.description)"
    guard let alertAfter else { return "burn rate \(rate) over \(lookBack.words)" }
    return "burn rate \(rate) over \(lookBack.words), for \(alertAfter.words)"
  }
}

extension AlertPolicy.Trigger {
  fileprivate var label: Phrase {
    switch self {
    case .breaching: "when it holds"
    case .resolved: "when it is over"
    case .noData: "when there is no data"
    }
  }
}
