package import Bytes

/// A length of time in the units that people plan in.
///
/// A month has no fixed number of days, so the three stay apart.
package struct Period: Sendable, Hashable {
  /// Calendar months; a year is twelve.
  package let months: Int
  /// Days; a week is seven.
  package let days: Int
  /// Minutes; an hour is sixty.
  package let minutes: Int

  /// The sum of so many months, days and minutes.
  package init(months: Int = 0, days: Int = 0, minutes: Int = 0) {
    self.months = months
    self.days = days
    self.minutes = minutes
  }

  /// An ISO 8601 duration ("P6M", "PT45M", "P1DT2H", "P2W") or words ("6 months", "1 hour 30 minutes").
  ///
  /// Whole numbers of up to six digits; no seconds.
  package init?(_ text: String) {
    guard let parts = text.hasPrefix("P") ? Period.isoParts(text.dropFirst()) : Period.wordParts(text), !parts.isEmpty
    else { return nil }
    self.init(
      months: parts.reduce(0) { $0 + $1.months },
      days: parts.reduce(0) { $0 + $1.days },
      minutes: parts.reduce(0) { $0 + $1.minutes })
  }

  /// In words, with the largest units that fit: "6 months", "2 weeks", "1 hour 30 minutes".
  package var words: Phrase {
    let parts = [
      months % 12 == 0 ? (months / 12, "year") : (months, "month"),
      days % 7 == 0 ? (days / 7, "week") : (days, "day"),
      (minutes / 60, "hour"), (minutes % 60, "minute"),
    ]
    let written = parts.filter { $0.0 != 0 }.map { Phrase(count: $0.0, $0.1) }
    return written.isEmpty ? Phrase(count: 0, "minute") : written.joined(separator: " ")
  }

  /// ISO 8601: "P6M", "P14D", "PT1H30M".
  package var iso: String {
    func part(_ count: Int, _ letter: String) -> String { count == 0 ? "" : "\(count)\(letter)" }
    let time = part(minutes / 60, "H") + part(minutes % 60, "M")
    let whole = "P" + part(months, "M") + part(days, "D") + (time.isEmpty ? "" : "T\(time)")
    return whole == "P" ? "PT0M" : whole
  }
}

extension Period {
  private enum Unit: String {
    case year, month, week, day, hour, minute

    init?(isoLetter letter: Character, isTime: Bool) {
      switch (letter, isTime) {
      case ("Y", false): self = .year
      case ("M", false): self = .month
      case ("W", false): self = .week
      case ("D", false): self = .day
      case ("H", true): self = .hour
      case ("M", true): self = .minute
      default: return nil
      }
    }
  }

  private init(_ count: Int, _ unit: Unit) {
    switch unit {
    case .year: self.init(months: count * 12)
    case .month: self.init(months: count)
    case .week: self.init(days: count * 7)
    case .day: self.init(days: count)
    case .hour: self.init(minutes: count * 60)
    case .minute: self.init(minutes: count)
    }
  }

  private static func isoParts(_ text: Substring) -> [Period]? {
    let halves = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 1 || halves.last?.isEmpty == false else { return nil }
    var parts: [Period] = []
    for (half, isTime) in zip(halves, [false, true]) {
      var rest = half
      while !rest.isEmpty {
        let digits = rest.prefix { $0.isNumber }
        rest = rest.dropFirst(digits.count)
        guard let count = number(digits), let letter = rest.popFirst(),
          let unit = Unit(isoLetter: letter, isTime: isTime)
        else { return nil }
        parts.append(Period(count, unit))
      }
    }
    return parts
  }

  private static func wordParts(_ text: String) -> [Period]? {
    let words = text.lowercased().split(separator: " ")
    guard words.count.isMultiple(of: 2) else { return nil }
    var parts: [Period] = []
    for index in stride(from: 0, to: words.count, by: 2) {
      let name = words[index + 1]
      guard let count = number(words[index]),
        let unit = Unit(rawValue: String(name.last == "s" ? name.dropLast() : name))
      else { return nil }
      parts.append(Period(count, unit))
    }
    return parts
  }

  private static func number(_ digits: Substring) -> Int? {
    guard (1...6).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(digits)
  }
}
