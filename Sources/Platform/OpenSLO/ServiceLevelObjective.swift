package import Diagnostics
package import YAML

/// How an error budget is counted (OpenSLO v1, `budgetingMethod`).
package enum BudgetingMethod: String, Sendable, CaseIterable {
  case occurrences = "Occurrences"
  case timeslices = "Timeslices"
  case ratioTimeslices = "RatioTimeslices"
}

/// A span of time that a budget is counted over.
package struct TimeWindow: Sendable {
  /// As written: a number and one of `m h d w M Q Y`.
  package let duration: SLODuration
  package let isRolling: Bool
  /// For a calendar window: the zone that its days begin in.
  package let timeZone: Located<String>?
  /// For a calendar window: the wall-clock time that windows are counted from, as though it were UTC.
  package let start: Instant?
}

/// A promise about a service (OpenSLO `SLO`).
package struct ServiceLevelObjective: Sendable {
  package struct Objective: Sendable {
    package let displayName: String?
    /// From 0 to below 1.
    package let target: ExactDecimal
    package let timeSliceTarget: ExactDecimal?
    package let timeSliceWindow: SLODuration?
    /// Which values of a threshold are good.
    package let goodValues: (comparison: Comparison, value: ExactDecimal)?
    /// Nil where the indicator of the service level holds.
    package let indicator: Referenced<Indicator>?
    /// How much the objective counts in a composite.
    package let weight: ExactDecimal
    package let span: SourceSpan
  }

  /// Index of the document that it was read from.
  package let origin: Int
  package let metadata: Metadata
  package let description: String?
  /// A name, which may be that of a `Service`.
  package let service: Located<String>
  package let method: BudgetingMethod
  package let window: TimeWindow?
  /// Nil where each objective has its own.
  package let indicator: Referenced<Indicator>?
  package let objectives: [Objective]
  /// Whether the objectives, each with its own indicator, make up a whole.
  package let isComposite: Bool
  package let alertPolicies: [Referenced<AlertPolicy>]
  let annotations: ServiceLevelAnnotations

  /// Whom a service level is a promise to.
  package enum Audience: String, Sendable, CaseIterable {
    case users
    case platformTeam = "internal"
  }

  /// How binding a service level is.
  package enum Agreement: String, Sendable, CaseIterable {
    case objective, sla
  }

  /// By our annotation; nil where nothing is said.
  package var audience: Audience? { annotations.audience }

  /// By our annotation; nil where nothing is said.
  package var agreement: Agreement? { annotations.agreement }

  /// The capability that the SLO names itself, by our annotation.
  package var capability: Located<String>? { metadata.annotations["portico/capability"] }

  /// What other documents call the objectives: the name, or the index where there is none.
  package var objectiveNames: [String] { objectives.indices.map { objectives[$0].displayName ?? String($0) } }

  /// The index of an objective by its name, or by its index as text.
  package func objective(named name: String) -> Int? {
    objectiveNames.firstIndex(of: name) ?? objectives.indices.first { String($0) == name }
  }

  /// The time that an objective allows to be bad in one window, exact, in minutes; nil without a window, or where the
  /// calendar decides how long it is.
  package func allowance(_ objective: Objective) -> ExactDecimal? {
    guard let window, window.isRolling || !window.duration.unit.varies else { return nil }
    return (ExactDecimal(1) - objective.target) * window.duration.minutes
  }
}
