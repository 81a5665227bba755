import SiteModel

typealias Instant = ContinuousClock.Instant

/// The way to one target, which redirects and repetitions make longer.
struct Trip {
  let target: Int
  /// Where it has come to.
  var address: WebAddress
  /// Where it has been before.
  var visited: [WebAddress] = []
  /// Whether every redirect so far was for good.
  var isPermanent = true
  /// Whether the last redirect named an anchor of its own.
  var hasOwnAnchor = false
  /// Whether the header alone is asked for.
  var isHead: Bool
  /// How often the request failed.
  var attempts = 0
  /// What `HostQueue.pauses` was when the request began.
  var pauses = 0
}

/// The requests to one host that are still to be made, and when.
struct HostQueue {
  private var fresh: [Trip] = []
  private var nextFresh = 0
  /// By time, the latest first.
  private var delayed: [(at: Instant, trip: Trip)] = []
  /// Requests under way.
  var active = 0
  /// Between the beginnings of two requests.
  var interval: Duration
  /// Before it, nothing is asked.
  var earliest: Instant
  /// How often the host has asked for a pause.
  var pauses = 0
  /// How often it has done so without an answer in between.
  var strikes = 0
  /// Whether the host has refused a request for the header alone.
  var dislikesHead = false

  init(interval: Duration, earliest: Instant) {
    self.interval = interval
    self.earliest = earliest
  }

  mutating func add(_ trip: Trip) { fresh.append(trip) }

  mutating func add(_ trip: Trip, at time: Instant) {
    let index = delayed.firstIndex { $0.at <= time } ?? delayed.endIndex
    delayed.insert((time, trip), at: index)
  }

  /// When the next request may begin; nil if there is none.
  var due: Instant? {
    if nextFresh < fresh.count { return earliest }
    return delayed.last.map { max($0.at, earliest) }
  }

  /// Takes the next request out.
  mutating func begin(at now: Instant) -> Trip? {
    guard var trip = takeNext(now) else { return nil }
    earliest = now + interval
    active += 1
    trip.pauses = pauses
    return trip
  }

  /// Takes all out that were not begun.
  mutating func drain() -> [Trip] {
    defer { (fresh, nextFresh, delayed) = ([], 0, []) }
    return fresh[nextFresh...] + delayed.map(\.trip)
  }

  private mutating func takeNext(_ now: Instant) -> Trip? {
    if let last = delayed.last, last.at <= now { return delayed.removeLast().trip }
    guard nextFresh < fresh.count else { return nil }
    nextFresh += 1
    return fresh[nextFresh - 1]
  }
}

/// When which host is next.
struct Agenda {
  /// By time, the latest first.
  private var entries: [(time: Instant, host: Int)] = []

  mutating func add(_ host: Int, at time: Instant) {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].time > time { low = middle + 1 } else { high = middle }
    }
    entries.insert((time, host), at: low)
  }

  var next: Instant? { entries.last?.time }

  /// Takes the next host out if its time has come.
  mutating func take(at now: Instant) -> Int? {
    guard let next, next <= now else { return nil }
    return entries.removeLast().host
  }
}
