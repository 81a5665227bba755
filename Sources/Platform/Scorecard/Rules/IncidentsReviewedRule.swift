import Bytes

extension ScorecardRule {
  static let incidentsReviewed = ScorecardRule(
    "incidents-reviewed", .trust, level: 1, "Every incident was reviewed",
    rationale: "An outage that taught nothing comes again.",
    remedy: "Hold the review, write down what changes, and set 'reviewed' on the incident's page."
  ) { facts in
    guard facts.incidents > 0 else { return .notApplicable("no incident") }
    return facts.unreviewedIncidents == 0
      ? .pass(Phrase(count: facts.incidents, "incident"))
      : .fail("\(facts.unreviewedIncidents) of \(Phrase(count: facts.incidents, "incident")) not reviewed")
  }
}
