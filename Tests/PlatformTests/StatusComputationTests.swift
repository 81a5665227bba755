import Platform
import Testing
import YAML

@Suite struct StatusComputationTests {
  @Test(arguments: cases) func standsAsComputedByHand(_ example: Example) {
    #expect(example.sample.outcome.status?.line == example.expected, "\(example.name)")
  }

  struct Example: Sendable, CustomTestStringConvertible {
    let name: String
    let sample: Sample
    let expected: String

    init(_ name: String, _ expected: String, _ sample: Sample) {
      self.name = name
      self.expected = expected
      self.sample = sample
    }

    var testDescription: String { name }
  }

  private static let week = Array(repeating: (good: 1_000, total: 1_000), count: 28)
  private static let slice = "from: 2026-06-28, to: 2026-06-29, "

  private static func one(_ good: Int, _ total: Int, target: String = "0.999") -> Sample {
    Sample(target: target, slices: [slice + "good: \(good), total: \(total)"])
  }

  private static func slots(
    _ method: String, _ ratios: [(Int, Int)], target: String, window: String = "1h", counts: String = "events"
  ) -> Sample {
    Sample(
      window: "{duration: \(window), isRolling: true}", method: method, target: target,
      objective: ", timeSliceTarget: 0.95, timeSliceWindow: 15m", counts: counts,
      slices: ratios.enumerated().map { index, ratio in
        let times = ["23:00:00Z", "23:15:00Z", "23:30:00Z", "23:45:00Z"].map { "2026-06-28T" + $0 } + ["2026-06-29"]
        return "from: \(times[index]), to: \(times[index + 1]), good: \(ratio.0), total: \(ratio.1)"
      })
  }

  private static func window(_ written: String, _ slices: [String], asOf: String) -> Sample {
    Sample(window: written, target: "0.9", asOf: asOf, slices: slices, maxAge: Period(days: 90))
  }

  private static func calendar(_ duration: String, _ zone: String, start: String = "2026-01-01 00:00:00") -> String {
    "{duration: \(duration), isRolling: false, calendar: {startTime: \(start), timeZone: \(zone)}}"
  }

  /// An hour that is all bad before an hour that is all good: what counts tells where the window begins.
  private static func edge(_ before: String, _ at: String, _ after: String) -> [String] {
    ["from: \(before), to: \(at), good: 0, total: 10", "from: \(at), to: \(after), good: 10, total: 10"]
  }

  private static let occurrences: [Example] = [
    Example("nothing bad", "met 100.0000 100.00", one(1_000, 1_000)),
    Example("half of the budget", "met 99.9500 50.00", one(1_999, 2_000)),
    Example("a quarter left is not at risk", "met 99.9250 25.00", one(3_997, 4_000)),
    Example("just under a quarter left", "at-risk 99.9249 24.99", one(39_969, 39_999)),
    Example("exactly spent is still kept", "at-risk 99.9000 0.00", one(999, 1_000)),
    Example("one event too many", "breached 99.8998 -0.11", one(998, 999)),
    Example("twice overspent", "breached 99.8000 -100.00", one(998, 1_000)),
    Example("all bad", "breached 0.0000 -99900.00", one(0, 1_000)),
    Example("target 0.9995 just kept", "at-risk 99.9500 0.00", one(9_995, 10_000, target: "0.9995")),
    Example("target 0.9995 missed by one", "breached 99.9400 -20.00", one(9_994, 10_000, target: "0.9995")),
    Example(
      "target 0.9995 in big numbers", "at-risk 99.9500 0.00", one(999_500_000_000, 1_000_000_000_000, target: "0.9995")),
    Example(
      "one short in big numbers", "breached 99.9499 -0.01", one(999_499_999_999, 1_000_000_000_000, target: "0.9995")),
    Example("target 0 cannot be missed", "at-risk 0.0000 0.00", one(0, 7, target: "0")),
    Example("a third is no decimal", "breached 66.6666 -33233.34", one(2, 3)),
    Example("zero events", "no-data - -", one(0, 0)),
    Example("no slices", "no-data - -", Sample(slices: [])),
    Example("noData", "no-data - -", Sample(slices: [slice + "noData: true"])),
    Example(
      "days add up", "met 99.9642 64.28", Sample(slices: days(from: "2026-06-01", [(990, 1_000)] + week.dropLast()))),
    Example(
      "days before the window do not count", "met 100.0000 100.00",
      Sample(slices: days(from: "2026-05-31", [(0, 1_000)] + week))),
    Example(
      "a slice that the window cuts does not count", "met 100.0000 100.00",
      Sample(slices: [
        "from: 2026-05-31T12:00:00Z, to: 2026-06-01T12:00:00Z, good: 0, total: 9", slice + "good: 9, total: 9",
      ])),
    Example(
      "days out of order", "met 99.9642 64.28",
      Sample(slices: days(from: "2026-06-01", [(990, 1_000)] + week.dropLast()).reversed())),
    Example(
      "a gap is not bad", "at-risk 99.9000 0.00",
      Sample(slices: days(from: "2026-06-02", [(998, 1_000)]) + days(from: "2026-06-28", [(1_000, 1_000)]))),
  ]

