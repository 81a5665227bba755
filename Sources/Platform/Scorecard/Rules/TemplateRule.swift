import Bytes

extension ScorecardRule {
  static let template = ScorecardRule(
    "template", .value, level: 2, "A template sets it up",
    rationale: "What a template does, nobody does by hand, or differently.",
    remedy: "Write a software template that sets it up, and name it under 'templates'."
  ) { facts in
    facts.templates.isEmpty ? .fail("no template") : .pass(Phrase(verbatim: facts.templates.joined(separator: ", ")))
  }
}
