import Bytes

extension ScorecardRule {
  package static let serviceLevel = ScorecardRule(
    "service-level", .trust, level: 0, "A service level states what it promises",
    rationale: "Without a number, 'reliable' means something else to everybody.",
    remedy: "Write an OpenSLO document for what users feel most, and annotate it with 'portico/capability'."
  ) { facts in
    facts.objectives.isEmpty ? .fail("no service level") : .pass(Phrase(count: facts.objectives.count, "objective"))
  }
}