  private static let slices: [Example] = [
    Example(
      "three of four slices good", "at-risk 75.0000 0.00",
      slots("Timeslices", [(95, 100), (94, 100), (1, 1), (1, 1)], target: "0.75")),
    Example(
      "two of four slices good", "breached 50.0000 -100.00",
      slots("Timeslices", [(949, 1_000), (94, 100), (1, 1), (1, 1)], target: "0.75")),
    Example(
      "a slice without events is no slice", "breached 66.6666 -33.34",
      slots("Timeslices", [(0, 1), (0, 0), (1, 1), (1, 1)], target: "0.75")),
    Example(
      "mean of ratios", "at-risk 62.5000 0.00",
      slots("RatioTimeslices", [(1, 2), (0, 1_000), (1, 1), (7, 7)], target: "0.625")),
    Example(
      "mean of thirds is exact", "at-risk 50.0000 0.00",
      slots("RatioTimeslices", [(1, 3), (2, 3), (1, 6), (5, 6)], target: "0.5")),
    Example(
      "mean of thirds just missed", "breached 50.0000 -0.01",
      slots("RatioTimeslices", [(1, 3), (2, 3), (1, 6), (5, 6)], target: "0.50000001")),
    Example(
      "counted slices", "at-risk 75.0000 0.00",
      slots("Timeslices", [(1, 1), (0, 1), (1, 1), (1, 1)], target: "0.75", counts: "timeslices")),
    Example(
      "a day of counted slices beside one judged whole", "met 98.9583 47.91",
      Sample(
        method: "Timeslices", target: "0.98", objective: ", timeSliceTarget: 0.95, timeSliceWindow: 15m",
        counts: "timeslices",
        slices: days(from: "2026-06-27", [(94, 96), (96, 96)]))),
    Example(
      "20,160 slices of a minute, 1,008 bad", "at-risk 95.0000 0.00",
      Sample(
        window: "{duration: 2w, isRolling: true}", method: "Timeslices", target: "0.95",
        objective: ", timeSliceTarget: 0.9, timeSliceWindow: 1m", counts: "timeslices",
        slices: days(from: "2026-06-15", Array(repeating: (1_368, 1_440), count: 14)))),
    Example(
      "20,160 slices of a minute, 1,009 bad", "breached 94.9950 -0.10",
      Sample(
        window: "{duration: 2w, isRolling: true}", method: "Timeslices", target: "0.95",
        objective: ", timeSliceTarget: 0.9, timeSliceWindow: 1m", counts: "timeslices",
        slices: days(from: "2026-06-15", [(1_367, 1_440)] + Array(repeating: (1_368, 1_440), count: 13)))),
  ]

