package import Bytes

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
    self.init(count, unit)
  }

  init(_ count: Int, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }

  package var minutes: Int { count * unit.minutes }

  package var seconds: Int { minutes * 60 }

  /// `28 days`, `1 month`.
  package var words: Phrase { Phrase(count: count, "\(unit)") }

  /// What to write in place of a text that is no duration: `28 days` was meant as `28d`.
  static func help(for text: String) -> String {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let word = text.dropFirst(digits.count).drop { $0 == " " }.lowercased()
    let unit = Unit.allCases.first { !word.isEmpty && "\($0)s".hasPrefix(word) }
    if let unit, !word.hasPrefix("m") || word.count > 1, let meant = SLODuration("\(digits)\(unit.rawValue)") {
      return "Did you mean '\(meant.count)\(meant.unit.rawValue)'?"
    }
    return "Write a number and one of m h d w M Q Y, such as '28d' or '1M'."
  }
}
