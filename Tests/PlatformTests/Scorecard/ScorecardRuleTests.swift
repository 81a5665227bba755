import Diagnostics
import Platform
import Testing
import YAML

/// What each rule says of facts that differ in one thing.
@Suite struct ScorecardRuleTests {
  private static let today = CalendarDate("2026-06-30") ?? CalendarDate(daysSinceEpoch: 0)

  /// What a rule finds: `fail: no lead time`.
  private func finding(
    _ rule: String, _ spec: String = "", change: (inout CapabilityFacts) -> Void = { _ in }
  ) throws -> String {
    let capability = try #require(read(capability("secrets", spec) + platformTeam).value.capabilities.first)
    var facts = CapabilityFacts(capability, asOf: ScorecardRuleTests.today)
    change(&facts)
    let policy = ScorecardPolicy.make(levels: [], changes: []).value
    let entry = try #require(Scorecard(facts, policy: policy).entries.first { $0.rule.id == rule })
    return "\(entry.finding.verdict.rawValue): \(entry.finding.reason)"
  }

  private func guide(_ type: String? = nil, reviewedUntil day: String? = nil) -> CapabilityFacts.Guide {
    CapabilityFacts.Guide(type: type, reviewedUntil: day.flatMap { CalendarDate($0) })
  }

  private func status(_ slices: [String]) throws -> ObjectiveStatus {
    try #require(Sample(slices: slices).outcome.status)
  }

  @Test(arguments: [
    ("how-to", "how-to", "pass: 1 how-to guide", "fail: none of its pages is a how-to guide"),
    ("tutorial", "tutorial", "pass: 1 tutorial", "fail: none of its pages is a tutorial"),
    ("reference", "reference", "pass: 1 reference page", "fail: none of its pages is a reference"),
  ])
  func pageOfATypeIsThere(_ rule: String, _ type: String, _ pass: String, _ fail: String) throws {
    #expect(try finding(rule) { $0.guides = [guide("explanation"), guide(type)] } == pass)
    #expect(try finding(rule) { $0.guides = [guide("explanation"), guide()] } == fail)
  }

