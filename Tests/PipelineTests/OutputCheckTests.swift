import Diagnostics
import Pipeline
import TestSupport
import Testing

@Suite struct OutputCheckTests {
  /// What is found in the output of a site: `path:line:column rule: message`.
  private func findings(_ text: String, themes: ThemeLocator = TestSite.themes) async -> [String] {
    let built = await TestSite(text).build(themes: themes)
    let found = await OutputCheck(built.result, in: "_site").findings(jobs: 2)
    return found.sorted(by: Diagnostic.precedes).map { finding in
      let place = finding.span.map { "\($0.path):\($0.line):\($0.column)" } ?? ""
      return "\(place) \(finding.rule.id): \(finding.message)"
    }
  }

  @Test func findsNothingInWhatPorticoMakes() async {
    #expect(await findings("-- index.md --\n# A\n[b](b.md#c)\n\n## D\n-- b.md --\n# B\n\n## C\n") == [])
  }

  @Test func findsTheIDsOfRawHTML() async {
    let found = await findings("-- index.md --\n# A\n\n<p id=\"x\">One</p>\n\n<p id=\"x\">Two</p>\n")
    #expect(found == ["content/index.md:5:8 repeated-id: the id 'x' is that of another element of the page"])
  }

  @Test func tellsWhatIsOnAPageOnceThoughItsSectionHasItToo() async {
    let site = "-- a/b.md --\n<p id=\"x\"></p><p id=\"x\"></p>\n-- a/c.md --\n# C\n"
    #expect(await findings(site).count == 1)
  }

  @Test func leavesToldWhatTheContentShows() async {
    #expect(
      await findings(
        "-- index.md --\n[a](gone.md) ![b](<gone file.png>) [c](#gone) <a href=gone.html> <form action=gone>\n") == [])
  }

  @Test func findsWhatCopiedFilesReferTo() async {
    let site = "-- index.md --\n# A\n-- old/a.html --\n<a href=b.html>\n-- old/a.css --\n\na{b:url(c.png)}\n"
    #expect(
      await findings(site) == [
        "content/old/a.css:2:9 broken-link: no page or file 'c.png'",
        "content/old/a.html:1:9 broken-link: no page or file 'b.html'",
      ])
  }

  @Test func namesTheLayoutThatWritesIt() async {
    let themes = TestSite(
      """
      -- portico/layouts/page.mustache --
      <a href="/imprint/">{{page.title}}</a>
      -- portico/layouts/section.mustache --
      {{page.title}}
      -- portico/layouts/404.mustache --
      -- portico/layouts/redirect.mustache --
      """
    ).asThemes
    let built = await TestSite("-- a.md --\n# A\n").build(themes: themes)
    let found = await OutputCheck(built.result, in: "_site").findings(jobs: 1)
    #expect(found.map(\.span?.path) == ["_site/a/index.html"])
    #expect(found.first?.notes == ["The layout 'page' of the theme writes it."])
    #expect(built.result.policy.apply(found).map(\.hidesSource) == [true])
  }

  @Test func knowsWhatServesTheSite() async {
    let page = "-- index.md --\n# A\n-- a.html --\n<a href=\"b\">x</a>\n-- b.html --\n"
    #expect(await findings(page).count == 1)
    #expect(await findings("-- portico.yaml --\ntitle: A\nhosting: netlify\n" + page) == [])
  }
}
