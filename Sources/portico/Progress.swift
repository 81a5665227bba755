import Diagnostics
import Pipeline

/// One line on a terminal that says what is going on; nothing anywhere else.
struct Progress: Sendable {
  private let isShown: Bool

  init(isQuiet: Bool) {
    isShown = !isQuiet && Terminal.standardError.isTerminal
  }

  func show(_ stage: Stage, _ count: Int) {
    guard isShown else { return }
    Terminal.standardError.write("\r\u{1B}[K\(stage.rawValue): \(count)")
  }

  func clear() {
    guard isShown else { return }
    Terminal.standardError.write("\r\u{1B}[K")
  }
}

extension Duration {
  /// Seconds with three digits: `0.042 s`.
  var inSeconds: String {
    let milliseconds = Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
    let fraction = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction + " s"
  }
}

/// `1 page`, `2 pages`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
