import Bytes
import Diagnostics
import Platform
import Testing
import YAML

/// Levels, and what a site may change of them.
@Suite struct ScorecardTests {
  private func located(_ text: String) -> Located<String> { Located(text, at: SourceSpan(path: "portico.yaml")) }

  private func policy(_ levels: [String] = [], _ changes: [(String, String)] = []) -> Outcome<ScorecardPolicy> {
    ScorecardPolicy.make(levels: levels, changes: changes.map { (located($0.0), located($0.1)) })
  }

  /// A capability with what Bronze asks for, in a policy of one rule per level.
  private func card(
    _ changes: [(String, String)] = [], lifecycle: String = "production",
    change: (inout CapabilityFacts) -> Void = { _ in }
  ) throws -> Scorecard {
    let text = capability("secrets", "access: {leadTime: PT10M}").replacing("production", with: lifecycle)
    var facts = CapabilityFacts(
      try #require(read(text + platformTeam).value.capabilities.first), asOf: CalendarDate(daysSinceEpoch: 20_634))
    change(&facts)
    let kept = ["lead-time", "tutorial", "template"]
    let off = ScorecardRule.all.map(\.id).filter { !kept.contains($0) }.map { ($0, "off") }
    return Scorecard(facts, policy: policy([], off + changes).value)
  }

  private func tutorial(_ facts: inout CapabilityFacts) {
    facts.guides = [CapabilityFacts.Guide(type: "tutorial", reviewedUntil: nil)]
  }

  @Test func levelIsReachedWithAllRulesOfItAndBelow() throws {
    #expect(try card().level == 0)
    #expect(try card { tutorial(&$0) }.level == 1)
    #expect(
      try card {
        tutorial(&$0)
        $0.templates = ["Go service"]
      }.level == 2)
  }

  @Test func levelAboveAFailedOneIsNotReached() throws {
    #expect(try card { $0.templates = ["Go service"] }.level == 0)
  }

  @Test func whatDoesNotApplyIsNotAsked() throws {
    #expect(try card([("incidents-reviewed", "Silver"), ("tutorial", "off")]).level == 1)
  }

  @Test func whatIsNotMeasuredIsNoPass() throws {
    #expect(try card([("fresh", "Bronze")]).level == nil)
    #expect(try card([("fresh", "Silver")]) { tutorial(&$0) }.level == 0)
  }

  @Test func plannedCapabilityHasNoLevel() throws {
    let card = try card(lifecycle: "planned")
    #expect(card.entries.allSatisfy { $0.finding.verdict == .notApplicable })
    #expect(card.level == nil)
  }

  @Test func siteMayNameItsLevels() {
    let outcome = policy(["Usable", "Dependable"], [("template", "Usable")])
    #expect(outcome.diagnostics.isEmpty)
    #expect(outcome.value.levels == ["Usable", "Dependable"])
    #expect(outcome.value.rules.first { $0.rule.id == "template" }?.level == 0)
    #expect(outcome.value.rules.first { $0.rule.id == "on-call" }?.level == 1)
  }

  @Test func unknownRuleOrLevelIsReported() {
    let outcome = policy([], [("oncall", "off"), ("template", "silver")])
    #expect(
      outcome.diagnostics.map(\.message) == [
        "the scorecard has no rule 'oncall'", "the scorecard has no level 'silver'",
      ])
    #expect(outcome.diagnostics.map(\.help) == ["Did you mean 'on-call'?", "Did you mean 'Silver'?"])
  }

  @Test func everyRuleHasItsOwnIdAndSaysWhatToDo() {
    #expect(Set(ScorecardRule.all.map(\.id)).count == 18)
    #expect(ScorecardRule.all.allSatisfy { $0.remedy.english.hasSuffix(".") && $0.rationale.english.hasSuffix(".") })
  }
}
