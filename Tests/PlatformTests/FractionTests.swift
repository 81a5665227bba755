import Platform
import Testing

@Suite struct FractionTests {
  @Test func isInLowestTerms() {
    #expect(Fraction(6, over: 8) == Fraction(3, over: 4))
    #expect(Fraction(0, over: 7) == .zero)
  }

  @Test func addsAndDividesExactly() {
    #expect(Fraction(1, over: 3) + Fraction(1, over: 6) == Fraction(1, over: 2))
    #expect(Fraction(1, over: 3) / Fraction(2, over: 9) == Fraction(3, over: 2))
  }

  @Test func comparesBeyondTheRangeOfProducts() {
    let large = Int128(1) << 100
    #expect(Fraction(large - 1, over: large) < Fraction(large, over: large + 1))
  }

  @Test func writesDigitsRoundedDown() {
    #expect(Fraction(99_999, over: 1_000).text(places: 2) == "99.99")
    #expect(Fraction(-1, over: 3).text(places: 1) == "-0.4")
    #expect(Fraction(5).text(places: 0) == "5")
    #expect(Fraction(1, over: 20).text(places: 2) == "0.05")
  }
}
