import Bytes
import Diagnostics
import Markdown
import Testing
import YAML

@testable import SiteModel

@Suite struct LinkResolverTests {
  /// Where a link on `guides/here.md` leads.
  private func resolve(
    _ destination: String,
    settings: String = "title: Portal\nredirects: {/moved/: guides/setup.md, /away/: https://example.com}"
  ) -> String {
    let site = assemble(
      [
        "portico.yaml": settings,
        "index.md": "# Home\n",
        "guides/index.md": "# Guides\n\n## All\n",
        "guides/here.md": "[x](<\(destination)>)\n\n## Part\n",
        "guides/setup.md": "---\naliases: [old-setup]\n---\n# Setup\n\n## What you need\n\n## Limits & costs\n",
        "guides/deep/er.md": "# Deeper\n",
        "guides/logo.png": "",
        "guides/unfinished.md": "---\ndraft: true\n---\n",
        "reference/README.md": "# Reference\n\n## Part\n",
        "reference/API.md": "# API\n",
        "reference/a b.md": "# Spaces\n\n## Überblick\n",
        "files/doc.pdf": "",
        "files/app.html": "",
        "catalogue.yaml": "",
        "capability.yaml": "",
        "café.md": "# Café\n",
      ], plans: [plan("capabilities/secrets", title: "Secrets", source: "capability.yaml")])
    return site.value.links(of: "guides/here.md").first ?? "no link"
  }

  // MARK: The forms that authors write

  @Test(arguments: [
    ("setup.md", "../../guides/setup/"), ("setup", "../../guides/setup/"), ("setup/", "../../guides/setup/"),
    ("setup.html", "../../guides/setup/"), ("./setup.md", "../../guides/setup/"),
    ("../guides/setup.md", "../../guides/setup/"), ("/guides/setup.md", "../../guides/setup/"),
    ("/guides/setup", "../../guides/setup/"), ("/guides/setup/", "../../guides/setup/"),
    ("/guides/setup/index.html", "../../guides/setup/"), ("deep/er.md", "../../guides/deep/er/"),
    ("deep//er.md", "../../guides/deep/er/"),
  ])
  func findsAPage(_ destination: String, _ href: String) {
    #expect(resolve(destination) == href)
  }

  @Test(arguments: [
    ("../reference/", "../../reference/"), ("../reference", "../../reference/"),
    ("../reference/README.md", "../../reference/"), ("/reference/index.html", "../../reference/"),
    (".", "../../guides/"), ("./", "../../guides/"), ("index.md", "../../guides/"), ("deep/", "../../guides/deep/"),
    ("/capabilities/secrets/", "../../capabilities/secrets/"),
  ])
  func findsThePageOfAFolder(_ destination: String, _ href: String) {
    #expect(resolve(destination) == href)
  }

  @Test(arguments: ["/", "..", "../", "../index.md", "/index.md", "/index.html"])
  func findsTheHomePage(_ destination: String) {
    #expect(resolve(destination) == "../../")
  }

  @Test(arguments: [
    ("logo.png", "../../guides/logo.png"), ("logo.png?raw=true", "../../guides/logo.png?raw=true"),
    ("/files/doc.pdf#page=2", "../../files/doc.pdf#page=2"), ("/files/app.html", "../../files/app.html"),
    ("/files/app.html#anything", "../../files/app.html#anything"),
  ])
  func findsAFile(_ destination: String, _ href: String) {
    #expect(resolve(destination) == href)
  }

  @Test(arguments: [
    ("../reference/a%20b.md", "../../reference/a%20b/"), ("../reference/a b.md", "../../reference/a%20b/"),
    ("../%72eference/API.md", "../../reference/API/"), ("../caf%C3%A9.md", "../../caf%C3%A9/"),
    ("../café.md", "../../caf%C3%A9/"), ("../cafe\u{301}.md", "../../caf%C3%A9/"),
  ])
  func decodesPaths(_ destination: String, _ href: String) {
    #expect(resolve(destination) == href)
  }

  @Test func keepsQueries() {
    #expect(resolve("setup.md?tab=go#what-you-need") == "../../guides/setup/?tab=go#what-you-need")
    #expect(resolve("?tab=go") == "../../guides/here/?tab=go")
  }

  @Test(arguments: ["https://example.com/setup.md", "mailto:a@example.com", "//example.com", "tel:+359"])
  func leavesWhatLeadsElsewhereAlone(_ destination: String) {
    #expect(resolve(destination) == "as written")
  }

  @Test func takesAPathAsABrowserWouldWhereNoSourceHasIt() {
    #expect(resolve("../setup/") == "../../guides/setup/")
    #expect(resolve("../../reference/API/") == "../../reference/API/")
  }

