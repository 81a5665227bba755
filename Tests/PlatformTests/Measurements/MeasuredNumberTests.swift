import Testing

@testable import Platform

@Suite struct MeasuredNumberTests {
  @Test(arguments: [
    ("0", "0.000000"), ("998123", "998123.000000"), ("99.5", "99.500000"), ("+7", "7.000000"),
    ("1.2e+06", "1200000.000000"),
    ("1E3", "1000.000000"), ("12.5e-1", "1.250000"), ("1e-7", "0.000000"), ("5e-7", "0.000001"),
    ("998123.4137000001", "998123.413700"), ("0.1234567", "0.123457"), (".5", "0.500000"), ("5.", "5.000000"),
    ("1000000000000", "1000000000000.000000"), ("9.99999999e+11", "999999999000.000000"), ("1e-40", "0.000000"),
  ])
  func readsCounts(_ text: String, _ number: String) {
    #expect(MeasuredNumber(text)?.value?.text(places: 6) == number)
  }

  @Test(arguments: ["NaN", "nan"]) func readsWhatIsNoNumberAsNothingCounted(_ text: String) {
    #expect(MeasuredNumber(text) == MeasuredNumber(value: nil))
  }

  @Test(arguments: [
    "+Inf", "-Inf", "Inf", "", "-1", "1e13", "1000000000001", "1.2.3", "1e", "e5", "--1", "0x10", "1,000", "1 000",
    "ten", "1e99",
    "1.-5", "99999999999999999999999999999999",
  ])
  func refusesWhatIsNoCount(_ text: String) {
    #expect(MeasuredNumber(text) == nil)
  }

  @Test func readsTimesToTheNearestSecond() {
    #expect(Instant(unixTime: "1751155199.6")?.iso == "2025-06-29T00:00:00Z")
    #expect(Instant(unixTime: "1.7511552e9")?.iso == "2025-06-29T00:00:00Z")
    #expect(Instant(unixTime: "NaN") == nil)
  }
}
