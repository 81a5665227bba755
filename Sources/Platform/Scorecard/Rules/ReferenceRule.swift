import Bytes

extension ScorecardRule {
  static let reference = ScorecardRule(
    "reference", .understand, level: 1, "A reference states every setting and limit",
    rationale: "Who uses a capability daily needs exact facts: names, defaults, limits, versions.",
    remedy: "Write a page with 'type: reference' that lists what can be set, what it defaults to and where it ends."
  ) { facts in
    let count = facts.guides(ofType: "reference")
    return count > 0 ? .pass(Phrase(count: count, "reference page")) : .fail("none of its pages is a reference")
  }
}
