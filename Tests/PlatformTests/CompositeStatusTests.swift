import Diagnostics
import Platform
import Testing
import YAML

/// Two parts, `a` and `b`, of a composite over 28 days.
@Suite struct CompositeStatusTests {
  private struct Composite {
    var method = "Occurrences"
    var a = "target: 0.9"
    var b = "target: 0.9"
    var counts = "events"
    var slicesOfA: [String]
    var slicesOfB: [String]
    var exclusionsOfB = ""
    var maxAge = Period(days: 7)

    var report: CompositeStatus? {
      let text = """
        apiVersion: openslo/v1
        kind: SLO
        metadata: {name: s}
        spec:
          service: s
          timeWindow: [{duration: 28d, isRolling: true}]
          budgetingMethod: \(method)
          objectives:
            - {displayName: a, timeSliceTarget: 0.5, timeSliceWindow: 1d, \(indicator), \(a)}
            - {displayName: b, timeSliceTarget: 0.5, timeSliceWindow: 1d, \(indicator), \(b)}
        ---
        \(measurements("a", slicesOfA, ""))
        ---
        \(measurements("b", slicesOfB, exclusionsOfB))
        """
      let parsed = YAMLParser.parse(Array(text.utf8), path: "test.yaml")
      let catalogue = Catalogue.read(parsed.value, domains: []).value
      let terms = ReportTerms(
        asOf: CalendarDate("2026-06-28") ?? CalendarDate(daysSinceEpoch: 0), maxAge: maxAge, zones: { _ in nil })
      return catalogue.serviceLevels.first.flatMap {
        ServiceLevelReport.make(catalogue, terms: terms).value.whole(of: $0)
      }
    }

    private func measurements(_ objective: String, _ slices: [String], _ exclusions: String) -> String {
      """
      apiVersion: portico/v1
      kind: Measurements
      metadata: {name: \(objective)}
      spec:
        slo: s
        objective: \(objective)
        asOf: 2026-06-29
        counts: \(counts)
        slices: [\(slices.map { "{\($0)}" }.joined(separator: ", "))]
        exclusions: [\(exclusions)]
      """
    }
  }

  private func line(_ composite: Composite) -> String? { composite.report?.status.line }

  /// One day after another, each bad or good as a whole.
  private func days(_ isGood: [Bool]) -> [String] {
    PlatformTests.days(from: "2026-06-25", isGood.map { (good: $0 ? 10 : 0, total: 10) })
  }

  // MARK: Occurrences

  @Test func eachPartSpendsTheBudgetOfTheWhole() {
    // 4 of 100 bad of 10 % allowed is 40 % spent; 3 of 100 is 30 %: together 70 %, which leaves 30 %.
    let composite = Composite(
      slicesOfA: PlatformTests.days(from: "2026-06-28", [(96, 100)]),
      slicesOfB: PlatformTests.days(from: "2026-06-28", [(97, 100)]))
    #expect(line(composite) == "met 93.0000 30.00")
    #expect(composite.report?.parts.map { $0.contribution?.text(places: 2) } == ["0.40", "0.30"])
  }

  @Test func aWeightMultipliesWhatAPartSpends() {
    let composite = Composite(
      a: "target: 0.9, compositeWeight: 0.5", b: "target: 0.9, compositeWeight: 2",
      slicesOfA: PlatformTests.days(from: "2026-06-28", [(96, 100)]),
      slicesOfB: PlatformTests.days(from: "2026-06-28", [(97, 100)]))
    #expect(line(composite) == "at-risk 92.0000 20.00")
  }

  @Test func partsThatKeepTheirOwnMayBreakTheWhole() {
    let composite = Composite(
      slicesOfA: PlatformTests.days(from: "2026-06-28", [(94, 100)]),
      slicesOfB: PlatformTests.days(from: "2026-06-28", [(95, 100)]))
    #expect(line(composite) == "breached 89.0000 -10.00")
  }

  @Test func aTargetOfItsOwnSaysHowFastAPartSpends() {
    // 1 of 100 bad of 1 % allowed is all of it; of 10 %, a tenth.
    let composite = Composite(
      a: "target: 0.99", slicesOfA: PlatformTests.days(from: "2026-06-28", [(100, 100)]),
      slicesOfB: PlatformTests.days(from: "2026-06-28", [(99, 100)]))
    #expect(line(composite) == "met 99.9000 90.00")
    #expect(composite.report?.target.description == "0.99")
  }

