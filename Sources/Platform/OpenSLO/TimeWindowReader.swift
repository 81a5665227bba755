import Diagnostics
import YAML

extension TimeWindow {
  /// The units of windows in v1alpha; an hour's are written as seconds.
  private enum Unit: String, CaseIterable {
    case second = "Second"
    case day = "Day"
    case week = "Week"
    case month = "Month"
    case quarter = "Quarter"
    case year = "Year"
  }

  static func read(_ inner: inout MappingReader, _ version: OpenSLOVersion) -> TimeWindow? {
    let duration = version == .v1alpha ? readCountedUnits(&inner) : readDuration(&inner)
    let isRolling = inner.bool("isRolling")
    let calendar = inner.mapping("calendar", what: "calendar") { calendar in
      let start = readStart(&calendar)
      return calendar.text("timeZone", required: true).map { (zone: $0, start: start) }
    }
    guard let duration else { return nil }
    check(&inner, isRolling, hasCalendar: inner.node("calendar") != nil)
    let window = TimeWindow(
      duration: duration.value, isRolling: isRolling?.value ?? (calendar == nil), timeZone: calendar?.zone,
      start: calendar?.start)
    if !window.isRolling, window.duration.unit == .minute, version != .v1alpha {
      let count = window.duration.count
      inner.report(
        Diagnostic(
          .calendarMinutes, "'\(count)m' is a calendar window of \(window.duration.words)", at: duration.span,
          help: "Write '\(count)M' for \(count == 1 ? "a month" : "months")."))
    }
    return window
  }

  private static func check(_ inner: inout MappingReader, _ isRolling: Located<Bool>?, hasCalendar: Bool) {
    switch (isRolling?.value, hasCalendar) {
    case (true, true):
      inner.report(
        Diagnostic(
          .invalidTimeWindow, "a rolling window has no calendar", at: isRolling?.span,
          help: "Remove 'calendar', or write 'isRolling: false'."))
    case (false, false):
      inner.report(
        Diagnostic(
          .invalidTimeWindow, "a window that does not roll needs a calendar", at: isRolling?.span,
          help: "Add 'calendar' with 'startTime' and 'timeZone', or write 'isRolling: true'."))
    default: break
    }
  }

  private static func readDuration(_ inner: inout MappingReader) -> Located<SLODuration>? {
    guard let written = inner.text("duration", required: true) else { return nil }
    if let duration = SLODuration(written.value) { return Located(duration, at: written.span) }
    inner.report(
      Diagnostic(
        .invalidTimeWindow, "'\(written.value)' is no duration", at: written.span,
        help: SLODuration.help(for: written.value)))
    return nil
  }

  /// `unit: Day` and `count: 28`.
  private static func readCountedUnits(_ inner: inout MappingReader) -> Located<SLODuration>? {
    let unit = inner.choice("unit", as: Unit.self, required: true)
    let count = inner.int("count", required: true)
    guard let unit, let count else { return nil }
    let (factor, meant): (Int, SLODuration.Unit) =
      switch unit.value {
      case .second: (60, .minute)
      case .day: (1, .day)
      case .week: (1, .week)
      case .month: (1, .month)
      case .quarter: (1, .quarter)
      case .year: (1, .year)
      }
    if count.value.isMultiple(of: factor), (1...100_000).contains(count.value / factor) {
      return Located(SLODuration(count.value / factor, meant), at: count.span)
    }
    inner.report(
      Diagnostic(
        .invalidTimeWindow, "a window cannot be \(count.value) \(unit.value.rawValue.lowercased())s long",
        at: count.span, help: "Write a count from 1; seconds have to make up whole minutes."))
    return nil
  }

  private static func readStart(_ calendar: inout MappingReader) -> Instant? {
    guard let written = calendar.text("startTime") else { return nil }
    let start = Instant(wallClock: written.value)
    if start == nil {
      calendar.report(
        Diagnostic(
          .invalidTimeWindow, "'\(written.value)' is no start of a calendar window", at: written.span,
          help: "Write day and time without a zone, such as 2026-01-01 00:00:00."))
    }
    return start
  }
}
