import Foundation
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

enum Memory {
  /// Of the process so far.
  static func peakMegabytes() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1024
  }
}

/// Programs that the tests need.
enum Tool {
  static func run(_ program: String, _ arguments: [String], in folder: String? = nil) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw POSIXError(.EINVAL) }
    return Array(bytes)
  }

  static func gzip(zeros count: Int) -> [UInt8]? {
    try? run("sh", ["-c", "head -c \(count) /dev/zero | gzip -1"])
  }
}