  /// So many minutes of a window with a ratio, and the rest with another, in two slices.
  private static func minutes(
    _ method: String, _ window: String, _ total: Int, bad: Int, _ ratios: (Int, Int) = (0, 1),
    rest: (Int, Int) = (1, 1),
    target: String
  ) -> Sample {
    let end = Instant("2026-06-29") ?? Instant(seconds: 0)
    let (start, middle) = (end - total * 60, end - (total - bad) * 60)
    return Sample(
      window: "{duration: \(window), isRolling: true}", method: method, target: target,
      objective: ", timeSliceTarget: 0.95, timeSliceWindow: 4w",
      slices: [
        "from: \(start.iso), to: \(middle.iso), good: \(ratios.0), total: \(ratios.1)",
        "from: \(middle.iso), to: \(end.iso), good: \(rest.0), total: \(rest.1)",
      ])
  }

  /// The figures of OpenSLO's own examples and of the field: 43.2 minutes in 30 days at 99.9 %, 5 minutes 2.4 seconds in a
  /// week at 99.95 %, 16 hours 48 minutes in two weeks at 95 %.
  private static let figures: [Example] = [
    Example(
      "43 minutes of 43.2", "at-risk 99.9004 0.46", minutes("Timeslices", "30d", 43_200, bad: 43, target: "0.999")),
    Example(
      "44 minutes of 43.2", "breached 99.8981 -1.86", minutes("Timeslices", "30d", 43_200, bad: 44, target: "0.999")),
    Example("5 minutes of 5.04", "at-risk 99.9503 0.79", minutes("Timeslices", "1w", 10_080, bad: 5, target: "0.9995")),
    Example(
      "6 minutes of 5.04", "breached 99.9404 -19.05", minutes("Timeslices", "1w", 10_080, bad: 6, target: "0.9995")),
    Example(
      "10 minutes of 10.08", "at-risk 99.9007 0.79", minutes("Timeslices", "7d", 10_080, bad: 10, target: "0.999")),
    Example(
      "40 minutes of 40.32", "at-risk 99.9007 0.79", minutes("Timeslices", "28d", 40_320, bad: 40, target: "0.999")),
    Example(
      "16 h 48 min of as much", "at-risk 95.0000 0.00", minutes("Timeslices", "2w", 20_160, bad: 1_008, target: "0.95")),
    // An attack that lets 1 % through, where 99 % are usual: 0.98 n / 20,160 reaches 0.04 at 822.86 minutes.
    Example(
      "an attack of 822 minutes", "at-risk 95.0041 0.08",
      minutes("RatioTimeslices", "2w", 20_160, bad: 822, (1, 100), rest: (99, 100), target: "0.95")),
    Example(
      "an attack of 823 minutes", "breached 94.9993 -0.02",
      minutes("RatioTimeslices", "2w", 20_160, bad: 823, (1, 100), rest: (99, 100), target: "0.95")),
    // By events, the same attack spends more, the more of them it sends: 16,800 of 336,000 may fail.
    Example(
      "an attack by events", "at-risk 95.0000 0.00",
      Sample(
        window: "{duration: 2w, isRolling: true}", target: "0.95",
        slices: days(from: "2026-06-28", [(319_200, 336_000)]))),
  ]

