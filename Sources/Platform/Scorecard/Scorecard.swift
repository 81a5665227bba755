package import Bytes

/// A question to a capability: can developers understand it, can they trust it, do they get value from it quickly.
package enum ScorecardQuestion: String, Sendable, CaseIterable {
  case understand, trust, value
}

/// What a rule of the scorecard says of a capability, and by what.
package struct ScorecardFinding: Sendable, Equatable {
  package enum Verdict: String, Sendable, CaseIterable {
    case pass, fail
    /// The rule has nothing to ask of this capability.
    case notApplicable = "not-applicable"
    /// Nobody can tell, which is neither a pass nor a fail.
    case notMeasured = "not-measured"
  }

  package let verdict: Verdict
  /// What was found, as a phrase: "two of three guides are overdue".
  package let reason: Phrase

  static func pass(_ reason: Phrase) -> ScorecardFinding { ScorecardFinding(verdict: .pass, reason: reason) }
  static func fail(_ reason: Phrase) -> ScorecardFinding { ScorecardFinding(verdict: .fail, reason: reason) }
  static func notApplicable(_ reason: Phrase) -> ScorecardFinding {
    ScorecardFinding(verdict: .notApplicable, reason: reason)
  }
  static func notMeasured(_ reason: Phrase) -> ScorecardFinding {
    ScorecardFinding(verdict: .notMeasured, reason: reason)
  }
}

/// One thing that a good capability has, and how to see whether this one has it.
package struct ScorecardRule: Sendable {
  /// Stable: settings name it.
  package let id: String
  package let question: ScorecardQuestion
  /// Index of the level that asks for it, from the lowest; a site may give it another.
  package let level: Int
  /// What is so if the rule passes, as a sentence.
  package let title: Phrase
  package let rationale: Phrase
  /// What to do where it fails.
  package let remedy: Phrase
  /// What it says of a capability.
  package let judge: @Sendable (CapabilityFacts) -> ScorecardFinding

  init(
    _ id: String, _ question: ScorecardQuestion, level: Int, _ title: Phrase, rationale: Phrase, remedy: Phrase,
    judge: @escaping @Sendable (CapabilityFacts) -> ScorecardFinding
  ) {
    self.id = id
    self.question = question
    self.level = level
    self.title = title
    self.rationale = rationale
    self.remedy = remedy
    self.judge = judge
  }

  /// All rules, by question.
  package static let all: [ScorecardRule] = [
    .howTo, .tutorial, .reference, .reviewed, .links,
    .owner, .support, .serviceLevel, .measured, .fresh, .withinBudget, .onCall, .incidentsReviewed,
    .leadTime, .selfService, .template, .onboardingPath, .firstStep,
  ]
}

/// How a capability does by every rule of a policy.
package struct Scorecard: Sendable {
  package struct Entry: Sendable {
    package let rule: ScorecardRule
    /// Index of the policy's level that asks for the rule.
    package let level: Int
    package let finding: ScorecardFinding
  }

  /// In the order of the rules.
  package let entries: [Entry]
  private let levelCount: Int

  package init(_ facts: CapabilityFacts, policy: ScorecardPolicy) {
    let isPromise = facts.capability.lifecycle == .planned
    levelCount = policy.levels.count
    entries = policy.rules.map { rule, level in
      let finding = isPromise ? .notApplicable("it does not exist yet") : rule.judge(facts)
      return Entry(rule: rule, level: level, finding: finding)
    }
  }

  /// Index of the highest level whose rules, and those of all levels below, pass or do not apply; nil for none.
  ///
  /// Where no rule passes there is no level either, since nothing was shown.
  package var level: Int? {
    let open = entries.filter { [.fail, .notMeasured].contains($0.finding.verdict) }.map(\.level).min() ?? levelCount
    let isShown = entries.contains { $0.finding.verdict == .pass && $0.level < open }
    return isShown && open > 0 ? open - 1 : nil
  }
}
