import Diagnostics
import Markdown
import Testing
import YAML

@testable import SiteModel

@Suite struct PrintedSectionTests {
  private func site(_ content: Content, plans: [PagePlan] = []) -> Site { assemble(content, plans: plans).value }

  private func sections(_ content: Content, plans: [PagePlan] = []) -> [String] {
    site(content, plans: plans).printedSections.map(\.sitePath).sorted()
  }

  /// The addresses of the pages in a section's document.
  private func pages(_ path: String, _ content: Content) -> [String] {
    let site = site(content)
    return site.printedSections.first { $0.sitePath == path }?.pages.map { site.pages[$0].sitePath } ?? []
  }

  @Test func aSectionHasItsOwnPageAndThoseBelowInReadingOrder() {
    let content: Content = [
      "guides/index.md": "# Guides", "guides/b.md": "---\nweight: 1\n---\n# B", "guides/a.md": "# A",
      "guides/in/c.md": "# C",
    ]
    #expect(pages("guides/print.html", content) == ["guides/", "guides/b/", "guides/a/", "guides/in/c/"])
  }

  @Test func everyFolderWithTwoTextsOrMoreIsOne() {
    let content: Content = [
      "index.md": "# Home", "a/one.md": "# 1", "a/b/two.md": "# 2", "a/b/three.md": "# 3", "c/four.md": "# 4",
    ]
    #expect(sections(content) == ["a/b/print.html", "a/print.html", "print.html"])
  }

  @Test func whatIsHiddenEmptyOrMadeFromDataIsInNone() {
    let content: Content = [
      "a/one.md": "# 1", "a/two.md": "---\nhidden: true\n---\n# 2", "a/three.md": "", "a/four.md": "# 4",
      "data/five.md": "# 5",
      "data/six.md": "# 6",
    ]
    #expect(sections(content, plans: [plan("a/planned"), plan("data")]) == ["a/print.html", "print.html"])
    #expect(pages("a/print.html", content) == ["a/four/", "a/one/"])
  }

  @Test func languagesAreKeptApart() {
    let content: Content = [
      "portico.yaml": "title: T\nlanguages: {en: English, de: Deutsch}", "index.md": "# Home", "a.md": "# A",
      "de/index.md": "# Start", "de/a.md": "# A",
    ]
    #expect(sections(content) == ["de/print.html", "print.html"])
    #expect(pages("print.html", content) == ["", "a/"])
  }

  @Test func theAddressFollowsTheStyleOfTheSite() {
    let settings = "title: T\nurls: file"
    #expect(sections(["portico.yaml": settings, "a/one.md": "# 1", "a/two.md": "# 2"]).first == "a/print.html")
  }

  @Test func aPageOfTheContentKeepsTheAddress() {
    let content: Content = ["a/one.md": "# 1", "a/two.md": "# 2", "a/print.html": "own"]
    #expect(sections(content) == ["print.html"])
    #expect(assemble(content).diagnostics.isEmpty)
  }

  @Test func aSectionOfTooManyPagesHasNone() {
    let pages = (1...PrintedSection.mostPages).map { document("text", path: "a/\($0).md").value }
    let site = { (documents: [Document]) in
      Site.assemble(
        SiteInput(
          settings: SiteSettings(), documents: documents, plan: SourcePlan(), files: [], sources: [],
          includesDrafts: false, asOf: .init(daysSinceEpoch: 0), displayPath: { $0 })
      ).value.printedSections.map(\.sitePath)
    }
    #expect(site(pages).sorted() == ["a/print.html", "print.html"])
    #expect(site(pages + [document("text", path: "b.md").value]) == ["a/print.html"])
  }

  @Test func aPageLeadsToTheInnermostSectionThatHasIt() throws {
    let site = site(
      ["a/one.md": "# 1", "a/b/two.md": "# 2", "a/b/three.md": "# 3", "a/hidden.md": "---\nhidden: true\n---\n# 4"])
    func section(_ path: String) throws -> String? {
      site.printedSection(ofPage: try #require(site.map.page(at: path)))?.sitePath
    }
    #expect(try section("a/one.md") == "a/print.html")
    #expect(try section("a/b/two.md") == "a/b/print.html")
    #expect(try section("a/hidden.md") == nil)
    #expect(site.map.page(atFolder: "a").flatMap { site.printedSection(ofPage: $0) }?.sitePath == "a/print.html")
  }

  @Test func linksToItsPagesStayInTheDocument() throws {
    let content: Content = [
      "a/one.md":
        "[page](two.md) [place](two.md#there) [own](#here) [top](#top) [out](../b.md) [file](x.txt) [asked](two.md?q)\n\n## Here",
      "a/two.md": "## There", "b.md": "# B", "a/x.txt": "x",
    ]
    let site = site(content)
    let section = try #require(site.printedSections.first { $0.sitePath == "a/print.html" })
    let page = try #require(site.map.page(at: "a/one.md"))
    #expect(
      site.fillings(ofPage: page, in: section, root: "../").map(\.url) == [
        "#page-2", "#page-2.there", "#page-1.here", "#page-1", "../b/", "../a/x.txt", "../a/two/?q",
      ])
  }

  @Test func contentMayLinkToIt() {
    let outcome = assemble(["a/one.md": "[all](print.html)", "a/two.md": "# 2"])
    #expect(outcome.diagnostics.isEmpty)
    #expect(outcome.value.links.failures.isEmpty)
  }
}
