import Bytes
import YAML

extension ScorecardRule {
  static let owner = ScorecardRule(
    "owner", .trust, level: 0, "A team answers for it",
    rationale: "Nobody repairs, improves or retires what nobody owns.",
    remedy: "Name the group that owns it under 'owner', and add the group to the catalogue."
  ) { facts in
    facts.hasOwner
      ? .pass(Phrase(verbatim: facts.capability.owner.value))
      : .fail("'\(facts.capability.owner.value)' is no team of the catalogue")
  }
}