  @Test func reviewHoldsToItsLastDay() throws {
    #expect(try finding("reviewed") { $0.guides = [guide(reviewedUntil: "2026-06-30")] } == "pass: 1 page in date")
    #expect(
      try finding("reviewed") { $0.guides = [guide(reviewedUntil: "2026-06-29"), guide()] }
        == "fail: 1 of 2 pages overdue for review")
  }

  @Test func reviewIsNotMeasuredWhereAPageNamesNone() throws {
    #expect(
      try finding("reviewed") { $0.guides = [guide(reviewedUntil: "2026-07-01"), guide()] }
        == "not-measured: 1 of 2 pages without 'reviewed' and 'reviewIn'")
    #expect(try finding("reviewed") == "not-applicable: it has no pages")
  }

  @Test func linksLeadSomewhere() throws {
    #expect(try finding("links") == "pass: all lead somewhere")
    #expect(try finding("links") { $0.brokenLinks = 2 } == "fail: 2 broken links")
  }

  @Test func ownerIsATeam() throws {
    #expect(try finding("owner") { $0.hasOwner = true } == "pass: platform")
    #expect(try finding("owner") == "fail: 'platform' is no team of the catalogue")
  }

  @Test func supportIsComplete() throws {
    #expect(
      try finding("support", "support: {contact: '#help', hours: 'Mo-Fr', response: PT4H}")
        == "pass: contact, hours and response time")
    #expect(try finding("support", "support: {contact: '#help'}") == "fail: no hours, no response time")
    #expect(try finding("support") == "fail: no contact, no hours, no response time")
  }

  @Test func serviceLevelIsThereAndMeasured() throws {
    let good = try status(days(from: "2026-06-28", [(1, 1)]))
    let empty = try #require(Sample(slices: []).outcome(files: []).status)
    #expect(try finding("service-level") == "fail: no service level")
    #expect(try finding("service-level") { $0.objectives = [empty] } == "pass: 1 objective")
    #expect(try finding("measured") == "not-measured: no service level")
    #expect(
      try finding("measured") { $0.objectives = [good, empty] } == "fail: 1 of 2 objectives without measurements")
    #expect(try finding("measured") { $0.objectives = [good] } == "pass: 1 objective")
  }

  @Test func staleMeasurementsAreNotFresh() throws {
    var old = Sample(slices: days(from: "2026-06-01", [(1, 1)]))
    old.asOf = "2026-06-02"
    old.today = "2026-06-30"
    let stale = try #require(old.outcome.status)
    let good = try status(days(from: "2026-06-28", [(1, 1)]))
    #expect(try finding("fresh") { $0.objectives = [good, stale] } == "fail: 1 of 2 objectives stale")
    #expect(try finding("fresh") { $0.objectives = [good] } == "pass: 1 objective")
    #expect(try finding("fresh") == "not-measured: no measurements")
    #expect(
      try finding("within-budget") { $0.objectives = [good, stale] } == "not-measured: no verdict for 1 objective")
  }

  @Test func breachedObjectiveIsNotWithinBudget() throws {
    let good = try status(days(from: "2026-06-28", [(1, 1)]))
    let bad = try status(days(from: "2026-06-28", [(0, 1)]))
    #expect(try finding("within-budget") { $0.objectives = [good, bad] } == "fail: 1 of 2 objectives breached")
    #expect(try finding("within-budget") { $0.objectives = [good] } == "pass: 1 objective")
    #expect(try finding("within-budget") == "not-measured: no service level")
  }

  @Test func onlyProductionNeedsSomebodyOnCall() throws {
    #expect(try finding("on-call", "support: {onCall: true}") == "pass: at all hours")
    #expect(try finding("on-call") == "fail: nobody is on call")
    let text = capability().replacing("lifecycle: production", with: "lifecycle: experimental") + platformTeam
    let experimental = try #require(read(text).value.capabilities.first)
    let card = Scorecard(
      CapabilityFacts(experimental, asOf: ScorecardRuleTests.today),
      policy: ScorecardPolicy.make(levels: [], changes: []).value)
    #expect(card.entries.first { $0.rule.id == "on-call" }?.finding.verdict == .notApplicable)
  }

  @Test func incidentsAreReviewed() throws {
    #expect(try finding("incidents-reviewed") == "not-applicable: no incident")
    #expect(try finding("incidents-reviewed") { $0.incidents = 2 } == "pass: 2 incidents")
    #expect(
      try finding("incidents-reviewed") {
        $0.incidents = 2
        $0.unreviewedIncidents = 1
      } == "fail: 1 of 2 incidents not reviewed")
  }

  @Test func accessSaysHowAndHowLong() throws {
    #expect(try finding("lead-time", "access: {leadTime: PT10M}") == "pass: 10 minutes")
    #expect(try finding("lead-time") == "fail: no lead time")
    #expect(try finding("self-service", "access: {selfService: true, how: a.md}") == "pass: a page tells how")
    #expect(try finding("self-service", "access: {selfService: true}") == "fail: no page tells how")
    #expect(try finding("self-service", "access: {how: a.md}") == "fail: somebody has to be asked")
  }

  @Test func templateSetsItUp() throws {
    #expect(try finding("template") { $0.templates = ["Go service"] } == "pass: Go service")
    #expect(try finding("template") == "fail: no template")
  }

  @Test func firstStepIsTheShortestThatLeadsThere() throws {
    let steps = [CapabilityFacts.Step(time: Period(minutes: 60)), CapabilityFacts.Step(time: nil)]
    #expect(try finding("onboarding-path") { $0.steps = steps } == "pass: 2 steps")
    #expect(try finding("onboarding-path") == "fail: no step of a path leads to it")
    #expect(try finding("first-step") { $0.steps = steps } == "fail: 1 hour")
    #expect(
      try finding("first-step") { $0.steps = steps + [CapabilityFacts.Step(time: Period(minutes: 59))] }
        == "pass: 59 minutes")
    #expect(
      try finding("first-step") { $0.steps = [CapabilityFacts.Step(time: nil)] }
        == "not-measured: no step says how long it takes")
    #expect(try finding("first-step") == "not-applicable: no step of a path leads to it")
  }
}
