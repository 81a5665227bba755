import Diagnostics
import Markdown
import Testing

@testable import SiteModel

@Suite struct DocumentTests {
  @Test func keepsTheLinesOfItsText() {
    let outcome = document("---\ntitle: A\n---\n\n[x](y.md)\n")
    #expect(outcome.value.article.links.map(\.span.line) == [5])
    #expect(outcome.value.article.links.map(\.span.path) == ["content/page.md"])
  }

  @Test func reportsFrontMatterThatNeverEnds() {
    let outcome = document("---\ntitle: A\n\n# Text\n")
    #expect(
      outcome.findings == ["content/page.md:1:1 front-matter-unclosed: the front matter that begins here never ends"])
    #expect(outcome.diagnostics.map(\.help) == ["Write a line '---' behind its last key."])
  }

  @Test func showsAThematicBreakOnTheFirstLine() {
    let outcome = document("---\n\nText\n")
    #expect(outcome.findings == [])
    #expect(String(decoding: outcome.value.article.html, as: UTF8.self) == "<hr />\n<p>Text</p>\n")
  }

  @Test func readsAnEmptyFile() {
    let outcome = document("", path: "empty-page.md")
    #expect(outcome.findings == [])
    #expect(outcome.value.article.html == [])
    #expect(outcome.value.title == "Empty page")
  }

  @Test(arguments: [
    ("---\ntitle: Front\n---\n# Heading\n", "a.md", "Front"), ("# Heading `code`\n", "a.md", "Heading code"),
    ("## Second\n\n# First\n", "a.md", "First"), ("#\n\n# Real\n", "a.md", "Real"),
    ("## Second\n", "get-a_secret.md", "Get a secret"),
    ("text", "guides/index.md", "Guides"), ("text", "guides/README.md", "Guides"), ("text", "index.md", "Home"),
    ("text", "guides/v1.10.md", "V1.10"),
  ])
  func takesItsTitleFromTheBestPlace(_ text: String, _ path: String, _ title: String) {
    #expect(document(text, path: path).value.title == title)
  }

  @Test(arguments: ["index.md", "INDEX.md", "README.md", "readme.md", "Readme.md", "a/index.markdown"])
  func isTheIndexOfItsFolderByName(_ path: String) {
    #expect(document("", path: path).value.isIndex)
  }

  @Test(arguments: ["indexes.md", "index-2.md", "a.md", "README.old.md"])
  func isNoIndexOtherwise(_ path: String) {
    #expect(!document("", path: path).value.isIndex)
  }
}
