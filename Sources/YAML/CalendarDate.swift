package import Bytes

/// A day of the proleptic Gregorian calendar.
package struct CalendarDate: Sendable, Hashable {
  /// Astronomical: 0 is 1 BC.
  package let year: Int
  /// 1 to 12.
  package let month: Int
  /// 1 to 31.
  package let day: Int

  /// A day of the years 1 to 9999; nil where the calendar has no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    guard (1...CalendarDate.days(inMonth: month, of: year)).contains(day) else { return nil }
    self.init(unchecked: year, month, day)
  }

  /// `YYYY-MM-DD`, or the date part of an RFC 3339 timestamp (in its own time zone); a space may stand for the `T`.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10 || bytes.count > 10 && CalendarDate.isTimeOfDay(bytes[10...]) else { return nil }
    guard bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    guard let year = CalendarDate.number(bytes[0..<4]), let month = CalendarDate.number(bytes[5..<7]),
      let day = CalendarDate.number(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day so many days after 1970-01-01.
  ///
  /// Source: Howard Hinnant, <https://howardhinnant.github.io/date_algorithms.html#civil_from_days>.
  package init(daysSinceEpoch: Int) {
    let shifted = daysSinceEpoch + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    self.init(unchecked: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  private init(unchecked year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Days since 1970-01-01.
  ///
  /// Source: Howard Hinnant, <https://howardhinnant.github.io/date_algorithms.html#days_from_civil>.
  package var daysSinceEpoch: Int {
    let marchYear = month <= 2 ? year - 1 : year
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day after a period: months first, cut to the end of a shorter month, then days.
  ///
  /// Minutes are ignored.
  package func adding(_ period: Period) -> CalendarDate {
    let months = year * 12 + month - 1 + period.months
    let newYear = (months - (months < 0 ? 11 : 0)) / 12
    let newMonth = months - newYear * 12 + 1
    let newDay = min(day, CalendarDate.days(inMonth: newMonth, of: newYear))
    let date = CalendarDate(unchecked: newYear, newMonth, newDay)
    return period.days == 0 ? date : CalendarDate(daysSinceEpoch: date.daysSinceEpoch + period.days)
  }

  /// `2026-06-01`.
  package var iso: String {
    "\(CalendarDate.padded(year, to: 4))-\(CalendarDate.padded(month, to: 2))-\(CalendarDate.padded(day, to: 2))"
  }

  /// The day as each language writes it.
  package var label: Phrase { "\(date: iso)" }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// `T12:30:45`, with or without a fraction and a zone (`Z`, `+02:00`).
  private static func isTimeOfDay(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard "Tt ".utf8.contains(bytes[10]), isClock(bytes.dropFirst().prefix(8), fields: [23, 59, 60]) else {
      return false
    }
    var rest = bytes.dropFirst(9)
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
      guard !fraction.isEmpty else { return false }
      rest = rest.dropFirst(1 + fraction.count)
    }
    guard let zone = rest.first, !"Zz".utf8.contains(zone) else { return rest.count <= 1 }
    return "+-".utf8.contains(zone) && isClock(rest.dropFirst(), fields: [23, 59])
  }

  /// Numbers of two digits with colons between them, none larger than its field allows.
  private static func isClock(_ bytes: ArraySlice<UInt8>, fields: [Int]) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == fields.count else { return false }
    return zip(parts, fields).allSatisfy { part, most in
      part.count == 2 && number(part).map { $0 <= most } ?? false
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.reduce(0 as Int?) { sum, byte in
      guard let sum, (0x30...0x39).contains(byte) else { return nil }
      return sum * 10 + Int(byte - 0x30)
    }
  }
}

extension CalendarDate: Comparable {
  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}
