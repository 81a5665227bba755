package import YAML

/// A moment, to the second.
package struct Instant: Sendable, Hashable {
  /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  package let seconds: Int

  package init(seconds: Int) { self.seconds = seconds }

  /// Midnight UTC at which a day begins.
  package init(startOf day: CalendarDate) { seconds = day.daysSinceEpoch * 86_400 }

  /// Midnight UTC at which a day ends.
  package init(endOf day: CalendarDate) { seconds = (day.daysSinceEpoch + 1) * 86_400 }

  /// An RFC 3339 timestamp with its zone, or a date, which is its midnight UTC.
  ///
  /// A fraction of a second is cut off.
  package init?(_ text: String) {
    guard let day = CalendarDate(text) else { return nil }
    let bytes = Array(text.utf8)
    guard bytes.count > 10 else {
      self.init(startOf: day)
      return
    }
    let zone = bytes[19...].drop { $0 == UInt8(ascii: ".") || (0x30...0x39).contains($0) }
    guard !zone.isEmpty else { return nil }
    self.init(seconds: Instant.wallClock(day, bytes) - Instant.offset(Array(zone)))
  }

  /// A date and time of day without a zone, such as `2026-01-01 00:00:00`, as though it were UTC.
  package init?(wallClock text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10 || bytes.count == 19, let day = CalendarDate(text) else { return nil }
    self.init(seconds: bytes.count == 10 ? day.daysSinceEpoch * 86_400 : Instant.wallClock(day, bytes))
  }

  /// The day in UTC.
  package var date: CalendarDate { CalendarDate(daysSinceEpoch: seconds.flooredQuotient(by: 86_400)) }

  /// RFC 3339: `2026-06-01T12:30:00Z`.
  package var iso: String { "\(date.iso)T\(clock.joined(separator: ":"))Z" }

  /// `2026-06-01 12:30 UTC`, with seconds where there are any.
  package var text: String {
    let shown = clock[2] == "00" ? clock.dropLast() : clock
    return "\(date.iso) \(shown.joined(separator: ":")) UTC"
  }

  /// Hours, minutes and seconds of the day in UTC, two digits each.
  private var clock: [String] {
    let time = seconds - Instant(startOf: date).seconds
    return [time / 3_600, time / 60 % 60, time % 60].map { ($0 < 10 ? "0" : "") + String($0) }
  }

  /// The seconds of a text that `CalendarDate` has found to be a timestamp.
  private static func wallClock(_ day: CalendarDate, _ bytes: [UInt8]) -> Int {
    day.daysSinceEpoch * 86_400 + twoDigits(bytes, 11) * 3_600 + twoDigits(bytes, 14) * 60 + twoDigits(bytes, 17)
  }

  /// Seconds east of UTC of `Z` or `+02:00`.
  private static func offset(_ zone: [UInt8]) -> Int {
    guard zone.count == 6 else { return 0 }
    let size = twoDigits(zone, 1) * 3_600 + twoDigits(zone, 4) * 60
    return zone[0] == UInt8(ascii: "-") ? -size : size
  }

  private static func twoDigits(_ bytes: [UInt8], _ index: Int) -> Int {
    Int(bytes[index] - 0x30) * 10 + Int(bytes[index + 1] - 0x30)
  }
}

extension Instant: Comparable {
  package static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }

  package static func + (left: Instant, seconds: Int) -> Instant { Instant(seconds: left.seconds + seconds) }

  package static func - (left: Instant, seconds: Int) -> Instant { Instant(seconds: left.seconds - seconds) }

  package static func - (left: Instant, right: Instant) -> Int { left.seconds - right.seconds }
}

extension Int {
  /// The quotient rounded down, below zero too.
  func flooredQuotient(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}

extension Range<Instant> {
  /// Seconds.
  package var length: Int { upperBound - lowerBound }

  func holds(_ other: Range<Instant>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
