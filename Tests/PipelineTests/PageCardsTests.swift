import Pipeline
import SocialCards
import TestSupport
import Testing

@Suite struct PageCardsTests {
  private func build(_ settings: String) async -> BuiltSite {
    await TestSite(
      """
      -- portico.yaml --
      title: Portal
      \(settings)
      -- index.md --
      # Home
      -- guides/a.md --
      # One
      -- guides/b.md --
      # One
      """
    ).build(painter: .vectors)
  }

  private func cards(of site: BuiltSite) -> [String] {
    site.result.outputs.map(\.path).filter { $0.hasPrefix("cards/") }
  }

  @Test func pagesNameTheirPictures() async {
    let site = await build("baseURL: https://example.com/docs/")
    let one = CardPainter.vectors.fileName(of: SocialCard(site: "Portal", section: "Guides", title: "One"))
    #expect(cards(of: site).contains("cards/" + one))
    // Home, search, the list of guides, and the two pages of one title.
    #expect(cards(of: site).count == 4)
    for page in ["guides/a/index.html", "guides/b/index.html"] {
      #expect(
        site.text(page)?.contains("<meta property=\"og:image\" content=\"https://example.com/docs/cards/\(one)\">")
          == true)
    }
    #expect(site.text("cards/" + one)?.contains(">One</text>") == true)
  }

  @Test(arguments: ["", "{baseURL: https://example.com/, socialCards: false}"])
  func thereAreNoneWithoutAFullAddressOrIfTheyAreOff(settings: String) async {
    let lines = settings.drop { $0 == "{" }.prefix { $0 != "}" }.split(separator: ", ").joined(separator: "\n")
    let site = await build(lines)
    #expect(cards(of: site) == [])
    #expect(site.text("guides/a/index.html")?.contains("og:image") == false)
  }

  @Test func onesThatAreThereAreNotDrawnAgain() async throws {
    let folder = try TemporaryFolder()
    let site = await build("baseURL: https://example.com/")
    let publisher = Publisher(folder: folder.path, jobs: 1)
    _ = try await publisher.publish(site.result)
    let path = try #require(cards(of: site).first)
    try folder.write("kept", to: path)
    let report = try await publisher.publish(site.result)
    #expect(folder.text(path) == "kept")
    #expect(report.written == 0)
  }
}
