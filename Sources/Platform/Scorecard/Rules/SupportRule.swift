extension ScorecardRule {
  static let support = ScorecardRule(
    "support", .trust, level: 0, "Support says where to ask and when it answers",
    rationale: "Users forgive an outage sooner than silence.",
    remedy: "State 'contact', 'hours' and 'response' under 'support'."
  ) { facts in
    let support = facts.capability.support
    let missing = [
      support?.contact == nil ? "contact" : nil, support?.hours == nil ? "hours" : nil,
      support?.response == nil ? "response time" : nil,
    ].compactMap { $0 }
    return missing.isEmpty
      ? .pass("contact, hours and response time") : .fail("no \(missing.joined(separator: ", no "))")
  }
}
