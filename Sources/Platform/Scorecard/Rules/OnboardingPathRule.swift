import Bytes

extension ScorecardRule {
  static let onboardingPath = ScorecardRule(
    "onboarding-path", .value, level: 1, "An onboarding path leads through it",
    rationale: "Newcomers follow the path; what is not on it they find by accident.",
    remedy: "Make one of its pages a step of an onboarding path."
  ) { facts in
    facts.steps.isEmpty ? .fail("no step of a path leads to it") : .pass(Phrase(count: facts.steps.count, "step"))
  }
}
