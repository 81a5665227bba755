import Bytes

extension ScorecardRule {
  static let onCall = ScorecardRule(
    "on-call", .trust, level: 2, "Somebody is on call for it",
    rationale: "What production depends on fails at night, too.",
    remedy: "Agree on a rotation and set 'onCall: true' under 'support', or lower the promise to office hours."
  ) { facts in
    guard facts.capability.lifecycle == .production else { return .notApplicable("it is not in production") }
    return facts.capability.support?.isOnCall == true ? .pass("at all hours") : .fail("nobody is on call")
  }
}
