import Diagnostics
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

/// An OpenSLO duration: a positive number and a unit, in which letter case matters.
package struct SLODuration: Sendable, Hashable {
  package enum Unit: Character, Sendable, CaseIterable {
    case minute = "m"
    case hour = "h"
    case day = "d"
    case week = "w"
    case month = "M"
    case quarter = "Q"
    case year = "Y"

    /// Minutes; a month counts as 30 days, a quarter as 90, a year as 365, as rolling windows do.
    var minutes: Int {
      switch self {
      case .minute: 1
      case .hour: 60
      case .day: 1_440
      case .week: 7 * 1_440
      case .month: 30 * 1_440
      case .quarter: 90 * 1_440
      case .year: 365 * 1_440
      }
    }

    /// Whether the calendar has them in different lengths.
    var varies: Bool { self == .month || self == .quarter || self == .year }
  }

  package let count: Int
  package let unit: Unit

  package init?(_ text: String) {
    guard let last = text.last, let unit = Unit(rawValue: last), text.first != "+", let count = Int(text.dropLast()),
      (1...100_000).contains(count)
    else { return nil }
    self.count = count
    self.unit = unit
  }

  package var minutes: Int { count * unit.minutes }

  package var seconds: Int { minutes * 60 }

  /// `28 days`, `1 month`.
  package var words: String { "\(count) \(unit)\(count == 1 ? "" : "s")" }
}

/// A promise about a service, as OpenSLO v1 writes it.
package struct ServiceLevelObjective: Sendable {
  package struct Objective: Sendable {
    package let displayName: String?
    /// From 0 to below 1.
    package let target: ExactDecimal
    package let timeSliceTarget: ExactDecimal?
    package let timeSliceWindow: SLODuration?
  }

  /// Index of the document that it was read from.
  package let origin: Int
  package let metadata: Metadata
  package let description: String?
  package let service: Located<String>
  package let method: BudgetingMethod
  package let window: TimeWindow?
  package let objectives: [Objective]

  /// The capability that the SLO names itself, by our annotation.
  package var capability: Located<String>? { metadata.annotations["portico/capability"] }

  /// The time that an objective allows to be bad in one window, exact, in minutes; nil without a window, or where the
  /// calendar decides how long it is.
  package func allowance(_ objective: Objective) -> ExactDecimal? {
    guard let window, window.isRolling || !window.duration.unit.varies else { return nil }
    return (ExactDecimal(1) - objective.target) * window.duration.minutes
  }
}
