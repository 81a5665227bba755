import TestSupport
import Testing

@Suite struct OrphanPagesTests {
  /// What is found of pages of a site whose navigation has `index.md` and `a.md` alone.
  private func findings(_ files: String, settings: String = "") async -> [String] {
    let site = await TestSite(
      """
      -- portico.yaml --
      title: Portal
      navigation: [a.md]
      check: {rules: {page-outside-navigation: warning}}
      \(settings)
      -- index.md --
      # Home
      -- a.md --
      # A
      \(files)
      """
    ).build(promises: true)
    return site.findings.map { $0.replacing("content/", with: "") }
  }

  private func orphan(_ page: String) -> String {
    "\(page):1:1: warning: no other page and no entry of the navigation leads here [orphan-page]"
  }

  private func outside(_ page: String) -> String {
    "\(page):1:1: warning: no entry of the navigation leads here [page-outside-navigation]"
  }

  @Test func aNavigationOfFoldersHasAll() async {
    let site = await TestSite("-- index.md --\n# Home\n-- a.md --\n# A\n-- b/c.md --\n# C").build(promises: true)
    #expect(site.findings == [])
  }

  @Test func aPageThatNothingNamesIsOne() async {
    #expect(await findings("-- b.md --\n# B\n\n[Itself](b.md) and [A](a.md)") == [orphan("b.md")])
  }

  @Test(arguments: ["[B](b.md)", "<a href=\"b.md#b\">B</a>", "[[b]]", "[B](/old/)"])
  func aLinkOfAnotherPageLeadsToIt(link: String) async {
    let files = "-- b.md --\n---\naliases: [/old/]\n---\n# B\n-- c.md --\n---\nhidden: true\n---\n\(link)"
    #expect(await findings(files).filter { !$0.contains("moved-link") } == [outside("b.md")])
  }

  @Test(arguments: ["{% include 'b/part.md' %}", "{% include \"../b/part.md\" %}", "{{< include '/b/part.md' >}}"])
  func whatAPageIncludesInAnotherLanguageIsNone(construct: String) async {
    let files = "-- b/part.md --\nPart.\n-- c/d.md --\n---\nhidden: true\n---\n\(construct)"
    #expect(await findings(files).filter { !$0.contains("foreign-syntax") } == [outside("b/part.md")])
  }

  @Test(arguments: ["hidden: true", "draft: true"]) func onesThatSayThatTheyAreLeftOutAreNot(matter: String) async {
    #expect(await findings("-- b.md --\n---\n\(matter)\n---\n# B") == [])
  }

  @Test func aListLeadsToItsPagesIfSomethingLeadsToTheList() async {
    let files = "-- b/c.md --\n# C\n-- b/d/e.md --\n# E\n"
    #expect(await findings(files) == [orphan("b/c.md"), orphan("b/d/e.md")])
    #expect(
      await findings(files + "-- f.md --\n---\nhidden: true\n---\n[List](b/)")
        == [outside("b/c.md"), outside("b/d/e.md")])
  }

  @Test func theGuidesOfACapabilityAreOnItsPage() async {
    let files = """
      -- all.yaml --
      apiVersion: portico/v1
      kind: Capability
      metadata: {name: secrets, title: Secrets, description: Keys.}
      spec: {domain: d, owner: group:g, lifecycle: planned}
      ---
      apiVersion: backstage.io/v1alpha1
      kind: Group
      metadata: {name: g}
      spec: {type: team, children: []}
      -- capabilities/secrets/b.md --
      # B
      -- c.md --
      ---
      capability: secrets
      ---
      # C
      """
    let found = await findings(files, settings: "domains: [{id: d}]")
    #expect(found == [outside("c.md"), outside("capabilities/secrets/b.md")])
  }

  @Test func whatIsIncludedIsReadThere() async {
    #expect(await findings("-- b.md --\nB\n-- c.md --\n---\nhidden: true\n---\n:::include b.md\n") == [outside("b.md")])
  }

  @Test func theErrorPageAndRecordsAreFoundOtherwise() async {
    #expect(
      await findings("-- 404.md --\n# Lost\n-- changes/x.md --\n---\nkind: change\ndate: 2026-06-01\n---\n# X") == [])
  }
}
