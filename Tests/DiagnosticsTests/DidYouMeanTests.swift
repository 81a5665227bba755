import Diagnostics
import Testing

@Suite struct DidYouMeanTests {
  @Test(
    arguments: [
      ("titel", "title"), ("Title", "title"), ("descripton", "description"), ("wieght", "weight"), ("zzz", nil),
      ("ab", nil),
    ] as [(String, String?)])
  func findsTheNearestName(name: String, expected: String?) {
    #expect(DidYouMean.nearest(to: name, in: ["description", "title", "weight"]) == expected)
  }

  @Test func prefersTheFirstNameOfEqualDistance() {
    #expect(DidYouMean.nearest(to: "cat", in: ["rat", "bat"]) == "bat")
  }
}
