import Bytes
import Platform
import YAML

extension Lifecycle {
  var label: Phrase {
    switch self {
    case .planned: "Planned"
    case .experimental: "Experimental"
    case .production: "Production"
    case .deprecated: "Deprecated"
    }
  }
}

extension Roadmap.Horizon {
  var label: Phrase {
    switch self {
    case .now: "Now"
    case .next: "Next"
    case .later: "Later"
    case .shipped: "Shipped"
    case .dropped: "Dropped"
    }
  }
}

extension ObjectiveStatus.State {
  var label: Phrase {
    switch self {
    case .met: "Met"
    case .atRisk: "At risk"
    case .breached: "Breached"
    case .noData: "No data"
    case .stale: "Stale"
    case .invalid: "Invalid"
    }
  }

  /// What the state means, as a sentence.
  var explanation: Phrase {
    switch self {
    case .met: "The objective is met, and a quarter of the budget or more is left."
    case .atRisk: "The objective is met, but less than a quarter of the budget is left."
    case .breached: "The objective is missed: the budget is overspent."
    case .noData: "Nothing was measured in the window, so nobody can tell."
    case .stale: "The last measurement is too old to tell how the service does now."
    case .invalid: "The measurements contradict themselves, so no verdict is drawn from them."
    }
  }
}

extension BudgetingMethod {
  /// What is counted.
  var label: Phrase {
    switch self {
    case .occurrences: "by events"
    case .timeslices: "by good time slices"
    case .ratioTimeslices: "by the mean of time slices"
    }
  }
}

extension TimeWindow {
  /// `28 days, rolling`, `1 month (30 days), rolling` or `1 month, by the calendar (Europe/Sofia)`.
  var label: Phrase {
    guard isRolling else {
      guard let zone = timeZone?.value else { return "\(duration.words), by the calendar" }
      return "\(duration.words), by the calendar (\(zone))"
    }
    guard [.month, .quarter, .year].contains(duration.unit) else { return "\(duration.words), rolling" }
    return "\(duration.words) (\(duration.seconds / 86_400) days), rolling"
  }
}

extension ServiceLevelObjective.Audience {
  var label: Phrase {
    switch self {
    case .users: "Promised to users"
    case .platformTeam: "For the platform's own use"
    }
  }
}

extension ServiceLevelObjective.Agreement {
  var label: Phrase {
    switch self {
    case .objective: "Objective"
    case .sla: "Service level agreement"
    }
  }
}

extension CalendarDate {
  /// `2026-09`.
  var numericMonth: Phrase { "\(date: String(iso.dropLast(3)))" }
}

extension Instant {
  /// `2026-09-01 06:30 UTC`.
  var label: Phrase { "\(date.label)\(String(text.dropFirst(date.iso.count)))" }
}

extension TargetDate {
  var label: Phrase { text == lastDay.iso ? lastDay.label : Phrase(verbatim: text) }
}

extension ExactDecimal {
  /// A ratio as a percentage: `99.9 %`.
  var percent: Phrase { "\(number: shifted(by: 2).description) %" }

  /// Minutes in words with the largest units that they fill: `43.2 minutes`, `1 day 10 hours`.
  ///
  /// Whole seconds stay exact; below that the number of minutes is shown as it is.
  var minutesInWords: Phrase {
    let days = whole / 1_440
    let hours = whole / 60 % 24
    let minutes = self - ExactDecimal(days * 1_440 + hours * 60)
    var parts: [Phrase] = []
    if days > 0 { parts.append(Phrase(count: days, "day")) }
    if hours > 0 { parts.append(Phrase(count: hours, "hour")) }
    if !minutes.isZero || parts.isEmpty {
      let number = minutes.description
      parts.append(minutes == ExactDecimal(1) ? "\(number: number) minute" : "\(number: number) minutes")
    }
    return parts.joined(separator: " ")
  }
}

extension Fraction {
  /// A share as a percentage that never looks better than it is: `99.95 %`.
  func percent(places: Int) -> Phrase {
    let digits = (self * Fraction(100)).text(places: places)
    return "\(number: digits.hasPrefix("-") ? "−" + digits.dropFirst() : digits) %"
  }

  /// The same of what is bad or spent, so that it and the rest make a whole.
  func percentSpent(places: Int) -> Phrase {
    "\(number: (self * Fraction(100)).text(places: places, roundedUp: true)) %"
  }

  /// A number with so many places, as each language writes it.
  func number(places: Int, roundedUp: Bool = false) -> Phrase {
    "\(number: text(places: places, roundedUp: roundedUp))"
  }
}

extension Int {
  /// Digits in groups of three: `1,234,567`.
  var grouped: String {
    var digits = Array(String(magnitude))
    for place in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(",", at: place) }
    return (self < 0 ? "-" : "") + String(digits)
  }

  /// Seconds in words, with the two largest units that they fill: `3 days 4 hours`.
  var secondsInWords: Phrase {
    let units = [(86_400, "day"), (3_600, "hour"), (60, "minute"), (1, "second")]
    guard let first = units.firstIndex(where: { self >= $0.0 }) else { return Phrase(count: 0, "second") }
    var rest = self
    let parts = units[first...].prefix(2).compactMap { size, name -> Phrase? in
      let count = rest / size
      rest -= count * size
      return count == 0 ? nil : Phrase(count: count, name)
    }
    return parts.joined(separator: " ")
  }
}
