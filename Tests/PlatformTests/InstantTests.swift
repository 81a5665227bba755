import Platform
import Testing

@Suite struct InstantTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("2026-06-01", 1_780_272_000), ("2026-06-01T02:00:00+02:00", 1_780_272_000),
    ("2026-05-31T19:30:00.75-04:30", 1_780_272_000), ("2024-02-29T23:59:59Z", 1_709_251_199),
  ])
  func readsTimestamps(_ text: String, _ seconds: Int) {
    #expect(Instant(text)?.seconds == seconds)
  }

  @Test(arguments: ["2026-06-01T00:00:00", "2026-06-31", "2026-06-01T25:00:00Z", "1780272000", ""])
  func refusesOthers(_ text: String) {
    #expect(Instant(text) == nil)
  }

  @Test func showsSecondsOnlyWhereThereAreAny() {
    #expect(Instant(seconds: 1_780_272_060).text == "2026-06-01 00:01 UTC")
    #expect(Instant(seconds: 1_780_272_061).text == "2026-06-01 00:01:01 UTC")
  }
}
