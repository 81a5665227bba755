import Diagnostics
import Testing

@testable import SiteModel

@Suite struct OwnAddressTests {
  @Test(arguments: [
    ("https://portal.example.com/docs/a/", "/a"), ("http://Portal.Example.com:80/docs/a?b#c", "/a?b#c"),
    ("HTTPS://portal.example.com:443/docs", "/"), ("//portal.example.com/d%6Fcs/a%20b/#c", "/a%20b#c"),
    ("https://portal.example.com/docs-old/", nil), ("https://portal.example.com/", nil),
    ("https://example.com/docs/a/", nil), ("https://portal.example.com:8080/docs/a/", nil), ("mailto:a@b.c", nil),
    ("ftp://portal.example.com/docs/a/", nil),
  ])
  func knowsTheURLsOfTheSite(_ url: String, _ expected: String?) {
    let found = OwnAddress(baseURL: "https://portal.example.com/docs/")?.reference(of: url)
    let reference = expected.flatMap { Reference($0) }
    #expect(found?.path == reference?.path)
    #expect(found?.suffix == reference?.suffix)
  }

  @Test func checksFullURLsOfTheSiteAndLeavesThemAsTheyAre() {
    let base = "https://portal.example.com"
    let site = assemble([
      "portico.yaml": "title: A\nbaseURL: \(base)/",
      "here.md":
        "[x](\(base)/guides/setup/#part) [x](\(base)/guides/setpu/) [x](\(base)/guides/setup#prat) [x](\(base)/app.css)",
      "guides/setup.md": "## Part\n",
    ]).value
    #expect(
      site.links(of: "here.md") == ["as written", "not found: guides/setup.md", "no anchor: part", "as written"])
    #expect(site.links.links[site.map.page(at: "here.md") ?? 0].map { $0?.page == nil } == [false, true, true, true])
  }
}
