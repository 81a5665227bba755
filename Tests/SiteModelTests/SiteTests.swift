import Bytes
import Diagnostics
import Templates
import Testing

@testable import SiteModel

@Suite struct SiteTests {
  // MARK: Pages

  @Test func givesEveryPageItsAddress() {
    let site = assemble(["index.md": "", "setup.md": "", "guides/README.md": "", "guides/a.md": ""]).value
    #expect(site.addresses == ["/guides/", "/guides/a/", "/", "/setup/"])
  }

  @Test func givesEveryPageItsFileWhereTheSettingsSaySo() {
    let site = assemble([
      "portico.yaml": "title: A\nurls: file", "index.md": "", "guides/README.md": "", "guides/a.md": "",
    ]).value
    #expect(site.addresses == ["/guides/index.html", "/guides/a.html", "/index.html"])
  }

  @Test func takesAnIndexBeforeAReadme() {
    let site = assemble(["guides/README.md": "# Readme", "guides/index.md": "# Index"]).value
    #expect(site.page("guides/")?.title == "Index")
    #expect(site.page("guides/README/")?.title == "Readme")
  }

  @Test func makesAPageForEveryFolderOnTheWay() {
    let site = assemble(["a/b/c/d.md": ""]).value
    #expect(site.addresses == ["/a/b/c/d/", "/", "/a/", "/a/b/", "/a/b/c/"])
    #expect(site.page("a/b/")?.title == "B")
    #expect(site.page("a/b/")?.layout == "section")
  }

  @Test func makesAPageForAFolderAboveAFolderWithItsOwn() {
    let site = assemble(["a/b/index.md": "# B"]).value
    #expect(site.addresses == ["/a/b/", "/", "/a/"])
    #expect(site.outline == "A\n  B")
  }

  @Test func makesNoPageForAFolderOfFiles() {
    #expect(assemble(["images/a.png": ""]).value.addresses == ["/"])
  }

  @Test func takesAPageBesideAFolderOfItsNameAsTheFoldersPage() {
    let site = assemble(["guides.md": "# All guides", "guides/a.md": "# A"])
    #expect(site.findings == [])
    #expect(site.value.addresses == ["/guides/", "/guides/a/", "/"])
    #expect(site.value.outline == "All guides\n  A")
  }

  @Test func hasAHomePageWithoutAnyContent() {
    let site = assemble([:]).value
    #expect(site.addresses == ["/"])
    #expect(site.page("")?.title == "Portal")
    #expect(site.page("")?.isHome == true)
  }

  @Test func makesAnErrorPageUnlessThereIsOne() {
    #expect(assemble([:]).value.pages.last?.title == "Page not found")
    let own = assemble(["404.md": "# Lost"]).value.pages.filter(\.isNotFoundPage)
    #expect(own.map(\.title) == ["Lost"])
    #expect(own.map(\.sitePath) == ["404.html"])
  }

  @Test func takesA404BelowTheRootAsAPage() {
    #expect(assemble(["errors/404.md": ""]).value.addresses.contains("/errors/404/"))
  }

  @Test func leavesDraftsOutUnlessAskedFor() {
    let content: Content = ["a.md": "---\ndraft: true\n---\n", "b.md": ""]
    #expect(assemble(content).value.addresses == ["/b/", "/"])
    #expect(assemble(content, drafts: true).value.addresses == ["/a/", "/b/", "/"])
  }

  // MARK: Plans

  @Test func joinsAPlanWithTheMarkdownOfItsFolder() throws {
    let site = assemble(["secrets/index.md": "# Text"], plans: [plan("secrets", title: "Plan")]).value
    #expect(site.addresses == ["/secrets/", "/"])
    let page = try #require(site.page("secrets/"))
    #expect(page.title == "Plan")
    #expect(page.layout == "planned")
    #expect(page.document != nil)
  }

  @Test func letsFrontMatterNameAndLayOutAPlannedPage() {
    let site = assemble(
      ["secrets/index.md": "---\ntitle: Front\ntemplate: wide\ndescription: D\n---\n"], plans: [plan("secrets")]
    ).value
    #expect(site.page("secrets/")?.title == "Front")
    #expect(site.page("secrets/")?.layout == "wide")
    #expect(site.page("secrets/")?.description == "D")
  }

  @Test func publishesAPlanWithoutMarkdown() {
    let site = assemble([:], plans: [plan("a/b", source: "x/capability.yaml")])
    #expect(site.findings == [])
    #expect(site.value.addresses == ["/a/b/", "/", "/a/"])
    #expect(site.value.page("a/b/")?.span == SourceSpan(path: "content/x/capability.yaml", line: 4, column: 9))
  }

  @Test func joinsAPlanWithAMarkdownPageThatIsNoFolders() throws {
    let incident = PagePlan(document: "incidents/vault.md", title: "Vault sealed", layout: "incident") { _ in .none }
    let site = assemble(["incidents/vault.md": "# Vault sealed", "incidents/other.md": ""], plans: [incident]).value
    #expect(site.addresses == ["/incidents/other/", "/incidents/vault/", "/", "/incidents/"])
    #expect(site.page("incidents/vault.md")?.layout == "incident")
    #expect(site.page("incidents/other.md")?.layout == "page")
  }

  @Test func publishesNoPlanOfAPageThatIsNotThere() {
    let draft = PagePlan(document: "incidents/vault.md", title: "Vault", layout: "incident") { _ in .none }
    #expect(assemble(["a.md": ""], plans: [draft]).value.addresses == ["/a/", "/"])
  }

  @Test func letsLinksLeadToPlannedFiles() {
    let site = assemble(["a.md": "[x](feed.xml)"], planned: [FilePlan(path: "feed.xml") { _ in [] }])
    #expect(site.value.links.failures.isEmpty)
    #expect(site.value.plannedFiles.map(\.path) == ["feed.xml"])
  }

  // MARK: Names

  @Test(arguments: [
    ("getting-started", "Getting started"), ("a_b c", "A b c"), ("émile", "Émile"), ("", "Home"), ("API", "API"),
  ])
  func makesNamesReadable(_ name: String, _ title: String) {
    #expect(Document.readableName(name) == title)
  }

  @Test func takesTheNavigationTitleFromTheFrontMatter() {
    let page = assemble(["a.md": "---\ntitle: Long\nsidebar_label: Short\n---\n"]).value.page("a.md")
    #expect(page?.title == "Long")
    #expect(page?.navigationTitle == "Short")
  }

  @Test(arguments: [("guides", true), ("guides/deep", false), ("", true), ("guide", false)])
  func knowsTheFoldersThatAPageIsBelow(_ folder: String, _ isBelow: Bool) {
    #expect(assemble(["guides/a.md": ""]).value.page("guides/a.md")?.isBelow(folder: folder) == isBelow)
  }
}
