import Diagnostics
import Platform

extension CapabilityPromise {
  static let support = CapabilityPromise(
    rule: Rule(
      "capability-support", .warning, in: .promises, "A capability in production does not say where to get help.",
      rationale: "Whoever is stuck asks anybody, or gives up. Users forgive an outage sooner than silence.",
      remedy: "State 'contact' under 'support', and with it the 'hours' and how soon somebody answers.",
      bad: "lifecycle: production",
      good: "lifecycle: production\nsupport: {contact: \"#platform-help\", hours: weekdays 9 to 17, response: PT4H}")
  ) { facts, _ in
    let support = facts.capability.support
    guard support?.contact == nil else { return nil }
    return Lack(
      message: ", and nothing says where to get help", span: support?.span,
      help: "State 'contact' under 'support', such as a channel or an address.")
  }
}
