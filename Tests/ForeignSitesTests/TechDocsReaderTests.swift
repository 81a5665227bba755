import Bytes
import Diagnostics
import Files
import ForeignSites
import SiteModel
import Testing
import YAML

@Suite struct TechDocsReaderTests {
  private let site = find([
    "config/tech-docs.yml": """
    host: https://docs.example.gov.uk
    service_name: Docs
    full_service_name: Platform documentation
    github_repo: o/r
    github_branch: trunk
    redirects:
      /old.html: /new/
    header_links:
      Guides: /guides
    """, "source/index.html.md.erb": "", "source/partials/_x.md": "", "source/stylesheets/a.css.scss": "",
    "source/search.json.erb": "", "source/a.html.md": "",
  ])

  @Test func readsItsConfiguration() {
    let settings = site.value?.settings
    #expect(site.findings == [])
    #expect(site.value?.tool == .techdocs)
    #expect(settings?.title == "Platform documentation")
    #expect(settings?.baseURL == "https://docs.example.gov.uk/")
    #expect(settings?.repository?.url == "https://github.com/o/r")
    #expect(settings?.repository?.branch == "trunk")
    #expect(settings?.repository?.contentPath == "source")
    #expect(settings?.redirects.map { "\($0.from.value) \($0.to.value)" } == ["/old.html /new/"])
    #expect(site.value?.leftBehind.map(\.line) == ["site/config/tech-docs.yml:8:1 'header_links' has no counterpart"])
  }

  @Test func pagesAreMarkdownOnly() {
    let pages = site.value?.content.list().value.filter { site.value?.settings.exclude.match($0) == false }
    #expect(pages == ["a.html.md", "index.html.md.erb"])
  }

  @Test func reportsAHostThatIsNoURL() {
    #expect(
      find(["config/tech-docs.yml": "host: docs.example.com"]).findings == [
        "site/config/tech-docs.yml:1:7 the host 'docs.example.com' is not an absolute URL"
      ])
  }
}
