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

  @Test func findsWhatRawHTMLRefersTo() async {
    let site = """
      -- index.md --
      # A

      <table background="gone.png"></table>

      <p id="x">One</p>

      <p id="x">Two</p>

      <form action="send"></form> and <form action="send"></form>
      """
    let found = await findings(site)
    #expect(
      found
        == [
          "content/index.md:3:20 broken-link: no page or file 'gone.png'",
          "content/index.md:7:8 repeated-id: the id 'x' is that of another element of the page",
          "content/index.md:9:15 broken-link: no page or file 'send'",
          "content/index.md:9:47 broken-link: no page or file 'send'",
        ])
  }

  @Test func leavesToldWhatTheContentShows() async {
    #expect(await findings("-- index.md --\n[a](gone.md) ![b](<gone file.png>) [c](#gone) <a href=gone.html>\n") == [])
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
    let page = "-- index.md --\n<form action=\"b\"></form>\n-- b.html --\n"
    #expect(await findings(page).count == 1)
    #expect(await findings("-- portico.yaml --\ntitle: A\nhosting: netlify\n" + page) == [])
  }
}
