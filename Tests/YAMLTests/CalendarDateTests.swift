import Testing
import YAML

@Suite struct CalendarDateTests {
  @Test(arguments: [
    "2026-06-01", "2026-06-01T00:00:00Z", "2026-06-01t23:59:60.125+02:00", "2026-06-01 12:30:45",
    "2026-06-01T12:30:45-11:30",
  ])
  func readsDatesAndTimestamps(text: String) {
    #expect(CalendarDate(text)?.iso == "2026-06-01")
  }

  @Test(arguments: [
    "", "2026-6-1", "2026-06", "2026-06-31", "2026-13-01", "2026-00-01", "2026-01-00", "0000-01-01", "2025-02-29",
    "1900-02-29",
    "2026/06/01", "01.06.2026", "+026-06-01", "2026-06-01T", "2026-06-01T24:00:00Z", "2026-06-01T1:2:3",
    "2026-06-01T12:30",
    "2026-06-01T12:30:45.Z", "2026-06-01T12:30:45ZZ", "2026-06-01T12:30:45+2", "2026-06-01x", "٢٠٢٦-06-01",
    " 2026-06-01",
  ])
  func refusesOtherTexts(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test(arguments: [
    (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2026, 6, 1, 20_605), (2100, 3, 1, 47_541),
    (1, 1, 1, -719_162), (9999, 12, 31, 2_932_896),
  ])
  func countsDaysFromTheEpoch(year: Int, month: Int, day: Int, days: Int) {
    #expect(CalendarDate(year: year, month: month, day: day)?.daysSinceEpoch == days)
    #expect(CalendarDate(daysSinceEpoch: days) == CalendarDate(year: year, month: month, day: day))
  }

  @Test func countsEveryDayOfFourCenturies() {
    for days in -10_000..<136_100 where CalendarDate(daysSinceEpoch: days).daysSinceEpoch != days {
      Issue.record("\(days)")
    }
  }

  @Test(arguments: [
    ("2026-01-31", Period(months: 1), "2026-02-28"), ("2024-01-31", Period(months: 1), "2024-02-29"),
    ("2026-06-01", Period(months: 6), "2026-12-01"), ("2026-12-31", Period(months: 2), "2027-02-28"),
    ("2024-02-29", Period(months: 12), "2025-02-28"), ("2026-12-25", Period(days: 14), "2027-01-08"),
    ("2026-01-31", Period(months: 1, days: 1), "2026-03-01"), ("2026-06-01", Period(minutes: 1440), "2026-06-01"),
  ])
  func addsPeriods(date: String, period: Period, expected: String) {
    #expect(CalendarDate(date)?.adding(period).iso == expected)
  }

  @Test func comparesByDay() throws {
    let dates = ["2026-06-02", "2025-12-31", "2026-05-31", "2026-06-01"].compactMap { CalendarDate($0) }
    #expect(dates.sorted().map(\.iso) == ["2025-12-31", "2026-05-31", "2026-06-01", "2026-06-02"])
  }

  @Test func padsTheYear() {
    #expect(CalendarDate(year: 33, month: 4, day: 3)?.iso == "0033-04-03")
  }
}
