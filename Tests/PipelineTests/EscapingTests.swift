import TestSupport
import Testing

/// Texts and addresses of authors never become markup, wherever the frame of a page shows them.
@Suite struct EscapingTests {
  private static let hostile = #"<b>&"'</b>"#

  /// A site whose every text and name is hostile.
  private static var site: TestSite {
    let text = "\"<b>&\\\"'</b>\""
    return TestSite(
      """
      -- portico.yaml --
      title: \(text)
      description: \(text)
      feedback: {url: "https://example.com/?a=<b>&\\"'"}
      repository: {url: "https://example.com/<b>&\\"'", branch: \(text)}
      themeOptions: {footer: \(text)}
      navigation:
        - {title: \(text), page: "a<b>&\\"'/c<b>&\\"'.md"}
        - {title: \(text), url: "https://example.com/?<b>&\\"'"}
        - {title: \(text), children: ["d.md"]}
      -- index.md --
      -- d.md --
      -- a<b>&"'/c<b>&"'.md --
      ---
      title: \(text)
      sidebar_label: \(text)
      description: \(text)
      owner: \(text)
      tags: [\(text)]
      audience: [\(text)]
      aliases: ["/o<b>&\\"'/"]
      ---
      -- a<b>&"'/e.md --
      """)
  }

  @Test func noPageHoldsAuthorsMarkup() async {
    let site = await EscapingTests.site.build()
    #expect(site.findings == [])
    let pages = site.paths.filter { $0.hasSuffix(".html") }
    #expect(pages.count == 9)
    for page in pages {
      let text = site.text(page) ?? ""
      #expect(!text.contains("<b>"), "\(page)")
      #expect(!text.contains("&\"'"), "\(page)")
      #expect(!text.contains(#"&amp;"'"#), "\(page)")
    }
  }

  @Test func titleReadsAsWritten() async throws {
    let site = await EscapingTests.site.build()
    let page = try #require(site.text(#"a<b>&"'/c<b>&"'/index.html"#))
    let escaped = "&lt;b&gt;&amp;&quot;&#39;&lt;/b&gt;"
    #expect(page.contains("<title>\(escaped) – \(escaped)</title>"))
    #expect(page.contains("<h1>\(escaped)</h1>"))
  }

  @Test func addressIsPercentEncodedThenEscaped() async throws {
    let site = await EscapingTests.site.build()
    let home = try #require(site.text("d/index.html"))
    #expect(home.contains("href=\"../a%3Cb%3E&amp;%22&#39;/c%3Cb%3E&amp;%22&#39;/\""))
  }

  @Test func redirectPageEscapesItsTarget() async throws {
    let site = await TestSite(
      "-- portico.yaml --\ntitle: T\nredirects: {/old/: \"https://example.com/?a=\\\"><script>&b='\"}"
    ).build()
    #expect(site.findings == [])
    let page = try #require(site.text("old/index.html"))
    let target = "https://example.com/?a=&quot;&gt;&lt;script&gt;&amp;b=&#39;"
    #expect(page.contains("content=\"0; url=\(target)\""))
    #expect(page.contains("<a href=\"\(target)\">"))
    #expect(!page.contains("<script>"))
  }
}
