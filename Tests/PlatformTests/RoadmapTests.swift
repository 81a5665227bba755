import Diagnostics
import Platform
import Testing
import YAML

@Suite struct RoadmapTests {
  /// A roadmap with one item, whose further keys are on line 7.
  private func roadmap(_ keys: String, horizon: String = "now") -> String {
    """
    apiVersion: portico/v1
    kind: Roadmap
    metadata: {name: platform}
    spec:
      updated: 2026-06-30
      items:
        - {id: a, title: A, problem: P, outcome: O, horizon: \(horizon), \(keys)}
    """
  }

  private func item(_ keys: String, horizon: String = "now") throws -> Roadmap.Item {
    try #require(read(roadmap(keys, horizon: horizon)).value.roadmaps.first?.items.first)
  }

  // MARK: Targets

  @Test func reportsATargetThatIsNone() {
    #expect(findings(roadmap("target: Q4")) == ["7:71 invalid-value: the target 'Q4' is no date"])
  }

  // MARK: Lateness

  @Test(arguments: [
    ("2026", "2026-12-31", false), ("2026", "2027-01-01", true), ("2026-Q2", "2026-06-30", false),
    ("2026-Q2", "2026-07-01", true), ("2028-02", "2028-02-29", false), ("2028-02", "2028-03-01", true),
    ("2026-06-29", "2026-06-29", false), ("2026-06-29", "2026-06-30", true),
  ])
  func isLateFromTheDayAfterItsTarget(_ target: String, _ today: String, _ isLate: Bool) throws {
    #expect(try item("target: \(target)").isLate(asOf: try #require(CalendarDate(today))) == isLate)
  }

  @Test(arguments: ["next", "later"])
  func isLateInEveryOpenHorizon(_ horizon: String) throws {
    let today = try #require(CalendarDate("2030-01-01"))
    #expect(try item("target: 2026", horizon: horizon).isLate(asOf: today))
  }

  @Test(arguments: [("shipped", "shipped: 2029-01-01"), ("dropped", "reason: R")])
  func isNeverLateOnceItIsClosed(_ horizon: String, _ key: String) throws {
    let today = try #require(CalendarDate("2030-01-01"))
    #expect(try !item("target: 2026, \(key)", horizon: horizon).isLate(asOf: today))
  }

  @Test func isNeverLateWithoutATarget() throws {
    #expect(try !item("phase: ga").isLate(asOf: try #require(CalendarDate("2030-01-01"))))
  }

  // MARK: Items

  @Test func readsEveryKeyOfAnItem() throws {
    let item = try item(
      """
      phase: building, target: 2026-Q4, confidence: low, capability: secrets, owner: platform, page: a.md,
            measure: {metric: share, from: 20 %, to: 80 %, now: 45 %}, feedback: 'https://x', shipped: 2026-05-12, reason: R
      """)
    #expect(item.id.value == "a")
    #expect([item.title, item.problem, item.outcome] == ["A", "P", "O"])
    #expect(item.horizon == .now)
    #expect(item.phase == .building)
    #expect(item.target?.text == "2026-Q4")
    #expect(item.confidence == .low)
    #expect(item.capability?.value == "secrets")
    #expect(item.owner?.value == "platform")
    #expect(item.page?.value == "a.md")
    #expect(item.measure?.metric == "share")
    #expect([item.measure?.from, item.measure?.to, item.measure?.now] == ["20 %", "80 %", "45 %"])
    #expect(item.feedback == "https://x")
    #expect(item.shipped?.iso == "2026-05-12")
    #expect(item.reason == "R")
  }

  @Test func wantsADateOfWhatShipped() {
    #expect(findings(roadmap("phase: ga", horizon: "shipped")) == ["7:58 roadmap-state: a shipped item has no date"])
  }

  @Test func wantsAReasonForWhatWasDropped() {
    #expect(findings(roadmap("phase: ga", horizon: "dropped")) == ["7:58 roadmap-state: a dropped item has no reason"])
  }

  @Test func reportsAnIDThatIsThereTwice() {
    let text = roadmap("") + "\n    - {id: a, title: B, problem: P, outcome: O, horizon: next}"
    #expect(findings(text) == ["8:12 duplicate-name: the roadmap has two items 'a'"])
    #expect(helps(text) == ["The first is on line 7. Give this one an id of its own."])
  }

  @Test(arguments: ["id: a, ", "title: A, ", "problem: P, ", "outcome: O, ", "horizon: now, "])
  func reportsAMissingKeyOfAnItem(_ key: String) {
    let text = roadmap("").replacing(key, with: "")
    let name = key.prefix { $0 != ":" }
    #expect(findings(text) == ["7:7 missing-key: roadmap item has no '\(name)'"])
    #expect(read(text).value.roadmaps.first?.items.count == 0)
  }

  @Test func wantsADayOfItsLastUpdate() {
    let text = roadmap("").replacing("  updated: 2026-06-30\n", with: "")
    #expect(findings(text) == ["5:3 missing-key: roadmap spec has no 'updated'"])
    #expect(read(text).value.roadmaps.isEmpty)
  }

  @Test func readsWhatItSaysOfItself() throws {
    let text = roadmap("").replacing("  items:", with: "  disclaimer: Plans change.\n  items:")
    let roadmap = try #require(read(text).value.roadmaps.first)
    #expect(roadmap.updated.iso == "2026-06-30")
    #expect(roadmap.disclaimer == "Plans change.")
    #expect(roadmap.metadata.displayName == "platform")
  }
}