  private static let windows: [Example] = [
    Example(
      "90 minutes", "met 100.0000 100.00",
      window("{duration: 90m}", edge("2026-06-28T22:00:00Z", "2026-06-28T22:30:00Z", "2026-06-29"), asOf: "2026-06-29")),
    Example(
      "a rolling month is 30 days", "met 100.0000 100.00",
      window("{duration: 1M}", edge("2026-05-29", "2026-05-30", "2026-06-29"), asOf: "2026-06-29")),
    Example(
      "a rolling quarter is 90 days", "met 100.0000 100.00",
      window("{duration: 1Q}", edge("2026-03-30", "2026-03-31", "2026-06-29"), asOf: "2026-06-29")),
    Example(
      "a rolling year is 365 days", "met 100.0000 100.00",
      window("{duration: 1Y}", edge("2025-06-28", "2025-06-29", "2026-06-29"), asOf: "2026-06-29")),
    Example(
      "a rolling year over a leap day begins a day later", "met 100.0000 100.00",
      window("{duration: 1Y}", edge("2023-06-29", "2023-06-30", "2024-06-29"), asOf: "2024-06-29")),
    Example(
      "a rolling week over the leap day", "met 100.0000 100.00",
      window("{duration: 1w}", edge("2024-02-22", "2024-02-23", "2024-03-01"), asOf: "2024-03-01")),
    Example(
      "calendar month in UTC", "met 100.0000 100.00",
      window(calendar("1M", "UTC"), edge("2026-05-31", "2026-06-01", "2026-06-02"), asOf: "2026-06-29")),
    Example(
      "calendar month at its very end", "breached 50.0000 -400.00",
      window(calendar("1M", "UTC"), edge("2026-05-30", "2026-05-31", "2026-06-01"), asOf: "2026-06-01")),
    Example(
      "February of a leap year ends on the 29th", "breached 50.0000 -400.00",
      window(calendar("1M", "UTC"), edge("2024-02-01", "2024-02-29", "2024-03-01"), asOf: "2024-03-01")),
    Example(
      "calendar month east of UTC", "met 100.0000 100.00",
      window(
        calendar("1M", "'+02:00'"), edge("2026-05-31T21:00:00Z", "2026-05-31T22:00:00Z", "2026-06-02"),
        asOf: "2026-06-29")),
    Example(
      "calendar month west of UTC", "met 100.0000 100.00",
      window(
        calendar("1M", "'-05:00'"), edge("2026-06-01T04:00:00Z", "2026-06-01T05:00:00Z", "2026-06-02"),
        asOf: "2026-06-29")),
    Example(
      "calendar month in summer time", "met 100.0000 100.00",
      window(
        calendar("1M", "Europe/Dublin"), edge("2026-05-31T22:00:00Z", "2026-05-31T23:00:00Z", "2026-06-02"),
        asOf: "2026-06-29")),
    Example(
      "the day that summer time begins has 23 hours", "met 100.0000 100.00",
      window(
        calendar("1d", "Europe/Dublin"), edge("2026-03-29T22:00:00Z", "2026-03-29T23:00:00Z", "2026-03-30"),
        asOf: "2026-03-30")),
    Example(
      "the day that summer time ends has 25 hours", "breached 50.0000 -400.00",
      window(
        calendar("1d", "Europe/Dublin"), edge("2026-10-24T23:00:00Z", "2026-10-25T12:00:00Z", "2026-10-26"),
        asOf: "2026-10-26"
      )),
    Example(
      "the month that summer time begins has 743 hours", "met 100.0000 100.00",
      window(
        calendar("1M", "Europe/Dublin"), edge("2026-02-28T23:00:00Z", "2026-03-01", "2026-03-31T23:00:00Z"),
        asOf: "2026-03-31T23:00:00Z")),
    Example(
      "the month that summer time ends has 745 hours", "breached 50.0000 -400.00",
      window(
        calendar("1M", "Europe/Dublin"), edge("2026-09-30T23:00:00Z", "2026-10-02", "2026-11-01"), asOf: "2026-11-01")),
    Example(
      "a calendar week over the beginning of summer time", "met 100.0000 100.00",
      window(
        calendar("1w", "Europe/Dublin", start: "2026-01-05 00:00:00"),
        edge("2026-03-29T22:00:00Z", "2026-03-29T23:00:00Z", "2026-03-31"), asOf: "2026-03-31")),
    Example(
      "a rolling day over the end of summer time has 24 hours", "met 100.0000 100.00",
      window(
        "{duration: 1d}", edge("2026-10-24T11:00:00Z", "2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z"),
        asOf: "2026-10-25T12:00:00Z")),
    Example(
      "calendar year of a leap day", "breached 50.0000 -400.00",
      window(calendar("1Y", "UTC"), edge("2024-01-01", "2024-01-02", "2024-12-31"), asOf: "2024-12-31")),
    Example(
      "a month that begins on the 31st ends with shorter ones", "met 100.0000 100.00",
      window(
        calendar("1M", "UTC", start: "2024-01-31 00:00:00"), edge("2024-02-28", "2024-02-29", "2024-03-01"),
        asOf: "2024-03-01")),
    Example(
      "calendar quarter", "met 100.0000 100.00",
      window(calendar("1Q", "UTC"), edge("2026-03-31", "2026-04-01", "2026-04-02"), asOf: "2026-06-29")),
    Example(
      "calendar year", "met 100.0000 100.00",
      window(calendar("1Y", "UTC"), edge("2025-12-31", "2026-01-01", "2026-06-29"), asOf: "2026-06-29")),
    Example(
      "calendar week from a Monday", "met 100.0000 100.00",
      window(
        calendar("1w", "UTC", start: "2026-01-05 00:00:00"), edge("2026-06-28", "2026-06-29", "2026-06-30"),
        asOf: "2026-06-30")),
    Example(
      "calendar month from the 15th", "met 100.0000 100.00",
      window(
        calendar("1M", "UTC", start: "2026-01-15 00:00:00"), edge("2026-05-14", "2026-05-15", "2026-06-10"),
        asOf: "2026-06-10")),
    Example(
      "two calendar weeks", "breached 50.0000 -400.00",
      window(
        calendar("2w", "UTC", start: "2026-01-05 00:00:00"), edge("2026-06-22", "2026-06-29", "2026-06-30"),
        asOf: "2026-07-01")),
  ]

