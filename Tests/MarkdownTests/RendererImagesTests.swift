import Diagnostics
import Markdown
import Testing

private func imagesOf(_ text: String, dialects: Dialects = .all) -> Outcome<Article> {
  MarkdownRenderer.render(Array(text.utf8)[...], path: "a.md", options: .init(dialects: dialects))
}

private func html(_ text: String, dialects: Dialects = .all) -> String {
  String(decoding: imagesOf(text, dialects: dialects).value.html, as: UTF8.self)
}

@Suite struct RendererImagesTests {
  @Test func theFirstIsLoadedAtOnce() {
    #expect(
      html("![a](a.png) ![b](b.png)\n")
        == "<p><img src=\"a.png\" alt=\"a\" /> <img src=\"b.png\" alt=\"b\" loading=\"lazy\" decoding=\"async\" /></p>\n"
    )
  }

  @Test func aTitleAloneInItsParagraphIsACaption() {
    #expect(
      html("![a](a.png \"A & *b*\")\n") == """
        <figure>
        <img src="a.png" alt="a" />
        <figcaption>A &amp; *b*</figcaption>
        </figure>

        """)
    #expect(
      html("- ![a](a.png \"c\")\n") == """
        <ul>
        <li>
        <figure>
        <img src="a.png" alt="a" />
        <figcaption>c</figcaption>
        </figure>
        </li>
        </ul>

        """)
  }

  @Test func aTitleInATextStaysOne() {
    #expect(html("![a](a.png \"c\") b\n") == "<p><img src=\"a.png\" alt=\"a\" title=\"c\" /> b</p>\n")
    #expect(html("![a](a.png \"c\")\n", dialects: []) == "<p><img src=\"a.png\" alt=\"a\" title=\"c\" /></p>\n")
  }

  @Test func aVariantHasAClass() {
    for (fragment, name) in [
      ("#only-light", "light"), ("#gh-light-mode-only", "light"), ("#only-dark", "dark"),
      ("#gh-dark-mode-only", "dark"),
    ] {
      #expect(
        html("![a](a.png\(fragment))\n")
          == "<p><img src=\"a.png\(fragment)\" alt=\"a\" class=\"only-\(name)\" loading=\"lazy\" decoding=\"async\" /></p>\n"
      )
    }
    #expect(html("![a](a.png#dark)\n") == "<p><img src=\"a.png#dark\" alt=\"a\" /></p>\n")
  }

  @Test func attributesStandBesideACaptionAndAVariant() {
    #expect(
      html("![a](a.png#only-dark \"c\"){.wide width=300 loading=eager}\n") == """
        <figure>
        <img src="a.png#only-dark" alt="a" class="only-dark wide" width="300" loading="eager" />
        <figcaption>c</figcaption>
        </figure>

        """)
  }

  @Test func aDecorationNeedsNoText() {
    #expect(imagesOf("![](b.png){role=presentation}\n").diagnostics.isEmpty)
  }

  @Test func aMissingTextIsReportedAtItsImage() {
    let findings = imagesOf("a ![](b.png)\n![ ][c] ![d](e.png) <img src=\"f.png\" alt=\"\">\n\n[c]: c.png\n")
      .diagnostics
    #expect(findings.map(\.rule) == [.missingAlt, .missingAlt])
    #expect(findings.map { "\($0.span?.line ?? 0):\($0.span?.column ?? 0)" } == ["1:7", "4:6"])
    #expect(imagesOf("![`a`](b.png)\n").diagnostics.isEmpty)
  }
}
