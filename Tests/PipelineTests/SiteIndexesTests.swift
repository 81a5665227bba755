import TestSupport
import Testing

@Suite struct SiteIndexesTests {
  private static func sitemap(_ urls: String...) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
      + urls.map { "<url><loc>\($0)</loc></url>\n" }.joined() + "</urlset>\n"
  }

  @Test func sitemapListsPagesUnderThePrefixOfTheBaseURL() async {
    let site = await TestSite(
      "-- portico.yaml --\ntitle: T\nbaseURL: https://example.com/docs/\n-- b.md --\n-- a.md --"
    )
    .build()
    #expect(
      site.text("sitemap.xml")
        == SiteIndexesTests.sitemap(
          "https://example.com/docs/", "https://example.com/docs/a/", "https://example.com/docs/b/"))
  }

  @Test func sitemapNamesFilesWhereAddressesAreFiles() async {
    let site = await TestSite("-- portico.yaml --\ntitle: T\nbaseURL: https://example.com\nurls: file\n-- a.md --")
      .build()
    #expect(
      site.text("sitemap.xml")
        == SiteIndexesTests.sitemap("https://example.com/a.html", "https://example.com/index.html"))
  }

  @Test func sitemapEscapesAddresses() async {
    let site = await TestSite("-- portico.yaml --\ntitle: T\nbaseURL: https://example.com\n-- a&b'c d.md --").build()
    #expect(
      site.text("sitemap.xml")
        == SiteIndexesTests.sitemap("https://example.com/", "https://example.com/a&amp;b&#39;c%20d/"))
  }

  @Test func sitemapLeavesOutHiddenPagesDraftsAndTheErrorPage() async {
    let site = await TestSite(
      """
      -- portico.yaml --
      title: T
      baseURL: https://example.com
      -- hidden.md --
      ---
      hidden: true
      ---
      -- draft.md --
      ---
      draft: true
      ---
      -- 404.md --
      # Lost
      """
    ).build()
    #expect(site.text("sitemap.xml") == SiteIndexesTests.sitemap("https://example.com/"))
  }

  @Test func siteWithoutBaseURLHasNoSitemap() async {
    let site = await TestSite("-- a.md --").build()
    #expect(!site.paths.contains("sitemap.xml"))
    #expect(site.text("robots.txt") == "User-agent: *\nAllow: /\n")
  }

  @Test func robotsNameTheSitemap() async {
    let site = await TestSite("").build(baseURL: "https://example.com/docs/")
    #expect(site.text("robots.txt") == "User-agent: *\nAllow: /\nSitemap: https://example.com/docs/sitemap.xml\n")
  }

  @Test(arguments: ["robots.txt", "sitemap.xml"]) func fileOfTheContentComesBefore(name: String) async {
    let site = await TestSite("-- \(name) --\nmine").build(baseURL: "https://example.com/")
    #expect(site.findings == [])
    #expect(site.paths.filter { $0 == name } == [name])
    #expect(site.text(name) == "mine\n")
  }
}
