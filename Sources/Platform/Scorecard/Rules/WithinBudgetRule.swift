import Bytes

extension ScorecardRule {
  static let withinBudget = ScorecardRule(
    "within-budget", .trust, level: 2, "Every objective is within its error budget",
    rationale: "What was promised was kept. That, more than any sentence, is why users trust it.",
    remedy: "Follow the consequence that the service level states: reliability first until the budget is back."
  ) { facts in
    let judged = facts.objectives.filter { [.met, .atRisk, .breached].contains($0.state) }
    let breached = judged.count { $0.state == .breached }
    if breached > 0 { return .fail("\(breached) of \(Phrase(count: facts.objectives.count, "objective")) breached") }
    guard !facts.objectives.isEmpty else { return .notMeasured("no service level") }
    guard judged.count == facts.objectives.count else {
      return .notMeasured("no verdict for \(Phrase(count: facts.objectives.count - judged.count, "objective"))")
    }
    return .pass(Phrase(count: judged.count, "objective"))
  }
}
