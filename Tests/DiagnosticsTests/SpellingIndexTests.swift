import Diagnostics
import Testing

@Suite struct SpellingIndexTests {
  private let index = SpellingIndex([
    "guides/setup.md", "guides/secrets.md", "reference/api.md", "Überblick", "bat", "rat",
  ])

  @Test(
    arguments: [
      ("guids/setpu.md", "guides/setup.md"), ("GUIDES/SECRETS.MD", "guides/secrets.md"),
      ("reference/apis.md", "reference/api.md"),
      ("überblik", "Überblick"), ("cat", "bat"), ("guides/nothing.md", nil), ("", nil),
    ] as [(String, String?)])
  func findsTheNearest(_ name: String, _ expected: String?) { #expect(index.nearest(to: name) == expected) }

  @Test func findsTheNearestThatIsAccepted() { #expect(index.nearest(to: "cat") { $0 != "bat" } == "rat") }
}
