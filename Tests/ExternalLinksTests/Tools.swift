import Glibc
import Synchronization

/// Counts from one.
final class Counter: Sendable {
  private let value = Atomic(0)

  func next() -> Int { value.add(1, ordering: .relaxed).newValue }
}

/// How many threads are in one place at once.
final class Gauge: Sendable {
  private let state = Mutex((now: 0, peak: 0))

  var peak: Int { state.withLock { $0.peak } }

  func pass() {
    state.withLock { $0 = ($0.now + 1, max($0.peak, $0.now + 1)) }
    usleep(10_000)
    state.withLock { $0.now -= 1 }
  }
}
