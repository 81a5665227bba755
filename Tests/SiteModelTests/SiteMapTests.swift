import Testing

@testable import SiteModel

@Suite struct SiteMapTests {
  private func map(_ paths: String...) -> SiteMap {
    var map = SiteMap(style: .clean)
    for path in paths { map.add(.file(path), at: path) }
    return map
  }

  @Test(arguments: [
    ("a.md", "a.md"), ("a.md", "a"), ("a.md", "a/"), ("a.md", "a.html"), ("a/", "a"), ("a/", "a.html"), ("a/", "a///"),
    ("a/", "a/index.html"), ("a.html", "a"), ("a/index.html", "a/"), ("a.markdown", "a"), ("", "/"), ("", "index.html"),
  ])
  func findsANameInTheFormsThatAuthorsWrite(_ name: String, _ written: String) {
    #expect(map(name).lookUp(written) == .file(name))
  }

  @Test(arguments: [("a.md", "b"), ("a.md", "a.txt"), ("a.png", "a"), ("a/b.md", "a"), ("A.md", "a")])
  func findsNothingElse(_ name: String, _ written: String) {
    #expect(map(name).lookUp(written) == nil)
  }

  @Test func keepsTheFirstEntryOfAName() {
    var map = map("a")
    map.add(.draft, at: "a")
    #expect(map.lookUp("a") == .file("a"))
  }

  @Test func prefersTheNameAsItIsWritten() {
    #expect(map("a.md", "a.html", "a").lookUp("a") == .file("a"))
    #expect(map("a.md", "a.html").lookUp("a.html") == .file("a.html"))
  }

  @Test func knowsTheRightSpelling() {
    #expect(map("Guides/API.md").rightSpelling(of: "guides/api.md") == "Guides/API.md")
    #expect(map("Guides/API.md").rightSpelling(of: "guides/api") == "Guides/API.md")
    #expect(map("Guides/API.md").rightSpelling(of: "Guides/API.md") == nil)
  }
}
