import Diagnostics
import Markdown
import Testing

/// The HTML of a text as the specification's examples show it.
func plainHTML(_ text: String) -> String {
  let outcome = MarkdownRenderer.render(Array(text.utf8)[...], path: "a.md", options: .init(furniture: false))
  return String(decoding: outcome.value.html, as: UTF8.self)
}

/// A text rendered with the portal's furniture.
func render(_ text: String, rawHTML: MarkdownOptions.RawHTML = .keep) -> Outcome<Article> {
  MarkdownRenderer.render(Array(text.utf8)[...], path: "a.md", options: .init(rawHTML: rawHTML))
}

extension Article {
  /// The HTML as text.
  var text: String { String(decoding: html, as: UTF8.self) }
}

@Suite struct MarkdownRendererTests {
  @Test func rendersAParagraph() {
    #expect(plainHTML("Hello *world*\n") == "<p>Hello <em>world</em></p>\n")
  }

  @Test func anEmptyTextIsAnEmptyArticle() {
    let article = render("").value
    #expect(article.html.isEmpty)
    #expect(article.sections.isEmpty)
  }
}
