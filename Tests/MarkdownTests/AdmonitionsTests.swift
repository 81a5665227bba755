import Diagnostics
import Markdown
import Testing

/// The findings of a text, as `line:column+length message`.
private func findings(_ text: String) -> [String] {
  render(text).diagnostics.map { finding in
    let span = finding.span.map { "\($0.line):\($0.column)+\($0.length) " } ?? ""
    return span + finding.message
  }
}

@Suite struct AdmonitionsTests {
  private let note = "<div class=\"callout callout-note\" role=\"note\">\n<p class=\"callout-title\">Note</p>\n"

  @Test func theBodyEndsWithTheFirstLineOfLessIndentEvenInAParagraph() {
    #expect(plainHTML("!!! note\n    One\nTwo\n") == note + "<p>One</p>\n</div>\n<p>Two</p>\n")
    #expect(plainHTML("!!! note\n    One\n   Two\n") == note + "<p>One</p>\n</div>\n<p>Two</p>\n")
    #expect(plainHTML("> !!! note\n>     One\n> Two\n").hasSuffix("<p>One</p>\n</div>\n<p>Two</p>\n</blockquote>\n"))
  }

  @Test func theBodyIsCountedFromTheMarker() {
    #expect(
      plainHTML("- a\n\n    !!! note\n\n        One\n\n            code\n")
        == "<ul>\n<li>\n<p>a</p>\n\(note)<p>One</p>\n<pre><code>code\n</code></pre>\n</div>\n</li>\n</ul>\n")
  }

  @Test func tabsCountAsColumns() {
    #expect(plainHTML("!!! note\n\tOne\n\n\t\tcode\n") == note + "<p>One</p>\n<pre><code>code\n</code></pre>\n</div>\n")
  }

  @Test func aFenceEndsWithItsNote() {
    #expect(plainHTML("!!! note\n    ```\n    a\nb\n") == note + "<pre><code>a\n</code></pre>\n</div>\n<p>b</p>\n")
  }

  @Test func itInterruptsAParagraphAndKeepsAListTight() {
    #expect(plainHTML("a\n!!! note\n    b\n") == "<p>a</p>\n" + note + "<p>b</p>\n</div>\n")
    #expect(
      plainHTML("- a\n  !!! note\n      b\n- c\n")
        == "<ul>\n<li>a\n\(note)<p>b</p>\n</div>\n</li>\n<li>c</li>\n</ul>\n")
  }

  @Test func withoutTheDialectItIsText() {
    let options = MarkdownOptions(furniture: false, dialects: [.github, .docusaurus])
    let outcome = MarkdownRenderer.render(Array("!!! note\n".utf8)[...], path: "a.md", options: options)
    #expect(outcome.value.text == "<p>!!! note</p>\n")
  }

  @Test func reportsAMisspeltTypeAndANoteWithoutText() {
    #expect(findings("> !!! warnign\n>     a\n") == ["1:7+7 there is no note 'warnign'"])
    #expect(findings("!!! beware\n    a\n").isEmpty)
    #expect(findings("a\n\n  !!! note inline\nb\n") == ["3:3+15 the note has no text"])
    #expect(findings("!!! note \"A title is enough\"\n").isEmpty)
  }

  @Test func hostileMarkersAreRead() {
    for line in ["!!! ", "!!! a\n", "??? ", "!!! a \"", "!!! note\n\n", "!!!"] {
      let text = String(repeating: line, count: 100_000 / line.utf8.count)
      #expect(!render(text).value.html.isEmpty, "\(line)")
    }
  }
}
