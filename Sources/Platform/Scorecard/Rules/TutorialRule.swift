import Bytes

extension ScorecardRule {
  static let tutorial = ScorecardRule(
    "tutorial", .understand, level: 1, "A tutorial leads to a first success",
    rationale: "A newcomer who has seen it work once reads everything else with understanding.",
    remedy: "Write a page with 'type: tutorial' that a newcomer can follow from an empty start to something that runs."
  ) { facts in
    let count = facts.guides(ofType: "tutorial")
    return count > 0 ? .pass(Phrase(count: count, "tutorial")) : .fail("none of its pages is a tutorial")
  }
}
