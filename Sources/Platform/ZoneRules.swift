/// Gives the rules of a time zone of the IANA database by its name; nil for one that it does not have.
package typealias TimeZoneSource = @Sendable (_ name: String) -> ZoneRules?

/// How far a time zone is from UTC at each moment.
package struct ZoneRules: Sendable {
  /// From a moment on, so many seconds east of UTC; ascending.
  private let transitions: [(from: Instant, offset: Int)]
  private let firstOffset: Int

  package static let utc = ZoneRules(offset: 0)

  /// A zone that never changes.
  ///
  /// - Parameter offset: seconds east of UTC.
  package init(offset: Int) { self.init(firstOffset: offset, transitions: []) }

  /// - Parameter transitions: ascending.
  package init(firstOffset: Int, transitions: [(from: Instant, offset: Int)]) {
    self.firstOffset = firstOffset
    self.transitions = transitions
  }

  /// `UTC`, `Z` or a fixed offset such as `+02:00`; nil for the name of a zone.
  package init?(fixed name: String) {
    if ["UTC", "Etc/UTC", "GMT", "Z"].contains(name) {
      self = .utc
    } else {
      guard name.hasPrefix("+") || name.hasPrefix("-"), name.utf8.count == 6,
        let midnight = Instant("1970-01-01T00:00:00" + name)
      else { return nil }
      self.init(offset: -midnight.seconds)
    }
  }

  /// Seconds east of UTC.
  package func offset(at instant: Instant) -> Int {
    var (low, high) = (0, transitions.count)
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle].from <= instant { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? firstOffset : transitions[low - 1].offset
  }

  /// What the clocks of the zone show, as though it were UTC.
  func wallClock(at instant: Instant) -> Instant { instant + offset(at: instant) }

  /// When the clocks of the zone first show a time; a time that they skip is as far behind the change as it would have been.
  func instant(wallClock: Instant) -> Instant {
    let before = offset(at: wallClock - 86_400)
    let after = offset(at: wallClock + 86_400)
    let early = wallClock - max(before, after)
    let late = wallClock - min(before, after)
    if offset(at: early) == max(before, after) { return early }
    return offset(at: late) == min(before, after) ? late : wallClock - before
  }
}
