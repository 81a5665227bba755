import Bytes

extension ScorecardRule {
  package static let measured = ScorecardRule(
    "measured", .trust, level: 1, "Every objective is measured",
    rationale: "A promise that nobody measures is a wish.",
    remedy: "Add measurements of every objective; a document of kind 'Measurements' holds them."
  ) { facts in
    guard !facts.objectives.isEmpty else { return .notMeasured("no service level") }
    let unmeasured = facts.objectives.count { $0.asOf == nil }
    return unmeasured == 0
      ? .pass(Phrase(count: facts.objectives.count, "objective"))
      : .fail("\(unmeasured) of \(Phrase(count: facts.objectives.count, "objective")) without measurements")
  }
}
