import Bytes
import Platform
import Testing

@testable import Portal

@Suite struct APINumberTests {
  @Test func targetsStayAsTheyWereWritten() throws {
    #expect(APINumber(try #require(ExactDecimal("0.99950"))).json == .decimal("0.9995"))
  }

  @Test(arguments: [
    (2, 3, "0.666666666", "0.666666667"), (-1, 3, "-0.333333334", "-0.333333333"), (1, 2, "0.5", "0.5"),
    (1, 1, "1", "1"), (0, 1, "0", "0"), (1_000, 1, "1000", "1000"),
  ])
  func ratiosAreCutAtNinePlaces(over: Int128, under: Int128, down: String, up: String) {
    let fraction = Fraction(over, over: under)
    #expect(APINumber(fraction).json == .decimal(down))
    #expect(APINumber(fraction, roundedUp: true).json == .decimal(up))
  }
}
