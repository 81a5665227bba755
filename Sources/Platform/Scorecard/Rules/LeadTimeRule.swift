import Bytes
import YAML

extension ScorecardRule {
  static let leadTime = ScorecardRule(
    "lead-time", .value, level: 0, "It says how long it takes to get",
    rationale: "Whoever plans a sprint needs to know whether it is ten minutes or ten days.",
    remedy: "State 'leadTime' under 'access', as measured for the last requests."
  ) { facts in
    facts.capability.access?.leadTime.map { .pass($0.words) } ?? .fail("no lead time")
  }
}