  private static let faults: [Example] = [
    Example("good above total", "invalid - -", one(1_001, 1_000)),
    Example(
      "overlapping slices", "invalid 100.0000 100.00",
      Sample(slices: [slice + "good: 1, total: 1", "from: 2026-06-27, to: 2026-06-28T00:00:01Z, good: 1, total: 1"])),
    Example(
      "the same slice twice", "invalid 100.0000 100.00",
      Sample(slices: [slice + "good: 1, total: 1", slice + "good: 1, total: 1"])),
    Example(
      "a slice that ends before it begins", "invalid - -",
      Sample(slices: ["from: 2026-06-28, to: 2026-06-27, good: 1, total: 1"])),
    Example(
      "a slice after asOf", "invalid - -", Sample(slices: ["from: 2026-06-29, to: 2026-06-30, good: 1, total: 1"])),
    Example("a slice without its total", "invalid - -", Sample(slices: [slice + "good: 1"])),
    Example("NaN", "invalid - -", Sample(slices: [slice + "good: NaN, total: 1"])),
    Example("negative", "invalid - -", Sample(slices: [slice + "good: -1, total: 1"])),
    Example("asOf in the future", "invalid 100.0000 100.00", one(1, 1).today("2026-06-27")),
    Example("as old as it may be", "met 100.0000 100.00", one(1, 1).today("2026-07-05")),
    Example("a day older", "stale 100.0000 100.00", one(1, 1).today("2026-07-06")),
    Example("stale says nothing of a breach", "stale 0.0000 -99900.00", one(0, 1).today("2026-07-06")),
    Example(
      "months of age", "met 100.0000 100.00",
      {
        var s = one(1, 1).today("2026-07-28"); s.maxAge = Period(months: 1); return s
      }()),
    Example(
      "fresh answers without data grow stale", "stale 100.0000 100.00",
      Sample(slices: days(from: "2026-06-20", [(1, 1)]) + ["from: 2026-06-21, to: 2026-06-29, noData: true"])),
    Example(
      "an excluded slice counts neither way", "met 100.0000 100.00",
      Sample(
        slices: days(from: "2026-06-27", [(0, 1_000), (10, 10)]),
        exclusions: ["from: 2026-06-27, to: 2026-06-28, reason: Upgrade"])),
    Example(
      "a slice that is excluded in part counts in full", "breached 0.9900 -98909.91",
      Sample(
        slices: days(from: "2026-06-27", [(0, 1_000), (10, 10)]),
        exclusions: ["from: 2026-06-27, to: 2026-06-27T23:00:00Z, reason: Upgrade"])),
    Example(
      "an excluded slice of time is none", "met 100.0000 100.00",
      Sample(
        method: "Timeslices", target: "0.9", objective: ", timeSliceTarget: 0.5, timeSliceWindow: 1d",
        slices: days(from: "2026-06-27", [(0, 10), (10, 10)]),
        exclusions: ["from: 2026-06-27, to: 2026-06-28, reason: Upgrade"])),
    Example(
      "an exclusion over several slices takes each of them out", "at-risk 90.0000 0.00",
      Sample(
        target: "0.9", slices: days(from: "2026-06-26", [(0, 10), (0, 10), (9, 10)]),
        exclusions: ["from: 2026-06-25T12:00:00Z, to: 2026-06-28, reason: Upgrade"])),
    Example(
      "an exclusion of what was good is no help", "breached 0.0000 -900.00",
      Sample(
        target: "0.9", slices: days(from: "2026-06-27", [(10, 10), (0, 10)]),
        exclusions: ["from: 2026-06-27, to: 2026-06-28, reason: Test"])),
    Example(
      "all excluded is no data", "no-data - -",
      Sample(
        slices: days(from: "2026-06-28", [(0, 1_000)]),
        exclusions: ["from: 2026-06-28, to: 2026-06-29, reason: Upgrade"])),
  ]

