import Diagnostics
import Files
import PublishedSite
import Testing

@Suite struct ExternalReferencesTests {
  @Test func tellsWhatLeadsOutOfTheSite() async {
    let page = """
      <a href="https://a.example/x?y=1&amp;z#f"><img src=//b.example/i.png><a href=mailto:x@y><a href=/x>
      <link rel=preconnect href=https://c.example><form action=https://d.example></form>
      <a href=https://example.com/blog/><a href=https://example.com/docs/><a href=" https://e.example ">
      """
    let folder = SiteFolder(FileTree(name: "out", files: ["index.html": Array(page.utf8)]), jobs: 1)
    let found = await folder.externalReferences(at: SiteAddress(baseURL: "https://example.com/docs/"), on: .nginx)
    #expect(
      found.map(\.url) == [
        "https://a.example/x?y=1&z#f", "//b.example/i.png", "https://example.com/blog/", "https://e.example",
      ])
    #expect(found.first?.span == SourceSpan(path: "out/index.html", line: 1, column: 10, length: 31))
    #expect(found.allSatisfy { !$0.isRewritable })
  }
}
