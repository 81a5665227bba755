import TestSupport
import Testing

@Suite struct SectionPrinterTests {
  private static let text = """
    -- portico.yaml --
    title: T
    baseURL: https://example.com/
    -- guides/index.md --
    # Guides

    All of them, such as [A](a.md#steps).
    -- guides/a.md --
    ---
    title: First
    description: What A is.
    ---
    ## Steps

    See [B](b.md) and [what is elsewhere](../c.md).[^1]

    [^1]: A note.
    -- guides/b.md --
    # Second

    ## Steps

    #### Deep
    -- c.md --
    # C
    """

  private func build(_ more: String = "") async -> BuiltSite { await TestSite(Self.text + more).build() }

  private func document() async throws -> String { try #require(await build().main("guides/print.html")) }

  @Test func holdsThePagesBelowTheTextOfTheSection() async throws {
    let document = try await document()
    let parts = [
      "<h1 id=\"page-1.guides\">", "printed-pages", "<h2>First</h2>", "What A is.", "<h2 id=\"page-3.second\">",
    ]
    let places = parts.compactMap { document.firstRange(of: $0)?.lowerBound }
    #expect(places.count == parts.count && places == places.sorted())
  }

  @Test func headingsStandBelowThoseOfTheirPages() async throws {
    let document = try await document()
    #expect(document.contains("<h3 id=\"page-2.steps\">"))
    #expect(document.contains("<h3 id=\"page-3.steps\">"))
    #expect(document.contains("<h5 id=\"page-3.deep\">"))
  }

  @Test func linksLeadWithinTheDocumentWhereTheyCan() async throws {
    let document = try await document()
    #expect(document.contains("<a href=\"#page-2.steps\">A</a>"))
    #expect(document.contains("<a href=\"#page-3\">B</a>"))
    #expect(document.contains("<a href=\"../c/\">"))
    #expect(document.contains("<li><a href=\"#page-2\">First</a></li>"))
  }

  @Test func allThatRefersToAnIdFindsIt() async throws {
    let document = try await document()
    let ids = document.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    let targets = document.split(separator: " href=\"#").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(Set(ids).count == ids.count)
    #expect(targets.count > 8 && Set(targets).isSubset(of: ids))
  }

  @Test func pagesLeadToItAndItLeadsBack() async throws {
    let site = await build()
    #expect(
      site.text("guides/a/index.html")?.contains("<a href=\"../../guides/print.html\">Guides on one page</a>") == true)
    #expect(site.text("guides/index.html")?.contains("<a href=\"../guides/print.html\">") == true)
    #expect(site.main("guides/print.html")?.contains("<li><a href=\"../guides/\">Guides</a></li>") == true)
    #expect(site.findings == [])
  }

  @Test func nothingFindsItTwice() async throws {
    let site = await build()
    #expect(site.text("guides/print.html")?.contains("<meta name=\"robots\" content=\"noindex\">") == true)
    #expect(site.text("guides/print.html")?.contains("rel=\"canonical\"") == false)
    for index in ["sitemap.xml", "llms.txt", "api/v1/pages.json", "api/v1/urls.json"] {
      #expect(try #require(site.text(index)).contains("print") == false)
    }
  }

  @Test func aThemeWithoutTheLayoutHasNone() async {
    let theme =
      "-- plain/theme.yaml --\nname: plain\n-- plain/layouts/page.mustache --\n{{page.content}}\n"
      + "-- plain/layouts/section.mustache --\n-- plain/layouts/404.mustache --\n-- plain/layouts/redirect.mustache --\n"
      + "-- plain/partials/navigation.mustache --\n"
    let site = await TestSite("-- portico.yaml --\ntitle: T\ntheme: plain\n-- a/b.md --\n# B\n-- a/c.md --\n# C").build(
      themes: TestSite(theme).asThemes)
    #expect(site.paths.contains("a/b/index.html"))
    #expect(site.text("a/print.html") == nil)
  }
}