  // MARK: Time slices

  @Test func aSliceIsBadIfItIsForAnyPart() {
    // Bad on the 25th and 26th for a, on the 26th and 27th for b: three days of four.
    let composite = Composite(
      method: "Timeslices", a: "target: 0.25", b: "target: 0.2", slicesOfA: days([false, false, true, true]),
      slicesOfB: days([true, false, false, true]))
    #expect(line(composite) == "at-risk 25.0000 0.00")
    #expect(composite.report?.parts.map { $0.contribution?.text(places: 2) } == ["0.50", "0.50"])
  }

  @Test func aTimeThatOnePartDidNotMeasureCountsOnlyIfItWasBad() {
    let composite = Composite(
      method: "Timeslices", slicesOfA: days([true, false, true]), slicesOfB: days([true]))
    #expect(composite.report?.status.window?.tally.total == Fraction(2 * 86_400))
    #expect(line(composite) == "breached 50.0000 -400.00")
  }

  @Test func anExcludedSliceIsNoneOfItsPart() {
    let composite = Composite(
      method: "Timeslices", slicesOfA: days([true, true]), slicesOfB: days([false, true]),
      exclusionsOfB: "{from: 2026-06-25, to: 2026-06-26, reason: Upgrade}")
    #expect(line(composite) == "met 100.0000 100.00")
  }

  @Test func slicesOfDifferentLengthsAreHeldAgainstOneAnother() {
    let halves = [
      "from: 2026-06-25, to: 2026-06-25T12:00:00Z, good: 0, total: 1",
      "from: 2026-06-25T12:00:00Z, to: 2026-06-26, good: 1, total: 1",
    ]
    let composite = Composite(
      method: "Timeslices", a: "target: 0.5", b: "target: 0.5", slicesOfA: halves, slicesOfB: days([true]))
    #expect(line(composite) == "at-risk 50.0000 0.00")
  }

  @Test func countedSlicesAreNeverTakenToBeBadAtOnce() {
    let composite = Composite(
      method: "Timeslices", counts: "timeslices", slicesOfA: PlatformTests.days(from: "2026-06-28", [(96, 100)]),
      slicesOfB: PlatformTests.days(from: "2026-06-28", [(97, 100)]))
    #expect(line(composite) == "met 93.0000 30.00")
  }

  // MARK: Mean ratios

  @Test func missingPartsOfMeanRatiosAddUp() {
    // Two parts at 95 % make a whole at 90 %, as the specification says.
    let ratios = PlatformTests.days(from: "2026-06-27", [(9, 10), (10, 10)])
    let composite = Composite(method: "RatioTimeslices", slicesOfA: ratios, slicesOfB: ratios)
    #expect(line(composite) == "at-risk 90.0000 0.00")
    #expect(composite.report?.parts.map { $0.amount?.text(places: 2) } == ["0.05", "0.05"])
  }

  @Test func noMoreThanAllCanBeMissing() {
    let composite = Composite(
      method: "RatioTimeslices", a: "target: 0.9, compositeWeight: 100", slicesOfA: days([false]),
      slicesOfB: days([true]))
    #expect(line(composite) == "breached 0.0000 -900.00")
  }

  // MARK: What nobody can tell

  @Test func aPartWithoutDataLeavesTheWholeWithout() {
    #expect(line(Composite(slicesOfA: days([true]), slicesOfB: [])) == "no-data - -")
    #expect(Composite(method: "Timeslices", slicesOfA: days([true]), slicesOfB: []).report?.status.state == .noData)
  }

  @Test func anInvalidOrStalePartTellsNothingOfTheWhole() {
    let invalid = Composite(slicesOfA: days([true]), slicesOfB: ["from: 2026-06-28, to: 2026-06-29, good: 2, total: 1"])
    #expect(invalid.report?.status.state == .invalid)
    var stale = Composite(slicesOfA: PlatformTests.days(from: "2026-06-28", [(1, 1)]), slicesOfB: days([true]))
    stale.maxAge = Period(days: 1)
    #expect(stale.report?.status.state == .stale)
  }
}
