import Testing

@testable import Diagrams

@Suite struct ColourTests {
  @Test(arguments: [
    ("#f09", "#ff0099"), ("#FF0099", "#ff0099"), ("rgb(255, 0, 153)", "#ff0099"), ("rgba(255,0,153,0.5)", "#ff0099"),
    ("rgb(100% 0% 60%)", "#ff0099"), ("RebeccaPurple", "#663399"), ("hsl(324, 100%, 50%)", "#ff0099"),
    ("hsl(-36, 100%, 50%)", "#ff0099"), ("hsl(0, 0%, 80%)", "#cccccc"),
  ])
  func readsWhatCSSWrites(text: String, hex: String) {
    #expect(Colour(text)?.hex == hex)
  }

  @Test(arguments: [
    ("#f098", 8.0 * 17 / 255), ("#ff009980", 128.0 / 255), ("rgba(1,2,3,0.25)", 0.25), ("transparent", 0),
  ])
  func readsOpacity(text: String, alpha: Double) {
    #expect(Colour(text)?.alpha == alpha)
  }

  @Test(arguments: [
    "", "#", "#12", "#12345", "#ggg", "rgb(1,2)", "rgb(a,b,c)", "rgb(1,2,3", "no colour", "hsl(nan,1%,1%)",
  ])
  func refusesWhatIsNone(text: String) {
    #expect(Colour(text) == nil)
  }

  @Test func contrastIsThatOfWCAG() throws {
    #expect(Colour.black.contrast(to: .white) == 21)
    let grey = try #require(Colour("#767676"))
    #expect((grey.contrast(to: .white) * 100).rounded() == 454)
  }

  @Test func greysAreNeutralAndTintsAreNot() {
    #expect(Colour("#777")?.isNeutral == true)
    #expect(Colour("#f6f7f9")?.isNeutral == true)
    #expect(Colour("#edf2ae")?.isNeutral == false)
  }
}
