import Pipeline
import TestSupport
import Testing

/// Which files a site consists of, and redirects.
@Suite struct SiteRendererTests {
  @Test func cleanAddressesAreFolders() async {
    let site = await TestSite("-- index.md --\n-- guides/setup.md --\n-- guides/logo.svg --").build()
    #expect(
      site.paths == [
        "404.html", "guides/index.html", "guides/logo.svg", "guides/setup/index.html", "index.html", "robots.txt",
      ])
  }

  @Test func fileAddressesAreFiles() async {
    let site = await TestSite("-- portico.yaml --\ntitle: T\nurls: file\n-- guides/setup.md --").build()
    #expect(site.paths == ["404.html", "guides/index.html", "guides/setup.html", "index.html", "robots.txt"])
  }

  @Test func draftsAreLeftOut() async {
    let site = await TestSite("-- a.md --\n---\ndraft: true\n---").build()
    #expect(site.paths == ["404.html", "index.html", "robots.txt"])
  }

  @Test func draftsAreIncludedWhereAskedFor() async {
    let site = await TestSite("-- a.md --\n---\ndraft: true\n---").build(drafts: true)
    #expect(site.paths == ["404.html", "a/index.html", "index.html", "robots.txt"])
  }

  @Test func hiddenPagesAreBuiltAndKeptOutOfSearchEngines() async {
    let site = await TestSite("-- a.md --\n---\nhidden: true\n---").build()
    #expect(site.text("a/index.html")?.contains("<meta name=\"robots\" content=\"noindex\">") == true)
    #expect(site.text("index.html")?.contains("noindex") == false)
  }

  @Test func filesOfTheContentAreCopiedAsTheyAre() async {
    var content = TestSite("")
    content.set("data.bin", [0, 255, 10, 13])
    let site = await content.build()
    let output = site.result.outputs.first { $0.path == "data.bin" }
    #expect(output.flatMap { try? site.result.render($0) } == [0, 255, 10, 13])
  }

  @Test func aliasLeadsToItsPage() async throws {
    let site = await TestSite("-- guides/new.md --\n---\naliases: [/old/place/, sibling]\n---").build()
    #expect(site.findings == [])
    let far = try #require(site.text("old/place/index.html"))
    #expect(far.contains("content=\"0; url=../../guides/new/\""))
    #expect(far.contains("<link rel=\"canonical\" href=\"../../guides/new/\">"))
    let near = try #require(site.text("guides/sibling/index.html"))
    #expect(near.contains("<a href=\"../../guides/new/\">"))
  }

  @Test func redirectPageHasAnAbsoluteCanonicalWhereTheSiteHasABaseURL() async throws {
    let site = await TestSite("-- new.md --\n---\naliases: [/old/]\n---").build(baseURL: "https://example.com/docs/")
    let page = try #require(site.text("old/index.html"))
    #expect(page.contains("<link rel=\"canonical\" href=\"https://example.com/docs/new/\">"))
  }

  @Test func redirectOfTheSettingsKeepsItsFragment() async throws {
    let site = await TestSite(
      "-- portico.yaml --\ntitle: T\nredirects: {/old.html: \"new.md#part\"}\n-- new.md --\n# Part"
    ).build()
    let page = try #require(site.text("old.html"))
    #expect(page.contains("content=\"0; url=./new/#part\""))
  }

  @Test func linkToAnOldAddressLeadsOn() async throws {
    let site = await TestSite("-- a.md --\n[x](/old/)\n-- new.md --\n---\naliases: [/old/]\n---").build()
    #expect(site.findings == ["content/a.md:1:5: warning: '/old/' is an address that the page has left [moved-link]"])
    #expect(site.main("a/index.html")?.contains("<a href=\"../new/\">x</a>") == true)
  }

  @Test func baseURLOfTheBuildComesBeforeTheSettings() async throws {
    let site = await TestSite("-- portico.yaml --\ntitle: T\nbaseURL: https://a.example.com/").build(
      baseURL: "https://b.example.com/x/")
    let home = try #require(site.text("index.html"))
    #expect(home.contains("<link rel=\"canonical\" href=\"https://b.example.com/x/\">"))
  }

  @Test func redirectFromAPageIsAnErrorAndMakesNoOutput() async {
    let site = await TestSite("-- portico.yaml --\ntitle: T\nredirects: {/c/: /b/}\n-- b.md --\n-- c.md --").build()
    #expect(site.rules == ["url-collision"])
    #expect(site.paths == ["404.html", "b/index.html", "c/index.html", "index.html", "robots.txt"])
  }
}
