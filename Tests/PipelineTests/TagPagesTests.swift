import TestSupport
import Testing

@Suite struct TagPagesTests {
  private func build(_ more: String = "") async -> BuiltSite {
    await TestSite(
      """
      -- a.md --
      ---
      tags: [Vault & keys, api]
      ---
      # A
      -- b.md --
      ---
      tags: [API, API]
      description: What B is.
      ---
      # B
      -- c.md --
      ---
      tags: [api]
      hidden: true
      ---
      # C
      \(more)
      """
    ).build()
  }

  private func links(_ page: String, in site: BuiltSite) -> [String] {
    let main = site.text(page)?.split(separator: "<main").last?.split(separator: "</main>").first ?? ""
    return main.split(separator: "<a ").dropFirst().compactMap { link in
      link.firstRange(of: "href=\"").map { String(link[$0.upperBound...].prefix { $0 != "\"" }) }
    }
  }

  @Test func aTagHasAPageWithThePagesThatHaveIt() async {
    let site = await build()
    #expect(site.text("tags/api/index.html")?.contains("<h1>API</h1>") == true)
    #expect(links("tags/api/index.html", in: site) == ["../../tags/", "../../a/", "../../b/"])
    #expect(site.text("tags/api/index.html")?.contains("What B is.") == true)
    #expect(site.findings == [])
  }

  @Test func oneListsTheTags() async {
    let site = await build()
    #expect(links("tags/index.html", in: site) == ["../tags/api/", "../tags/vault--keys/"])
    #expect(site.text("tags/index.html")?.contains("(2)") == true)
  }

  @Test func pagesLeadToTheirTags() async {
    let site = await build()
    #expect(
      site.text("a/index.html")?.contains("<a class=\"tag\" href=\"../tags/vault--keys/\">Vault &amp; keys</a>") == true
    )
  }

  @Test func neitherNavigationNorSitemapHasThem() async {
    let site = await build("-- portico.yaml --\ntitle: T\nbaseURL: https://example.com/")
    #expect(site.text("a/index.html")?.contains("href=\"../tags/\"") == false)
    #expect(site.text("sitemap.xml")?.contains("tags") == false)
    #expect(site.text("api/v1/urls.json")?.contains("tags") == false)
  }

  @Test(arguments: ["tags.md", "tags/index.md", "tags/api.md"])
  func pagesOfTheContentKeepTheirAddresses(path: String) async {
    let site = await build("-- \(path) --\n# Own")
    #expect(site.findings == [])
    #expect(site.text("tags/vault--keys/index.html") == nil)
    #expect(site.text("a/index.html")?.contains("<span class=\"tag\">Vault &amp; keys</span>") == true)
  }
}
