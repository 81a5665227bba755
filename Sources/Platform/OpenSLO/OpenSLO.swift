import Diagnostics
package import YAML

/// All that the content says in OpenSLO: what is promised, how it is measured, and who is told when it fails.
///
/// Source: <https://github.com/OpenSLO/OpenSLO>, versions `openslo/v1`, `openslo/v1alpha` and `openslo.com/v2alpha`.
package struct OpenSLO: Sendable {
  package private(set) var objectives: [ServiceLevelObjective] = []
  package private(set) var services: [Service] = []
  package private(set) var indicators: [Indicator] = []
  package private(set) var dataSources: [DataSource] = []
  package private(set) var alertPolicies: [AlertPolicy] = []
  package private(set) var alertConditions: [AlertCondition] = []
  package private(set) var notificationTargets: [NotificationTarget] = []

  /// Words that stand wherever an OpenSLO document has credentials.
  package static let confidentialWords = ["DataSource", "dataSourceSpec", "connectionDetails"]

  init() {}

  /// Reads a document and keeps it.
  ///
  /// - Returns: nil for a kind that its version does not have.
  mutating func add(_ node: YAMLNode, version: OpenSLOVersion, kind: String, origin: Int) -> [Diagnostic]? {
    guard version.kinds.contains(kind) else { return nil }
    switch kind {
    case "SLO": return keep(ServiceLevelObjective.read(node, version: version, origin: origin), in: \.objectives)
    case "SLI": return keep(Indicator.read(node, version: version), in: \.indicators)
    case "Service": return keep(Service.read(node), in: \.services)
    case "DataSource": return keep(DataSource.read(node), in: \.dataSources)
    case "AlertPolicy": return keep(AlertPolicy.read(node), in: \.alertPolicies)
    case "AlertCondition": return keep(AlertCondition.read(node), in: \.alertConditions)
    default: return keep(NotificationTarget.read(node), in: \.notificationTargets)
    }
  }

  private mutating func keep<Document>(
    _ outcome: Outcome<Document?>, in list: WritableKeyPath<OpenSLO, [Document]>
  ) -> [Diagnostic] {
    if let document = outcome.value { self[keyPath: list].append(document) }
    return outcome.diagnostics
  }
}

extension OpenSLO {
  /// The metadata of all documents, by their kind.
  var metadata: [(kind: String, documents: [Metadata])] {
    [
      ("SLO", objectives.map(\.metadata)), ("SLI", indicators.compactMap(\.metadata)),
      ("Service", services.compactMap(\.metadata)), ("DataSource", dataSources.compactMap(\.metadata)),
      ("AlertPolicy", alertPolicies.compactMap(\.metadata)),
      ("AlertCondition", alertConditions.compactMap(\.metadata)),
      ("AlertNotificationTarget", notificationTargets.compactMap(\.metadata)),
    ]
  }

  package func service(of slo: ServiceLevelObjective) -> Service? { services.named(slo.service.value) }

  /// How an objective is measured: by its own indicator, or by that of all objectives; nil where it resolves to nothing.
  package func indicator(
    of objective: ServiceLevelObjective.Objective, in slo: ServiceLevelObjective
  ) -> Indicator? {
    (objective.indicator ?? slo.indicator).flatMap { resolve($0, in: indicators) }
  }

  /// The policies of a service level that resolve.
  package func alertPolicies(of slo: ServiceLevelObjective) -> [AlertPolicy] {
    slo.alertPolicies.compactMap { resolve($0, in: alertPolicies) }
  }

  /// When an alert is due for a service level, whichever of its policies says so.
  package func conditions(of slo: ServiceLevelObjective) -> [AlertCondition] {
    alertPolicies(of: slo).flatMap(conditions)
  }

  package func conditions(of policy: AlertPolicy) -> [AlertCondition] {
    policy.conditions.compactMap { resolve($0, in: alertConditions) }
  }

  package func targets(of policy: AlertPolicy) -> [NotificationTarget] {
    policy.targets.compactMap { resolve($0, in: notificationTargets) }
  }

  package func dataSource(of metric: Indicator.Metric) -> DataSource? {
    metric.source.flatMap { dataSources.named($0.value) }
  }

  private func resolve<Value: OpenSLODocument>(_ part: Referenced<Value>, in known: [Value]) -> Value? {
    switch part {
    case .inline(let value): value
    case .named(let name): known.named(name.value)
    }
  }
}

/// A document of OpenSLO, or a part of another that could be one.
protocol OpenSLODocument: Sendable {
  /// Nil for a part of another document that has no name of its own.
  var metadata: Metadata? { get }
}

extension Array where Element: OpenSLODocument {
  func named(_ name: String) -> Element? { first { $0.metadata?.name.value == name } }
}

/// What a document holds itself, or names: `indicator` and `indicatorRef`.
package enum Referenced<Value: Sendable>: Sendable {
  case inline(Value)
  case named(Located<String>)

  /// Nil for what stands in the document itself.
  var name: Located<String>? {
    if case .named(let name) = self { name } else { nil }
  }
}
