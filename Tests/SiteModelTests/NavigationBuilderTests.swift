import Bytes
import Diagnostics
import Testing
import YAML

@testable import SiteModel

@Suite struct NavigationBuilderTests {
  private static let content: Content = [
    "index.md": "# Home", "b.md": "# B", "a.md": "# A", "404.md": "# Lost",
    "guides/index.md": "---\nweight: 5\n---\n# Guides", "guides/z.md": "---\nweight: 1\n---\n# Z",
    "guides/y.md": "---\nweight: 2\n---\n# Y", "guides/x.md": "# X", "guides/deep/w.md": "# W",
    "secret.md": "---\nhidden: true\n---\n# Secret", "hidden/index.md": "---\nhidden: true\n---\n",
    "hidden/v.md": "# V",
  ]

  /// The navigation that the settings say, over the same content.
  private func navigation(_ yaml: String) -> Outcome<Site> {
    assemble(NavigationBuilderTests.content, settings: "title: A\nnavigation:\n" + yaml)
  }

  // MARK: From folders

  @Test func ordersByWeightThenByName() {
    #expect(
      assemble(NavigationBuilderTests.content).value.outline == """
        Guides
          Z
          Y
          Deep
            W
          X
        A
        B
        """)
  }

  @Test func leavesOutHiddenPagesAndWhatIsBelowThem() {
    let outline = assemble(NavigationBuilderTests.content).value.outline
    for title in ["Secret", "Hidden", "V", "Lost"] { #expect(!outline.split(separator: "\n").contains(title[...])) }
  }

  @Test func readsTopDownFromTheHomePage() {
    #expect(
      assemble(NavigationBuilderTests.content).value.readingOrder == [
        "Home", "Guides", "Z", "Y", "Deep", "W", "X", "A", "B",
      ])
  }

  @Test func ordersByBytesWhateverTheLocale() {
    #expect(assemble(["b.md": "", "B.c.md": "", "é.md": "", "a.md": ""]).value.outline == "B.c\nA\nB\nÉ")
  }

  @Test func ordersFilesOfFileAddressesAlike() {
    let site = assemble([
      "portico.yaml": "title: A\nurls: file", "b/index.md": "# B", "a.md": "# A", "b/c.md": "# C",
    ]).value
    #expect(site.outline == "A\nB\n  C")
  }

  // MARK: From the settings

  @Test func takesTheTreeOfTheSettings() {
    let site = navigation(
      """
        - a.md
        - title: More
          children:
            - {title: Zed, page: guides/z.md}
            - {title: Elsewhere, url: "https://example.com"}
      """)
    #expect(site.findings == [])
    #expect(site.value.outline == "A\nMore\n  Zed\n  Elsewhere")
    #expect(site.value.readingOrder == ["Home", "A", "Z"])
    #expect(site.value.navigation.nodes.compactMap(\.url) == ["https://example.com"])
  }

  @Test func fillsAFolderWithItsPages() {
    #expect(navigation("  - guides/").value.outline == "Guides\n  Z\n  Y\n  Deep\n    W\n  X")
  }

  @Test func fillsNoFolderWhoseEntriesAreNamed() {
    let site = navigation("  - {title: How to, page: guides/, children: [guides/x.md]}").value
    #expect(site.outline == "How to\n  X")
  }

  @Test func takesAFolderByItsAddressAsAPage() {
    #expect(navigation("  - /guides/").value.outline == "Guides")
  }

  @Test func takesAHiddenPageThatIsNamed() {
    #expect(navigation("  - secret.md").value.outline == "Secret")
  }

  @Test func needsNoEntryOfTheHomePage() {
    #expect(navigation("  - index.md\n  - a.md").value.outline == "A")
    #expect(navigation("  - {title: Start, page: index.md}\n  - a.md").value.outline == "Start\nA")
  }

  @Test func keepsTheEntriesBelowTheHomePage() {
    #expect(navigation("  - {page: index.md, children: [a.md, b.md]}").value.outline == "A\nB")
  }

  @Test(arguments: [
    ("a.mdd", "a.mdd", "Did you mean 'a.md'?"), ("guides/Q.md", "guides/Q.md", "Did you mean 'guides/x.md'?"),
    ("nowhere/", "nowhere/", "Write a path below the content folder, such as 'guides/setup.md'."),
    ("../a.md", "../a.md", "Write a path below the content folder, such as 'guides/setup.md'."),
  ])
  func reportsAnEntryThatLeadsNowhere(_ entry: String, _ shown: String, _ help: String) {
    let site = navigation("  - \(entry)\n  - b.md")
    #expect(
      site.findings == [
        "content/portico.yaml:3:5 navigation-target: the navigation names '\(shown)', which is no page"
      ])
    #expect(site.diagnostics.map(\.help) == [help])
    #expect(site.value.outline == "B")
  }

  @Test func keepsAPageThatIsNamedTwiceInItsFirstPlace() {
    let site = navigation("  - a.md\n  - b.md\n  - a.md").value
    #expect(site.outline == "A\nB\nA")
    #expect(site.readingOrder == ["Home", "A", "B"])
  }

  // MARK: From files in folders

  /// The navigation over pages of files `a`, `b`, `c2` and `c10` and a folder `d` of one page, with settings of the folders.
  private func outline(_ folders: [String: FolderSettings], navigation: [NavigationItem]? = nil) -> String {
    var settings = SiteSettings()
    settings.folders = folders
    settings.navigation = navigation
    let paths = ["a.md", "b.md", "c10.md", "c2.md", "d/e.md"]
    let documents = paths.map { document("# " + ContentPath.name(of: $0), path: $0).value }
    let site = Site.assemble(
      SiteInput(
        settings: settings, documents: documents, plan: SourcePlan(), files: [], sources: [], includesDrafts: false,
        asOf: CalendarDate(daysSinceEpoch: 0), displayPath: { $0 }))
    return site.value.outline.split(separator: "\n").joined(separator: ", ")
  }

  private func item(_ target: NavigationItem.Target, title: String? = nil) -> NavigationItem {
    NavigationItem(title: title, target: target, span: SourceSpan(path: "x"))
  }

  private func folder(_ change: (inout FolderSettings) -> Void) -> FolderSettings {
    var folder = FolderSettings()
    change(&folder)
    return folder
  }

  @Test func putsTheRestWhereTheListSaysSo() {
    let entries = [item(.page("b.md"), title: "Bee"), item(.rest(nil)), item(.folder("d"), title: "Dee")]
    #expect(outline(["": folder { $0.entries = entries }]) == "Bee, a.md, c10.md, c2.md, Dee,   e.md")
    #expect(outline([:], navigation: entries) == "Bee, a.md, c10.md, c2.md, Dee,   e.md")
  }

  @Test func restOfAPatternIsWhatItMeans() {
    let entries = [item(.rest(PathPatterns(["/c*"]))), item(.page("a.md")), item(.rest(nil))]
    #expect(outline(["": folder { $0.entries = entries }]) == "c10.md, c2.md, a.md, b.md, D,   e.md")
  }

  @Test func leavesOutWhatNoEntryNames() {
    #expect(outline(["": folder { $0.entries = [item(.page("a.md"))] }]) == "a.md")
  }

  @Test func ordersAsTheFolderSays() {
    #expect(outline(["": folder { $0.order.isDescending = true }]) == "D,   e.md, c2.md, c10.md, b.md, a.md")
    #expect(outline(["": folder { $0.order.isNatural = true }]) == "a.md, b.md, c2.md, c10.md, D,   e.md")
    #expect(
      outline(["": folder { $0.order.isByTitle = true }, "d": folder { $0.title = "B" }])
        == "a.md, B,   e.md, b.md, c10.md, c2.md")
  }

  @Test func showsAFolderAsItsFileSays() {
    #expect(outline(["d": folder { $0.title = "Dee" }]) == "a.md, b.md, c10.md, c2.md, Dee,   e.md")
    #expect(outline(["d": folder { $0.isHidden = true }]) == "a.md, b.md, c10.md, c2.md")
    #expect(outline(["d": folder { $0.weight = 1 }]) == "D,   e.md, a.md, b.md, c10.md, c2.md")
    #expect(outline(["d": folder { $0.collapsesSinglePage = true }]) == "a.md, b.md, c10.md, c2.md, e.md")
  }

  @Test func takesTheContentsOfAFolderWithoutTheFolder() {
    #expect(outline([:], navigation: [item(.contents("d"))]) == "e.md")
  }
}
