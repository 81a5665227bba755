import Bytes
import Testing
import YAML

@Suite struct PeriodTests {
  @Test(arguments: [
    ("P6M", Period(months: 6)), ("P1Y6M", Period(months: 18)), ("P2W", Period(days: 14)),
    ("PT45M", Period(minutes: 45)), ("P1DT2H", Period(days: 1, minutes: 120)), ("PT1H30M", Period(minutes: 90)),
    ("P1M", Period(months: 1)), ("PT1M", Period(minutes: 1)), ("P0D", Period()),
    ("6 months", Period(months: 6)), ("1 month", Period(months: 1)), ("2 weeks", Period(days: 14)),
    ("45 Minutes", Period(minutes: 45)), ("1 hour 30 minutes", Period(minutes: 90)), ("1 year", Period(months: 12)),
  ])
  func readsDurationsAndWords(text: String, expected: Period) {
    #expect(Period(text) == expected)
  }

  @Test(arguments: [
    "", "P", "PT", "P1DT", "P1", "PM", "P1H", "PT1D", "PT30S", "P-1D", "P1.5D", "P1D2", "P1DT1HT1M", "P1234567D", "p1d",
    "P١D",
    "6", "months", "six months", "6months", "6 moons", "6 months 2", "1.5 hours", "-6 months", "6  ",
  ])
  func refusesOtherTexts(text: String) {
    #expect(Period(text) == nil)
  }

  @Test(arguments: [
    (Period(minutes: 45), "45 minutes", "PT45M"), (Period(minutes: 90), "1 hour 30 minutes", "PT1H30M"),
    (Period(months: 6), "6 months", "P6M"), (Period(months: 12), "1 year", "P12M"),
    (Period(months: 18), "18 months", "P18M"), (Period(days: 14), "2 weeks", "P14D"),
    (Period(days: 1, minutes: 120), "1 day 2 hours", "P1DT2H"), (Period(), "0 minutes", "PT0M"),
  ])
  func writesWordsAndISO(period: Period, words: String, iso: String) {
    #expect(period.words.english == words)
    #expect(period.iso == iso)
    #expect(Period(iso) == period)
  }
}
