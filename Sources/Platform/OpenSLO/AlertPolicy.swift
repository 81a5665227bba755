import Diagnostics
import YAML

/// When somebody is told that a service level is in danger, and who (OpenSLO `AlertPolicy`).
package struct AlertPolicy: OpenSLODocument {
  package let metadata: Metadata?
  package let description: String?
  package let triggers: [Trigger]
  let conditions: [Referenced<AlertCondition>]
  let targets: [Referenced<NotificationTarget>]

  /// What becomes of the condition when an alert is sent.
  package enum Trigger: String, Sendable, CaseIterable {
    case breaching = "alertWhenBreaching"
    case resolved = "alertWhenResolved"
    case noData = "alertWhenNoData"
  }

  static func read(_ node: YAMLNode) -> Outcome<AlertPolicy?> {
    MappingReader.openSLO(node, "AlertPolicy") { read(&$0, $1) }
  }

  static func read(_ spec: inout MappingReader, _ metadata: Metadata?) -> AlertPolicy? {
    let description = spec.text("description")?.value
    let triggers = Trigger.allCases.filter { spec.bool($0.rawValue)?.value ?? false }
    _ = spec.node("conditions", required: true)
    let conditions = spec.parts("conditions", named: "conditionRef", what: "condition", AlertCondition.read)
    _ = spec.node("notificationTargets", required: true)
    let targets = spec.parts(
      "notificationTargets", named: "targetRef", what: "notification target", NotificationTarget.read)
    return AlertPolicy(
      metadata: metadata, description: description, triggers: triggers, conditions: conditions, targets: targets)
  }
}

/// How fast a budget has to burn for an alert (OpenSLO `AlertCondition`).
package struct AlertCondition: OpenSLODocument {
  package let metadata: Metadata?
  package let description: String?
  /// In the words of the team: `page`, `sev1`.
  package let severity: String
  package let comparison: Comparison
  /// The burn rate that is compared with.
  package let threshold: ExactDecimal
  package let lookBack: SLODuration
  /// How long it has to last; nil for no time at all.
  package let alertAfter: SLODuration?

  /// Whether a burn rate over the look-back is one to alert at.
  package func holds(_ rate: Fraction) -> Bool {
    switch comparison {
    case .lessOrEqual: rate <= threshold.ratio
    case .greaterOrEqual: rate >= threshold.ratio
    case .less: rate < threshold.ratio
    case .greater: rate > threshold.ratio
    }
  }

  private enum Kind: String, CaseIterable {
    case burnRate = "burnrate"
  }

  static func read(_ node: YAMLNode) -> Outcome<AlertCondition?> {
    MappingReader.openSLO(node, "AlertCondition") { read(&$0, $1) }
  }

  static func read(_ spec: inout MappingReader, _ metadata: Metadata?) -> AlertCondition? {
    let description = spec.text("description")?.value
    let severity = spec.text("severity", required: true)?.value
    return spec.mapping("condition", what: "condition", required: true) { inner in
      _ = inner.choice("kind", as: Kind.self)
      let comparison = inner.choice("op", as: Comparison.self, required: true)?.value
      let threshold = inner.decimal("threshold", required: true)?.value
      let lookBack = inner.duration("lookbackWindow", required: true)
      // No time at all is the default, and some write it down.
      let alertAfter = inner.node("alertAfter")?.text == "0m" ? nil : inner.duration("alertAfter")
      guard let severity, let comparison, let threshold, let lookBack else { return nil }
      return AlertCondition(
        metadata: metadata, description: description, severity: severity, comparison: comparison,
        threshold: threshold, lookBack: lookBack, alertAfter: alertAfter)
    }
  }
}

/// Where an alert is sent (OpenSLO `AlertNotificationTarget`).
package struct NotificationTarget: OpenSLODocument {
  package let metadata: Metadata?
  package let description: String?
  /// `slack`, `email`.
  package let target: String

  static func read(_ node: YAMLNode) -> Outcome<NotificationTarget?> {
    MappingReader.openSLO(node, "AlertNotificationTarget") { read(&$0, $1) }
  }

  static func read(_ spec: inout MappingReader, _ metadata: Metadata?) -> NotificationTarget? {
    let description = spec.text("description")?.value
    return spec.text("target", required: true).map {
      NotificationTarget(metadata: metadata, description: description, target: $0.value)
    }
  }
}

/// How OpenSLO compares two numbers.
package enum Comparison: String, Sendable, CaseIterable {
  case lessOrEqual = "lte"
  case greaterOrEqual = "gte"
  case less = "lt"
  case greater = "gt"

  /// The sign: `≤`.
  package var symbol: String {
    switch self {
    case .lessOrEqual: "≤"
    case .greaterOrEqual: "≥"
    case .less: "<"
    case .greater: ">"
    }
  }
}
