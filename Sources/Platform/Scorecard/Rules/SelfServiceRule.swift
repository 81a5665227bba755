import Bytes

extension ScorecardRule {
  static let selfService = ScorecardRule(
    "self-service", .value, level: 1, "Developers get it without asking anyone",
    rationale: "A platform that needs a ticket is a ticket queue with a nicer name.",
    remedy: "Automate the request, link the page that tells how under 'access.how', and set 'selfService: true'."
  ) { facts in
    guard let access = facts.capability.access, access.isSelfService else { return .fail("somebody has to be asked") }
    return access.how == nil ? .fail("no page tells how") : .pass("a page tells how")
  }
}
