import Diagnostics
import Platform
import YAML

extension CapabilityPromise {
  /// A service level that is named and not there is an unknown reference.
  static let serviceLevel = CapabilityPromise(
    rule: Rule(
      "capability-service-level", .warning, in: .promises, "A capability in production has no service level.",
      rationale: "Without a number, 'reliable' means something else to everybody who builds on it.",
      remedy: """
        Write an OpenSLO document for what its users feel most, annotated with 'portico/capability: NAME', or say \
        'lifecycle: experimental' until there is one.
        """,
      bad: "lifecycle: production",
      good: "lifecycle: production\nslos: [secrets-read-availability]")
  ) { facts, _ in
    guard facts.capability.slos.isEmpty, ScorecardRule.serviceLevel.judge(facts).verdict == .fail else { return nil }
    return Lack(
      message: " without a service level",
      help:
        "Write an OpenSLO document with the annotation 'portico/capability: \(facts.capability.metadata.name.value)'."
    )
  }
}
