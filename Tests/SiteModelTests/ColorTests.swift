import Testing

@testable import SiteModel

@Suite struct ColorTests {
  @Test(arguments: [("#24c", "#2244cc"), ("#2447C5", "#2447c5"), ("#000000", "#000000")])
  func readsHexadecimalDigits(written: String, read: String) {
    #expect(Color(hex: written)?.hex == read)
  }

  @Test(arguments: ["", "24c", "#24", "#24c5", "#gggggg", "blue", "#+12"]) func refusesAllElse(written: String) {
    #expect(Color(hex: written) == nil)
  }

  @Test func contrastOfBlackAndWhiteIsTheLargest() {
    #expect((Color.black.contrast(to: .white) * 100).rounded() == 2100)
    #expect(Color.white.contrast(to: .white) == 1)
  }

  /// The lightest grey that WCAG takes for text on white, and the next.
  @Test func contrastIsThatOfWCAG() throws {
    let passes = try #require(Color(hex: "#767676"))
    let fails = try #require(Color(hex: "#777777"))
    #expect((passes.contrast(to: .white) * 100).rounded() == 454)
    #expect((fails.contrast(to: .white) * 100).rounded() == 448)
  }

  @Test func mixesWithAnother() { #expect(Color.white.mixed(with: .black, 0.5).hex == "#808080") }
}
