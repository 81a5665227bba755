import Bytes

extension ScorecardRule {
  static let howTo = ScorecardRule(
    "how-to", .understand, level: 0, "A how-to guide tells how to do the job",
    rationale: "Most readers come with a task. Without a guide for it they ask a person, or do it their own way.",
    remedy: "Write a page in the capability's folder with 'type: how-to' for the task that people ask about most."
  ) { facts in
    let count = facts.guides(ofType: "how-to")
    return count > 0 ? .pass(Phrase(count: count, "how-to guide")) : .fail("none of its pages is a how-to guide")
  }
}
