import Diagnostics
import YAML

/// Checks the references of OpenSLO documents to one another.
struct OpenSLOChecks {
  private let openSLO: OpenSLO
  private var diagnostics: [Diagnostic] = []

  init(_ openSLO: OpenSLO) { self.openSLO = openSLO }

  consuming func run() -> [Diagnostic] {
    for slo in openSLO.objectives { check(slo) }
    for indicator in openSLO.indicators { check(indicator) }
    for policy in openSLO.alertPolicies { check(policy) }
    return diagnostics
  }

  private mutating func check(_ slo: ServiceLevelObjective) {
    checkElsewhere(slo.service, in: openSLO.services, kind: "Service")
    for policy in slo.alertPolicies {
      check(policy, in: openSLO.alertPolicies, kind: "AlertPolicy")
      if case .inline(let policy) = policy { check(policy) }
    }
    for part in [slo.indicator] + slo.objectives.map(\.indicator) {
      guard let part else { continue }
      check(part, in: openSLO.indicators, kind: "SLI")
      if case .inline(let indicator) = part { check(indicator) }
    }
    for objective in slo.objectives { checkValues(objective, slo) }
  }

  /// A threshold means something only with the values that are good.
  private mutating func checkValues(_ objective: ServiceLevelObjective.Objective, _ slo: ServiceLevelObjective) {
    guard objective.goodValues == nil, openSLO.indicator(of: objective, in: slo)?.comparesValues == true else { return }
    diagnostics.append(
      Diagnostic(
        .invalidObjective, "the indicator compares values, but the objective does not say which are good",
        at: objective.span, help: "Add 'op' and 'value', such as 'op: lte' and 'value: 500'."))
  }

  private mutating func check(_ indicator: Indicator) {
    for source in indicator.metrics.compactMap(\.source) {
      checkElsewhere(source, in: openSLO.dataSources, kind: "DataSource")
    }
  }

  private mutating func check(_ policy: AlertPolicy) {
    for condition in policy.conditions { check(condition, in: openSLO.alertConditions, kind: "AlertCondition") }
    for target in policy.targets { check(target, in: openSLO.notificationTargets, kind: "AlertNotificationTarget") }
  }

  private mutating func check<Value: OpenSLODocument>(_ part: Referenced<Value>, in known: [Value], kind: String) {
    guard let name = part.name, known.named(name.value) == nil else { return }
    diagnostics.append(.unknown(name, in: known.names, what: kind, "Add an OpenSLO document with that name."))
  }

  /// Services need no document, and data sources with their secrets may lie elsewhere: a name that resolves to nothing is
  /// a slip only where others do.
  private mutating func checkElsewhere<Value: OpenSLODocument>(
    _ name: Located<String>, in known: [Value], kind: String
  ) {
    guard !known.isEmpty, known.named(name.value) == nil else { return }
    diagnostics.append(
      Diagnostic(
        .unresolvedRelation, "there is no \(kind) '\(name.value)' in the content", at: name.span,
        help: DidYouMean.help(for: name.value, in: known.names)
          ?? "Add a document of kind '\(kind)' with that name, or leave it if it lies elsewhere."))
  }
}

extension Array where Element: OpenSLODocument {
  fileprivate var names: [String] { compactMap { $0.metadata?.name.value } }
}

extension Diagnostic {
  /// A reference by name to something that does not exist.
  static func unknown(_ name: Located<String>, in known: [String], what: String, _ otherwise: String) -> Diagnostic {
    Diagnostic(
      .unknownReference, "there is no \(what) '\(name.value)'", at: name.span,
      help: DidYouMean.help(for: name.value, in: known) ?? otherwise)
  }
}
