package import YAML

/// A day, month, quarter or year that something is aimed at: `2026-Q4`.
package struct TargetDate: Sendable, Hashable {
  /// As written.
  package let text: String
  /// The last day that still keeps the promise.
  package let lastDay: CalendarDate
  /// Whether any quarter of the year will do.
  package let isWholeYear: Bool

  /// Reads `YYYY`, `YYYY-Qn`, `YYYY-MM` or `YYYY-MM-DD`.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let lastDay = parts.count == 3 ? CalendarDate(text) : TargetDate.lastDay(parts) else { return nil }
    self.text = text
    self.lastDay = lastDay
    isWholeYear = parts.count == 1
  }

  /// - Parameter parts: a year, or a year and a quarter or month.
  private static func lastDay(_ parts: [Substring]) -> CalendarDate? {
    guard let year = number(parts[0], digits: 4) else { return nil }
    if parts.count == 1 { return CalendarDate(year: year, month: 12, day: 31) }
    let month =
      parts[1].hasPrefix("Q") ? number(parts[1].dropFirst(), digits: 1).map { $0 * 3 } : number(parts[1], digits: 2)
    guard parts.count == 2, let month else { return nil }
    return [31, 30, 29, 28].lazy.compactMap { CalendarDate(year: year, month: month, day: $0) }.first
  }

  private static func number(_ text: Substring, digits: Int) -> Int? {
    text.utf8.count == digits && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }
}

/// Three months of a year by the calendar.
package struct Quarter: Sendable, Hashable {
  package let year: Int
  /// 1 to 4.
  package let number: Int

  /// The quarter that a day lies in.
  package init(of day: CalendarDate) {
    year = day.year
    number = (day.month + 2) / 3
  }

  /// As roadmaps write it: `2026-Q4`.
  package var label: String { "\(year)-Q\(number)" }
}

extension Quarter: Comparable {
  package static func < (left: Quarter, right: Quarter) -> Bool {
    (left.year, left.number) < (right.year, right.number)
  }
}
