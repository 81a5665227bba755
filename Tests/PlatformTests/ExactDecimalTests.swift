import Platform
import Testing

@Suite struct ExactDecimalTests {
  @Test(arguments: [
    ("0.999", "0.999"), ("99.90", "99.9"), ("0", "0"), ("-0", "0"), ("-0.5", "-0.5"), ("007", "7"), ("1.000", "1"),
    ("0.00000000000001", "0.00000000000001"), ("999999999999999", "999999999999999"), ("100", "100"),
  ])
  func staysAsItWasWritten(_ text: String, _ shown: String) {
    #expect(ExactDecimal(text)?.description == shown)
  }

  @Test(arguments: [
    "", "-", ".", ".5", "1.2.3", "1e3", "+1", "1,5", "0x1", " 1", "99.9%", "٣", "NaN", "1000000000000000",
    "0.0000000000000000000000000000001",
  ])
  func refusesWhatIsNoPlainNumber(_ text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test(arguments: [
    ("0.999", 2, "99.9"), ("0.9995", 2, "99.95"), ("1", 2, "100"), ("99.9", -2, "0.999"), ("5", -3, "0.005"),
  ])
  func movesThePoint(_ text: String, _ places: Int, _ shown: String) {
    #expect(ExactDecimal(text)?.shifted(by: places).description == shown)
  }

  @Test func subtractsWithoutRounding() throws {
    #expect((ExactDecimal(1) - (try #require(ExactDecimal("0.999")))).description == "0.001")
    #expect((try #require(ExactDecimal("0.1")) - (try #require(ExactDecimal("0.3")))).description == "-0.2")
  }

  @Test func multipliesWithoutRounding() throws {
    #expect((try #require(ExactDecimal("0.001")) * 43_200).description == "43.2")
  }

  @Test func comparesAcrossScales() throws {
    #expect(try #require(ExactDecimal("0.999")) < ExactDecimal(1))
    #expect(try #require(ExactDecimal("1.0")) == ExactDecimal(1))
    #expect(try #require(ExactDecimal("-1")) < ExactDecimal(0))
  }

  @Test func cutsToTheWholePart() throws {
    #expect(try #require(ExactDecimal("43.2")).whole == 43)
    #expect(try #require(ExactDecimal("-43.2")).whole == -43)
  }
}