  @Test(arguments: [
    ("other.md", "other.html"), ("other", "other.html"), ("other.html", "other.html"), ("folder/", "folder/index.html"),
    ("folder", "folder/index.html"), ("/folder/index.html", "folder/index.html"), ("/", "index.html"),
  ])
  func writesTheFilesOfSitesWithFileAddresses(_ destination: String, _ file: String) {
    let site = assemble([
      "portico.yaml": "title: A\nurls: file", "here.md": "[x](\(destination))", "other.md": "", "folder/a.md": "",
    ])
    #expect(site.value.links(of: "here.md") == ["./" + file])
  }

  // MARK: Every place of a link

  @Test func resolvesLinksWhereverTheyStand() {
    let site = assemble([
      "a.md": """
      [reference][b], ![image](i.png), <a href="b.md">raw</a>, <img src="i.png" srcset="i.png 1x, j.png 2x">

      | table |
      | --- |
      | [x](b.md) |

      Note[^1].

      [^1]: [x](b.md)

      [b]: b.md
      """, "b.md": "", "i.png": "", "j.png": "",
    ])
    #expect(
      site.value.links(of: "a.md") == [
        "../b/", "../i.png", "../b/", "../i.png", "../i.png", "../j.png", "../b/", "../b/",
      ])
  }

  @Test func namesThePlaceOfAReferenceInItsDefinition() {
    let site = assemble(["a.md": "[x][b]\n\n[b]: gone.md\n"])
    #expect(site.value.links.failures.map(\.span.line) == [3])
    #expect(site.value.links.failures.map(\.span.column) == [6])
    #expect(site.value.links.failures.map(\.span.path) == ["content/a.md"])
  }

  @Test func tellsImagesFromLinks() {
    let site = assemble(["a.md": "![x](gone.png) [x](gone.md)"])
    #expect(site.value.links.failures.map(\.isImage) == [true, false])
  }

  @Test func resolvesReferencesOfAPlanFromItsSource() {
    var plan = plan("capabilities/secrets", source: "team/capability.yaml")
    let span = SourceSpan(path: "content/team/capability.yaml", line: 7, column: 3)
    plan.references = [Located("how.md", at: span), Located("gone.md", at: span)]
    let site = assemble(["team/how.md": ""], plans: [plan]).value
    let page = site.map.page(at: "capabilities/secrets/") ?? 0
    #expect(site.links.references[page].map { $0?.href(in: site, root: "") } == ["team/how/", nil])
    #expect(site.links.failures.map(\.destination) == ["gone.md"])
    #expect(site.links.failures.map(\.span) == [span])
  }

  // MARK: Anchors

  @Test(arguments: [
    ("#part", "../../guides/here/#part"), ("setup.md#what-you-need", "../../guides/setup/#what-you-need"),
    ("setup.md#limits--costs", "../../guides/setup/#limits--costs"), ("../reference/#part", "../../reference/#part"),
    ("../reference/a%20b.md#%c3%bcberblick", "../../reference/a%20b/#%C3%BCberblick"),
  ])
  func findsAnAnchor(_ destination: String, _ href: String) {
    #expect(resolve(destination) == href)
  }

  @Test(arguments: [("#top", "#top"), ("#TOP", "#TOP"), ("#", "#"), ("setup.md#top", "#top")])
  func knowsThatEveryPageHasATop(_ destination: String, _ fragment: String) {
    #expect(resolve(destination).hasSuffix("/" + fragment))
  }

  @Test(arguments: [
    ("setup.md#:~:text=what", "#:~:text=what"), ("setup.md#what-you-need:~:text=a,b", "#what-you-need:~:text=a,b"),
  ])
  func leavesTextFragmentsAsTheyAre(_ destination: String, _ fragment: String) {
    #expect(resolve(destination) == "../../guides/setup/" + fragment)
  }

  @Test func findsTheAnchorsOfPythonMarkdown() {
    #expect(resolve("setup.md#limits-costs") == "../../guides/setup/#limits--costs")
  }

  @Test func reportsAnAnchorThatIsNotThere() {
    #expect(resolve("setup.md#what-you-nead") == "no anchor: what-you-need")
    #expect(resolve("#gone") == "no anchor: ")
  }

  @Test func reportsAnAnchorInAnotherLetterCase() {
    #expect(resolve("setup.md#What-You-Need") == "no anchor: what-you-need")
  }

  @Test func looksForAnchorsBehindRedirectsToo() {
    #expect(resolve("/moved/#what-you-need") == "../../guides/setup/#what-you-need")
    #expect(resolve("/moved/#gone") == "no anchor: ")
  }

  @Test func knowsTheAnchorsOfAPlan() {
    var roadmap = plan("roadmap")
    roadmap.anchors = ["item"]
    let site = assemble(["a.md": "[x](roadmap/#item) [x](roadmap/#other)"], plans: [roadmap]).value
    #expect(site.links(of: "a.md") == ["../roadmap/#item", "no anchor: "])
  }

  // MARK: What is not published under that name

  @Test func reportsADraft() {
    #expect(resolve("unfinished.md") == "draft")
    #expect(resolve("unfinished/") == "draft")
  }

  @Test func reportsAYAMLFileThatIsReadAlone() {
    #expect(resolve("/catalogue.yaml") == "source")
  }

  @Test func leadsFromAYAMLFileToItsPage() {
    #expect(resolve("/capability.yaml") == "../../capabilities/secrets/")
  }

  @Test(arguments: ["../../../x.md", "/../x.md", "../../../guides/setup.md"])
  func reportsWhatLeadsOutOfTheContent(_ destination: String) {
    #expect(resolve(destination) == "outside")
  }

  @Test(arguments: [
    ("Setup.md", "setup.md"), ("../Reference/api.md", "../reference/API.md"),
    ("/reference/api.md", "../reference/API.md"),
    ("LOGO.png", "logo.png"), ("SETUP", "setup"), ("../reference/readme.md", "../reference/README.md"),
  ])
  func reportsAPathInAnotherLetterCase(_ destination: String, _ right: String) {
    #expect(resolve(destination) == "letter case: \(right)")
  }

  @Test(arguments: [
    ("setpu.md", "setup.md"), ("er.md", "deep/er.md"), ("API.md", "../reference/API.md"), ("deep/logo.png", "logo.png"),
    ("../guide/index.md", "index.md"), ("../refrence/apy.md", "../reference/API.md"), ("deeper.md", "deep/er.md"),
    ("../files/dok.pdf", "../files/doc.pdf"), ("nothing-like-it.md", ""),
    ("../old/reference/readme.md", "../reference/README.md"),
  ])
  func suggestsWhatIsNear(_ destination: String, _ nearest: String) {
    #expect(resolve(destination) == "not found: \(nearest)")
  }

  @Test func suggestsAddressesOfPagesWithoutASource() {
    let site = assemble(
      ["a.md": "[x](capabilities/secrits/) [x](/capabilities/secrits)"], plans: [plan("capabilities/secrets")])
    #expect(site.value.links(of: "a.md") == ["not found: /capabilities/secrets/", "not found: /capabilities/secrets/"])
  }

  @Test func suggestsTheFolderThatAPageBecameAndThePageThatAFolderBecame() {
    #expect(resolve("../reference.md") == "not found: ../reference/README.md")
    #expect(resolve("setup/index.md") == "not found: setup.md")
  }

  // MARK: Redirects

  @Test(arguments: ["old-setup", "old-setup/", "/guides/old-setup/", "/moved/"])
  func leadsFromAnAliasToItsPage(_ destination: String) {
    #expect(resolve(destination) == "../../guides/setup/")
  }

  @Test func leadsFromARedirectToAnotherSite() {
    #expect(resolve("/away/") == "https://example.com")
  }

  @Test func keepsTheFragmentOfARedirect() {
    let settings = "title: A\nredirects: {/old/: guides/setup.md#what-you-need, /pdf/: files/doc.pdf}"
    #expect(resolve("/old/", settings: settings) == "../../guides/setup/#what-you-need")
    #expect(resolve("/old/#part", settings: settings) == "../../guides/setup/#what-you-need")
    #expect(resolve("/pdf/#page=2", settings: settings) == "../../files/doc.pdf#page=2")
  }

  // MARK: Base path

  @Test(arguments: ["/dev/guides/setup.md", "/dev/guides/setup/", "/guides/setup.md"])
  func acceptsTheBasePathBeforeAPath(_ destination: String) {
    let settings = "title: A\nbaseURL: https://example.com/dev/"
    #expect(resolve(destination, settings: settings) == "../../guides/setup/")
  }

  @Test func findsTheHomePageByTheBasePath() {
    #expect(resolve("/dev", settings: "title: A\nbaseURL: https://example.com/dev/") == "../../")
    #expect(resolve("/dev/", settings: "title: A\nbaseURL: https://example.com/dev/") == "../../")
  }

  @Test func decodesTheBasePath() {
    let settings = "title: A\nbaseURL: https://example.com/a%20b/"
    #expect(resolve("/a%20b/guides/setup.md", settings: settings) == "../../guides/setup/")
  }

  @Test func takesNothingForTheBasePathThatOnlyBeginsLikeIt() {
    #expect(
      resolve("/devguides/setup.md", settings: "title: A\nbaseURL: https://example.com/dev/") == "not found: setup.md")
  }

  // MARK: Relative paths

  @Test(arguments: [
    ("a.md", "", "a.md"), ("g/a.md", "g", "a.md"), ("a.md", "g/h", "../../a.md"), ("g/a.md", "r", "../g/a.md"),
    ("g/a.md", "g/h", "../a.md"), ("g", "g", "../g"),
  ])
  func writesPathsFromAFolder(_ path: String, _ folder: String, _ relative: String) {
    #expect(LinkResolver.relative(path, from: folder) == relative)
  }
}
