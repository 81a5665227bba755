import Platform
import Testing
import YAML

@Suite struct TargetDateTests {
  @Test(arguments: [
    ("2026", "2026-12-31"), ("2026-Q1", "2026-03-31"), ("2026-Q2", "2026-06-30"), ("2026-Q4", "2026-12-31"),
    ("2026-02", "2026-02-28"), ("2028-02", "2028-02-29"), ("2026-12", "2026-12-31"), ("2028-02-29", "2028-02-29"),
    ("2026-11-30", "2026-11-30"), ("9999-Q4", "9999-12-31"), ("9999-12", "9999-12-31"),
  ])
  func readsTheLastDayOfATarget(_ text: String, _ day: String) {
    #expect(TargetDate(text)?.lastDay.iso == day)
    #expect(TargetDate(text)?.text == text)
  }

  @Test(arguments: [
    "", "26", "soon", "2026-", "2026-Q", "2026-Q0", "2026-Q5", "2026-q4", "2026-Q04", "2026-Q+4", "2026-13", "2026-00",
    "2026-1", "2026-+1", "+026", "0000", "2026-02-29", "2026-11-30-1", "2026-Q9223372036854775807",
  ])
  func refusesWhatIsNoTarget(_ text: String) {
    #expect(TargetDate(text) == nil)
  }

  @Test(arguments: [("2026", true), ("2026-Q4", false), ("2026-12", false), ("2026-12-31", false)])
  func tellsAWholeYearFromItsLastQuarter(_ text: String, _ isWholeYear: Bool) {
    #expect(TargetDate(text)?.isWholeYear == isWholeYear)
  }

  @Test(arguments: [
    ("2026-01-01", "2026-Q1"), ("2026-03-31", "2026-Q1"), ("2026-04-01", "2026-Q2"), ("2026-06-30", "2026-Q2"),
    ("2026-07-01", "2026-Q3"), ("2026-12-31", "2026-Q4"),
  ])
  func quarterHoldsThreeMonths(_ day: String, _ label: String) {
    #expect(CalendarDate(day).map { Quarter(of: $0).label } == label)
  }
}
