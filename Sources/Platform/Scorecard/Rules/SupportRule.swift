import Bytes

extension ScorecardRule {
  static let support = ScorecardRule(
    "support", .trust, level: 0, "Support says where to ask and when it answers",
    rationale: "Users forgive an outage sooner than silence.",
    remedy: "State 'contact', 'hours' and 'response' under 'support'."
  ) { facts in
    let support = facts.capability.support
    let missing: [Phrase] = [
      support?.contact == nil ? "no contact" : nil, support?.hours == nil ? "no hours" : nil,
      support?.response == nil ? "no response time" : nil,
    ].compactMap { $0 }
    return missing.isEmpty
      ? .pass("contact, hours and response time") : .fail(missing.joined(separator: ", "))
  }
}
