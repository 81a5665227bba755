import Bytes
import Platform
import SiteModel
import YAML

/// The scorecard of a capability.
struct ScorecardEntry: APIRecord {
  private let card: Scorecard
  private let levels: [String]

  init(_ capability: Capability, _ planner: DomainPlanner, _ context: PlanContext) {
    card = Scorecard(CapabilityFacts(capability, planner, context), policy: planner.policy)
    levels = planner.policy.levels
  }

  static let shape = APIShape<ScorecardEntry>(
    "scorecard",
    [
      APIField("level", "The highest level that it reached.") { entry in entry.card.level.map { entry.levels[$0] } },
      APIField("rules") { entry in
        entry.card.entries.map { RuleEntry(entry: $0, level: entry.levels[$0.level]) }
      },
    ])
}

/// What one rule says of a capability.
private struct RuleEntry: APIRecord {
  let entry: Scorecard.Entry
  let level: String

  static let shape = APIShape<RuleEntry>(
    "scorecardRule",
    [
      APIField("id") { $0.entry.rule.id },
      APIField("title", "What is so if it passes.") { $0.entry.rule.title.english },
      APIField("question", "Can developers understand it, trust it, get value from it quickly?") {
        $0.entry.rule.question
      },
      APIField("level", "The level that asks for it.") { $0.level },
      APIField("verdict") { $0.entry.finding.verdict },
      APIField("reason", "What was found.") { $0.entry.finding.reason.english },
    ])
}
