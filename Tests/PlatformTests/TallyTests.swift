import Platform
import Testing

@Suite struct TallyTests {
  @Test func alertFactorsOfThirtyDays() {
    let factors = AlertFactor.all(window: 30 * 86_400).map { "\($0.percent) \($0.factor.text(places: 2))" }
    #expect(factors == ["2 14.40", "5 6.00", "10 3.00", "10 1.00"])
  }

  @Test func alertFactorsOfAShortWindow() {
    #expect(AlertFactor.all(window: 86_400).map(\.lookBack) == [3_600, 21_600])
  }

  @Test(arguments: [("0.999", 7, "10.08"), ("0.999", 28, "40.32"), ("0.999", 30, "43.2"), ("0.9995", 7, "5.04")])
  func minutesThatATargetAllows(_ target: String, _ days: Int, _ minutes: String) throws {
    // 5.04 minutes are 5 minutes 2.4 seconds.
    let decimal = try #require(ExactDecimal(target))
    #expect(((ExactDecimal(1) - decimal) * (days * 1_440)).description == minutes)
  }
}
