import Diagnostics
import Pipeline
import SiteModel
import TestSupport
import Testing

@Suite struct ForeignSiteTests {
  private func outline(_ site: BuiltSite) -> [String] {
    let navigation = site.result.site.navigation
    return navigation.nodes.indices.dropFirst().map { node in
      String(repeating: "  ", count: navigation.ancestors(of: node).count) + navigation.nodes[node].title
    }
  }

  @Test func buildsASiteOfMkDocsAsItIs() async {
    let site = await TestSite(
      """
      -- mkdocs.yml --
      site_name: Runbooks
      nav:
        - Home: index.md
        - Guides: [guides/deploy.md]
      exclude_docs: notes/
      draft_docs: later.md
      plugins:
        - redirects: {redirect_maps: {old.md: guides/deploy.md}}
      -- docs/index.md --
      # Runbooks

      [Deploy](guides/deploy.md)
      -- docs/guides/deploy.md --
      # Deploy
      -- docs/notes/a.md --
      # A
      -- docs/later.md --
      # Later
      -- hooks.py --
      """
    ).build()
    #expect(site.findings == [])
    #expect(site.result.site.settings.title == "Runbooks")
    #expect(
      site.paths == [
        "404.html", "guides/deploy/index.html", "guides/index.html", "index.html", "old/index.html",
        "robots.txt",
      ])
    #expect(outline(site) == ["Home", "Guides", "  Deploy"])
  }

  @Test func readsPagesFilesWithoutAnyConfiguration() async {
    let site = await TestSite(
      """
      -- index.md --
      # Home
      -- .pages --
      nav: [b, ..., Last: z.md]
      -- z.md --
      # Z
      -- c.md --
      # C
      -- b/.pages --
      title: The B
      -- b/y.md --
      # Y
      """
    ).build()
    #expect(site.findings == [])
    #expect(outline(site) == ["The B", "  Y", "C", "Last"])
    #expect(!site.paths.contains { $0.contains(".pages") })
  }

  @Test func buildsASiteOfDocusaurusAsItIs() async {
    let site = await TestSite(
      """
      -- docusaurus.config.js --
      module.exports = {title: 'Portal', url: 'https://e.com', baseUrl: '/'};
      -- docs/01-intro.mdx --
      ---
      slug: /
      ---
      # Intro

      [Setup](./02-guides/01-setup.md), [again](/docs/guides/setup), [list](/docs/category/guides), ![X](/img/x.bmp)
      -- docs/02-guides/_category_.json --
      {"label": "Guides", "link": {"type": "generated-index"}}
      -- docs/02-guides/02-run.md --
      ---
      sidebar_label: Run it
      ---
      # How to run
      -- docs/02-guides/01-setup.md --
      # Setup

      [Run](./run)
      -- docs/_partial.mdx --
      # Part
      -- static/img/x.bmp --
      """
    ).build()
    #expect(site.findings == [])
    #expect(outline(site) == ["Guides", "  Setup", "  Run it"])
    #expect(
      site.paths == [
        "404.html", "category/guides/index.html", "guides/index.html", "guides/run/index.html",
        "guides/setup/index.html", "img/x.bmp", "index.html", "robots.txt", "sitemap.xml",
      ])
  }

  @Test func buildsASiteOfTechDocsAsItIs() async {
    let site = await TestSite(
      """
      -- config/tech-docs.yml --
      service_name: Docs
      -- source/index.html.md.erb --
      ---
      title: Docs
      weight: 1
      last_reviewed_on: 2026-06-01
      review_in: 6 months
      ---
      # Docs

      [Deploy](/deploy.html#now)
      -- source/deploy.html.md --
      ---
      title: Deploy
      old_paths: [/old/deploy.html]
      ---
      ## Now
      -- source/layouts/layout.erb --
      """
    ).build()
    #expect(site.findings == [])
    #expect(site.paths == ["404.html", "deploy/index.html", "index.html", "old/deploy.html", "robots.txt"])
  }

  @Test func settingsOfTheContentComeBeforeThoseOfOthers() async {
    let site = await TestSite("-- mkdocs.yml --\nsite_name: A\n-- docs/portico.yaml --\ntitle: B\n-- docs/a.md --\n")
      .build()
    #expect(site.result.site.settings.title == "B")
  }
}
