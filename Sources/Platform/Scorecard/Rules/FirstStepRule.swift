import Bytes
import YAML

extension ScorecardRule {
  static let firstStep = ScorecardRule(
    "first-step", .value, level: 2, "The first step takes less than an hour",
    rationale: "A first success within the hour decides whether somebody comes back.",
    remedy: "Shorten the shortest step that leads to it, or split it, and state its time."
  ) { facts in
    guard !facts.steps.isEmpty else { return .notApplicable("no step of a path leads to it") }
    let times = facts.steps.compactMap(\.time)
    guard let first = times.min(by: { $0.inMinutes < $1.inMinutes }) else {
      return .notMeasured("no step says how long it takes")
    }
    return first.inMinutes < 60 ? .pass(first.words) : .fail(first.words)
  }
}
