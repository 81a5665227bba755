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

  @Test func pagesHaveTheShapeOfTechDocs() async throws {
    let site = await TestSite(
      """
      -- a.md --
      ---
      title: A & B
      type: how-to
      owner_slack: "#help"
      last_reviewed_on: 2026-05-01
      review_in: 1 month
      ---
      -- hidden.md --
      ---
      hidden: true
      ---
      """
    ).build(baseURL: "https://example.com/docs/")
    let pages = try #require(site.text("api/v1/pages.json"))
    #expect(
      pages.hasPrefix(
        """
        [
          {
            "title": "Portal",
            "url": "https://example.com/docs/",
            "review_by": null,
            "owner_slack": null,
        """))
    #expect(
      pages.hasSuffix(
        """
          {
            "title": "A & B",
            "url": "https://example.com/docs/a/",
            "review_by": "2026-06-01",
            "owner_slack": "#help",
            "description": null,
            "type": "how-to",
            "owner": {
              "ref": "#help",
              "title": "#help",
              "url": null
            },
            "capability": null,
            "audience": [],
            "tags": [],
            "reviewed": "2026-05-01",
            "overdue": true,
            "markdown": "https://example.com/docs/a/index.md",
            "source": null
          }
        ]

        """))
    #expect(!pages.contains("hidden"))
  }

  @Test func pageNamesTheChannelOfItsOwner() async throws {
    let site = await TestSite(
      """
      -- a.md --
      ---
      owner: platform
      ---
      -- team.yaml --
      apiVersion: backstage.io/v1alpha1
      kind: Group
      metadata: {name: platform, title: Platform team}
      spec: {type: team, children: []}
      ---
      apiVersion: portico/v1
      kind: Team
      metadata: {name: platform}
      spec: {group: platform, channels: [{name: Office hours}, {name: "#platform-help"}]}
      """
    ).build()
    let pages = try #require(site.text("api/v1/pages.json"))
    #expect(pages.contains("\"owner_slack\": \"#platform-help\""))
    #expect(pages.contains(#""url": "../../teams/platform/""#))
  }

  @Test func listForLanguageModelsFollowsTheNavigation() async {
    let site = await TestSite(
      """
      -- portico.yaml --
      title: Docs
      description: All of it.
      baseURL: https://example.com/docs/
      navigation: [guides/, about.md]
      -- index.md --
      -- about.md --
      # About [us]
      -- other.md --
      -- guides/setup.md --
      ---
      title: Set up
      description: Ten minutes.
      ---
      Text.
      """
    ).build()
    #expect(
      site.text("llms.txt") == """
        # Docs

        > All of it.

        ## Pages

        - [Home](https://example.com/docs/index.md)
        - [About \\[us\\]](https://example.com/docs/about/index.md)

        ## Guides

        - [Guides](https://example.com/docs/guides/)
        - [Set up](https://example.com/docs/guides/setup/index.md): Ten minutes.

        ## Optional

        - [Other](https://example.com/docs/other/index.md)

        """)
  }

  @Test func markdownOfAPageHasItsTitleAndNoFrontMatter() async {
    let site = await TestSite(
      "-- a.md --\n---\ntitle: A\n---\n\nSee [b](b.md).\n-- b.md --\n# B\n\nText."
    ).build()
    #expect(site.text("a/index.md") == "# A\n\nSee [b](../b/index.md).\n")
    #expect(site.text("b/index.md") == "# B\n\nText.\n")
    #expect(
      site.text("a/index.html")?.contains("<link rel=\"alternate\" type=\"text/markdown\" href=\"../a/index.md\">")
        == true)
    #expect(site.text("index.html")?.contains("text/markdown") == false)
  }

  @Test func siteNamesItsFiles() async throws {
    let site = await TestSite("-- portico.yaml --\ntitle: Docs\ndescription: All of it.").build()
    #expect(
      site.text("api/v1/site.json") == """
        {
          "$schema": "../../api/v1/schemas/site.schema.json",
          "asOf": "2026-06-30",
          "title": "Docs",
          "description": "All of it.",
          "url": "../../",
          "language": "en",
          "repository": null,
          "feedback": null,
          "files": [
            {
              "title": "All pages",
              "type": "application/json",
              "url": "../../api/v1/pages.json"
            },
            {
              "title": "The site and its files for programs",
              "type": "application/json",
              "url": "../../api/v1/site.json"
            },
            {
              "title": "All addresses with their anchors",
              "type": "application/json",
              "url": "../../api/v1/urls.json"
            },
            {
              "title": "Pages for language models",
              "type": "text/markdown",
              "url": "../../llms.txt"
            }
          ]
        }

        """)
  }

  @Test func pagesMayLinkTheFiles() async {
    let site = await TestSite("-- a.md --\n[x](/api/v1/pages.json) [y](/robots.txt)").build()
    #expect(site.findings == [])
  }
}
