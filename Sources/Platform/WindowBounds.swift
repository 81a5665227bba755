import YAML

extension TimeWindow {
  /// The window that is current when measurements end at a moment: rolling ones end then, calendar ones hold the second before.
  func bounds(endingAt end: Instant, in zone: ZoneRules) -> Range<Instant> {
    guard !isRolling else { return end - duration.seconds..<end }
    let last = end - 1
    switch duration.unit {
    case .minute, .hour:
      let origin = zone.instant(wallClock: start ?? Instant(seconds: 0))
      let index = (last - origin).flooredQuotient(by: duration.seconds)
      return origin + index * duration.seconds..<origin + (index + 1) * duration.seconds
    case .day, .week:
      // Monday is the first day of a week where nothing else is said.
      let origin = start ?? Instant(seconds: duration.unit == .week ? 4 * 86_400 : 0)
      let index = (zone.wallClock(at: last) - origin).flooredQuotient(by: duration.seconds)
      let first = origin + index * duration.seconds
      return zone.instant(wallClock: first)..<zone.instant(wallClock: first + duration.seconds)
    case .month: return months(duration.count, holding: last, zone)
    case .quarter: return months(duration.count * 3, holding: last, zone)
    case .year: return months(duration.count * 12, holding: last, zone)
    }
  }

  private func months(_ step: Int, holding last: Instant, _ zone: ZoneRules) -> Range<Instant> {
    let origin = start ?? Instant(seconds: 0)
    let wallClock = zone.wallClock(at: last)
    func beginning(_ index: Int) -> Instant {
      let midnight = Instant(startOf: origin.date)
      return Instant(startOf: origin.date.adding(Period(months: index * step))) + (origin - midnight)
    }
    let (day, first) = (wallClock.date, origin.date)
    var index = ((day.year - first.year) * 12 + day.month - first.month).flooredQuotient(by: step)
    // The month of a day says nothing of whether its window has begun: windows may begin in the middle of a month.
    if beginning(index) > wallClock { index -= 1 }
    return zone.instant(wallClock: beginning(index))..<zone.instant(wallClock: beginning(index + 1))
  }
}
