import Images
import SocialCards
import Testing

@Suite struct CardPainterTests {
  private let card = SocialCard(site: "Portal", section: "Guides", title: "Rotate a secret")

  @Test func namesTellCardsApart() {
    let painter = CardPainter.vectors
    let others = [
      SocialCard(site: "Portal", section: nil, title: "Rotate a secret"),
      SocialCard(site: "Portal", section: "Guides", title: "Rotate a key"),
      SocialCard(site: "Other", section: "Guides", title: "Rotate a secret"),
    ]
    #expect(Set((others + [card]).map(painter.fileName)).count == 4)
    #expect(painter.fileName(of: card).hasSuffix(".svg"))
    #expect(SocialCard(site: " Portal\n", section: "Guides", title: "Rotate\ta  secret") == card)
  }

  @Test func aDrawingNeedsNoLibrary() {
    let title = "How <we> decide which capabilities are deprecated, and what teams have to do by when"
    let svg = String(
      decoding: CardPainter.vectors.bytes(of: SocialCard(site: "Q&A", section: "Guides", title: title)), as: UTF8.self)
    #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"630\""))
    #expect(svg.contains(">Q&amp;A</text>"))
    #expect(svg.contains(">Guides</text>"))
    #expect(
      svg.split(separator: "\n").filter { $0.contains("bold") }.map { $0.drop { $0 != ">" } } == [
        ">How &lt;we&gt; decide which</text>", ">capabilities are deprecated,</text>",
        ">and what teams have to do by…</text>",
      ])
  }

  @Test(.enabled(if: CardPainter.open().mediaType == "image/png", "needs Pango"))
  func aPictureHasTheSizeThatReadersWant() throws {
    let bytes = CardPainter.open().bytes(of: card)
    #expect(ImageHeader(bytes) == .size(ImageSize(width: 1200, height: 630)))
    #expect(bytes.count > 5_000)
    #expect(CardPainter.open().bytes(of: card) == bytes)
    #expect(CardPainter.open().bytes(of: SocialCard(site: "Portal", section: nil, title: "")).count < bytes.count)
  }
}