  static let cases = occurrences + slices + figures + windows + faults

  @Test func countsExclusionsByThemselves() throws {
    let sample = Sample(
      slices: days(from: "2026-06-27", [(4, 1_000), (10, 10)]),
      exclusions: ["from: 2026-06-27, to: 2026-06-28, reason: Upgrade, notice: 2026-06-20"])
    let status = try #require(sample.outcome.status)
    #expect(status.excluded.total == Fraction(1_000))
    #expect(status.excluded.good == Fraction(4))
    #expect(status.window?.tally.total == Fraction(10))
    #expect(status.exclusions.map(\.reason) == ["Upgrade"])
  }

  @Test func tellsHowMuchOfTheWindowWasNotMeasured() {
    let sample = Sample(
      slices: days(from: "2026-06-26", [(1, 1)]) + ["from: 2026-06-27, to: 2026-06-28, noData: true"]
        + days(from: "2026-06-28", [(1, 1)]))
    #expect(sample.outcome.status?.unmeasured == 26 * 86_400)
  }

  @Test func burnsOverLookBacksThatSlicesMakeUp() {
    let sample = Sample(
      slices: days(from: "2026-06-25", [(1_000, 1_000), (1_000, 1_000), (1_000, 1_000)])
        + (0..<24).map { hour in
          let from = Instant("2026-06-28").map { $0 + hour * 3_600 } ?? Instant(seconds: 0)
          return "from: \(from.iso), to: \((from + 3_600).iso), good: \(hour == 23 ? 986 : 1_000), total: 1000"
        })
    let rates = sample.outcome.status?.burnRates.map { "\($0.lookBack) \($0.rate.text(places: 3))" }
    #expect(rates == ["3600 14.000", "21600 2.333", "86400 0.583", "259200 0.538"])
  }

  @Test func leavesOutLookBacksWithAGap() {
    let sample = Sample(slices: days(from: "2026-06-25", [(1, 1)]) + days(from: "2026-06-28", [(1, 1)]))
    #expect(sample.outcome.status?.burnRates.map(\.lookBack) == [86_400])
  }

  @Test func lastsWhatIsLeftDividedByTheBurnRate() {
    // Of 28 days at 99.9 %: 14 of 28 bad events spent, and the last day burns 14 times too fast: 28 d · 0.5 / 14 = 1 d.
    let sample = Sample(slices: days(from: "2026-06-01", Array(repeating: (1_000, 1_000), count: 27) + [(986, 1_000)]))
    #expect(sample.outcome.status?.exhaustion == 86_400)
  }

