import Diagnostics
import Markdown
import Testing

/// The HTML of a text as the specification's examples show it.
func plainHTML(_ text: String, dialects: Dialects = .all) -> String {
  let outcome = MarkdownRenderer.render(
    Array(text.utf8)[...], path: "a.md", options: .init(furniture: false, dialects: dialects))
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

@Suite struct TextFaultTests {
  @Test func reportsIllFormedUTF8WhereItStands() {
    let outcome = MarkdownRenderer.render([0x61, 0x0A, 0x62, 0xFF, 0x63, 0x0A][...], path: "a.md", firstLine: 3)
    #expect(outcome.value.text == "<p>a\nb\u{FFFD}c</p>\n")
    #expect(outcome.diagnostics.map(\.rule) == [.invalidUTF8])
    #expect(outcome.diagnostics[0].span == SourceSpan(path: "a.md", line: 4, column: 2))
  }

  @Test func replacesNULAndSkipsAByteOrderMark() {
    #expect(plainHTML("\u{FEFF}# a\0b\r\n") == "<h1>a\u{FFFD}b</h1>\n")
  }
}
