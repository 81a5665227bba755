import Diagnostics
import Testing

@testable import SiteModel

@Suite struct OutputClaimsTests {
  @Test func reportsTwoPagesAtOneAddress() {
    let site = assemble(["b/index.md": "", "b.md": ""])
    #expect(
      site.findings == [
        "content/b/index.md:1:1 url-collision: 'b/index.md' and 'b.md' would both be published at '/b/index.html'"
      ])
    #expect(site.diagnostics.map(\.help) == ["Rename one of them."])
  }

  @Test func reportsAddressesThatDifferInLetterCaseAlone() {
    let site = assemble(["guides/Setup.md": "", "guides/setup.md": ""])
    #expect(
      site.findings == [
        "content/guides/setup.md:1:1 url-collision: 'guides/setup.md' and 'guides/Setup.md' would both be published"
          + " at '/guides/setup/index.html' and '/guides/Setup/index.html', which differ in letter case alone"
      ])
  }

  @Test func reportsNamesThatDifferInTheirUnicodeFormAlone() {
    let site = assemble(["caf\u{E9}.md": "", "cafe\u{301}.md": ""])
    #expect(site.diagnostics.map(\.rule.id) == ["url-collision"])
  }

  @Test func reportsAFileInThePlaceOfAPlannedOne() {
    let site = assemble(["feed.xml": ""], planned: [FilePlan(path: "feed.xml") { _ in [] }])
    #expect(
      site.findings == [
        "content/feed.xml:1:1 url-collision: 'feed.xml' and a generated file would both be published at '/feed.xml'"
      ])
  }

  @Test func reportsAFileInThePlaceOfAPage() {
    let site = assemble(["a/index.html": "", "a.md": ""])
    #expect(
      site.findings == [
        "content/a.md:1:1 url-collision: 'a.md' and 'a/index.html' would both be published at '/a/index.html'"
      ])
  }

  @Test func reportsAFileInThePlaceOfAGeneratedPageAtTheFile() {
    let site = assemble(["a/index.html": "", "a/b.md": ""])
    #expect(
      site.findings == [
        "content/a/index.html:1:1 url-collision: the page 'A' and 'a/index.html' would both be published"
          + " at '/a/index.html'"
      ])
  }

  @Test func reportsAFileWhereAFolderIsNeeded() {
    let site = assemble(["setup": "", "setup.md": ""])
    #expect(
      site.findings == [
        "content/setup:1:1 url-collision: 'setup' would be published as the file '/setup', which is a folder of other"
          + " pages"
      ])
    #expect(site.diagnostics.map(\.help) == ["Rename it."])
  }

  @Test func acceptsAFileBesideAPageOfItsName() {
    #expect(assemble(["setup.html": "", "setup.md": "", "setup.png": ""]).findings == [])
  }
}