  @Test func neverExhaustsWhatDoesNotBurn() {
    let sample = Sample(slices: days(from: "2026-06-01", Array(repeating: (1_000, 1_000), count: 28)))
    #expect(sample.outcome.status.map { $0.exhaustion == nil } == true)
  }

  @Test func burnsDownToWhatIsLeft() {
    let sample = Sample(slices: days(from: "2026-06-26", [(1_000, 1_000), (999, 1_000), (1_000, 1_000)]))
    let points = sample.outcome.status?.burnDown.map { $0.remaining.text(places: 4) }
    #expect(points == ["1.0000", "1.0000", "0.6666", "0.6666"])
  }

  @Test func tellsMonthsFromTheLatestAndDaysFromTheEarliest() {
    let sample = Sample(slices: days(from: "2026-05-30", [(1, 1), (0, 1), (1, 2)]))
    let status = sample.outcome.status
    #expect(
      status?.months.map { "\($0.time.lowerBound.date.iso) \($0.tally.total.text(places: 0))" } == [
        "2026-06-01 2", "2026-05-01 2",
      ])
    #expect(status?.days.map(\.time.lowerBound.date.iso) == ["2026-05-30", "2026-05-31", "2026-06-01"])
  }

  @Test func keepsNinetyDays() {
    let sample = Sample(slices: days(from: "2026-01-01", Array(repeating: (1, 1), count: 120)))
    #expect(sample.outcome.status?.days.count == 90)
    #expect(sample.outcome.status?.days.first?.time.lowerBound.date.iso == "2026-01-31")
  }

  // MARK: Properties

  @Test(arguments: ["Occurrences", "Timeslices", "RatioTimeslices"])
  func consumedAndRemainingAreExactlyOne(_ method: String) throws {
    var random = Seeded(state: 1)
    for _ in 0..<60 {
      let budget = try #require(random.sample(method).outcome.status?.window?.budget)
      #expect(budget.consumed + budget.remaining == .one)
    }
  }

  @Test(arguments: ["Occurrences", "Timeslices", "RatioTimeslices"])
  func verdictsDoNotDependOnOrderOrFiles(_ method: String) {
    var random = Seeded(state: 2)
    for _ in 0..<30 {
      let sample = random.sample(method)
      let shuffled = sample.slices.shuffled(using: &random)
      let cut = Int(random.next() % UInt64(shuffled.count))
      let split = sample.outcome(files: [Array(shuffled[..<cut]), Array(shuffled[cut...])])
      #expect(split.status?.window?.budget?.sli == sample.outcome.status?.window?.budget?.sli)
      #expect(split.status?.state == sample.outcome.status?.state)
    }
  }

  @Test(arguments: ["Occurrences", "Timeslices", "RatioTimeslices"])
  func aGoodEventNeverLowersTheIndicator(_ method: String) throws {
    var random = Seeded(state: 3)
    for _ in 0..<30 {
      var counts = random.counts()
      let before = try #require(random.sample(method, counts).outcome.status?.window?.budget?.sli)
      let day = Int(random.next() % UInt64(counts.count))
      counts[day] = (counts[day].good + 1, counts[day].total + 1)
      let after = try #require(random.sample(method, counts).outcome.status?.window?.budget?.sli)
      #expect(after >= before)
    }
  }
}

extension Sample {
  fileprivate func today(_ day: String) -> Sample {
    var sample = self
    sample.today = day
    return sample
  }
}

/// SplitMix64: the same numbers at every run.
private struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func counts() -> [(good: Int, total: Int)] {
    (0..<14).map { _ in
      let total = 1 + Int(next() % 997)
      return (total - Int(next() % UInt64(total + 1)) / 20, total)
    }
  }

  mutating func sample(_ method: String, _ counts: [(good: Int, total: Int)]? = nil) -> Sample {
    Sample(
      method: method, target: "0.97", objective: ", timeSliceTarget: 0.97, timeSliceWindow: 1d",
      slices: days(from: "2026-06-15", counts ?? self.counts()))
  }
}
