import Diagnostics
import Markdown
import Testing

/// A note as every dialect gives it.
private func note(_ inner: String, _ kind: String = "note", _ word: String = "Note") -> String {
  "<div class=\"callout callout-\(kind)\" role=\"note\">\n<p class=\"callout-title\">\(word)</p>\n\(inner)</div>\n"
}

/// The findings of a text where `slo` may be embedded, as `line:column+length message [rule]`.
private func findings(_ text: String) -> [String] {
  embedding(text).diagnostics.map { finding in
    let span = finding.span.map { "\($0.line):\($0.column)+\($0.length) " } ?? ""
    return "\(span)\(finding.message) [\(finding.rule.id)]"
  }
}

private func embedding(_ text: String) -> Outcome<Article> {
  MarkdownRenderer.render(
    Array(text.utf8)[...], path: "a.md", options: .init(furniture: false, embeds: ["slo"]))
}

@Suite struct ContainersTests {
  @Test func allDialectsGiveTheSameNote() {
    let texts = [":::note\na\n:::\n", "!!! note\n    a\n", "> [!NOTE]\n> a\n", "/// note\na\n///\n"]
    for text in texts { #expect(plainHTML(text) == note("<p>a</p>\n"), "\(text)") }
  }

  @Test func theTitleIsTheRestOfTheLineOrWhatIsInBrackets() {
    for line in [":::tip A *b*", ":::tip[A *b*]", "::: tip [A *b*] :::", ":::tip A *b* {.wide}"] {
      #expect(
        plainHTML(line + "\nc\n:::\n")
          == note("<p>c</p>\n", "tip", "A <em>b</em>"), "\(line)")
    }
    #expect(plainHTML(":::tip[A] b\nc\n:::\n") == note("<p>c</p>\n", "tip", "[A] b"))
  }

  @Test func itsEndWinsOverThatOfAnEmbed() {
    #expect(
      embedding(":::note\n:::slo a\n:::\nb\n").value.text == note("<p>:::slo a</p>\n") + "<p>b</p>\n")
    #expect(
      embedding("::::note\n:::slo a\n:::\n::::\nb\n").value.text == note("<p>:::slo a</p>\n") + "<p>b</p>\n")
    #expect(findings("::::note\n:::slo a\n:::\n::::\nb\n").isEmpty)
  }

  @Test func aListStaysTight() {
    #expect(
      plainHTML("- a\n  :::note\n  b\n  :::\n- c\n")
        == "<ul>\n<li>a\n\(note("<p>b</p>\n"))</li>\n<li>c</li>\n</ul>\n")
  }

  @Test func anUnknownNameIsReportedAndItsTextShown() {
    #expect(plainHTML(":::noet Title\na\n:::\nb\n") == "<p class=\"block-title\">Title</p>\n<p>a</p>\n<p>b</p>\n")
    #expect(findings(":::noet Title\na\n:::\n") == ["1:4+4 there is no container 'noet' [unknown-block]"])
    #expect(embedding(":::noet\na\n:::\n").diagnostics[0].help == "Did you mean 'note'?")
  }

  @Test func anUnknownNameWithoutAnEndIsText() {
    #expect(plainHTML("a\n:::unheard b\nc\n") == "<p>a\n:::unheard b\nc</p>\n")
    #expect(plainHTML(":::unheard b\nc\n> :::\n").hasPrefix("<p class=\"block-title\">b</p>"))
  }

  @Test func aNameNearerToAnEmbedIsOne() {
    #expect(findings(":::slos a\n") == ["1:4+4 there is no embed 'slos' [unknown-embed]"])
    #expect(embedding(":::slos a\nb\n").value.text == "<p>:::slos a\nb</p>\n")
  }

  @Test func withoutTheDialectsItIsText() {
    #expect(plainHTML(":::note\na\n:::\n", dialects: [.github, .mkdocs]) == "<p>:::note\na\n:::</p>\n")
    #expect(plainHTML(":::note\na\n", dialects: .docusaurus) == note("<p>a</p>\n"))
  }
}

@Suite struct FencesTests {
  @Test func anEndClosesTheInnermostOfItsLengthAndElseTheInnermostShorter() {
    #expect(plainHTML("::::note\n:::tip\na\n::::\nb\n") == note(note("<p>a</p>\n", "tip", "Tip")) + "<p>b</p>\n")
    #expect(plainHTML(":::note\n::::tip\na\n::::\nb\n:::\n") == note(note("<p>a</p>\n", "tip", "Tip") + "<p>b</p>\n"))
    #expect(plainHTML(":::note\na\n:::::\nb\n") == note("<p>a</p>\n") + "<p>b</p>\n")
  }

  @Test func itEndsWithWhatItStandsIn() {
    #expect(plainHTML("> :::note\n> a\n\nb\n") == "<blockquote>\n\(note("<p>a</p>\n"))</blockquote>\n<p>b</p>\n")
    #expect(
      findings("> :::note\n> a\n\nb\n") == ["1:3+7 no line ':::' closes this container [unclosed-container]"])
    #expect(findings(":::note\n::::tip\na\n:::\n").map { $0.prefix(3) } == ["2:1"])
  }

  @Test func anEndThatClosesNothingIsReportedAndLeftOut() {
    #expect(plainHTML("a\n:::\nb\n") == "<p>a</p>\n<p>b</p>\n")
    #expect(findings("a\n\n  ::::\n") == ["3:3+4 these colons close nothing [stray-end]"])
    #expect(plainHTML("a\n///\n") == "<p>a\n///</p>\n")
  }

  @Test func aLineOfCodeClosesNothing() {
    #expect(
      plainHTML(":::note\n- a\n  ```\n  :::\n  ```\n:::\nb\n")
        == note("<ul>\n<li>a\n<pre><code>:::\n</code></pre>\n</li>\n</ul>\n") + "<p>b</p>\n")
    #expect(plainHTML(":::note\n- a\n  ```\n:::\nb\n").hasSuffix("</div>\n<p>b</p>\n"))
    #expect(plainHTML(":::note\n<pre>\n:::\n</pre>\n:::\nb\n").hasSuffix("</pre>\n</div>\n<p>b</p>\n"))
    #expect(plainHTML(":::note\n<div>\n:::\nb\n").hasSuffix("<div>\n</div>\n<p>b</p>\n"))
  }

  @Test func slashesCloseInTheirExactNumber() {
    #expect(plainHTML("/// note\na\n////\n///\nb\n") == note("<p>a\n////</p>\n") + "<p>b</p>\n")
  }

  @Test func beyondTheBoundOneIsText() {
    let text = String(repeating: ":::note\n", count: 40)
    let article = render(text)
    #expect(article.value.text.split(separator: "<div").count == 16)
    #expect(article.diagnostics.filter { $0.rule == .markdownLimit }.count == 1)
  }

  @Test func hostileContainersAreRead() {
    for line in [
      ":::note\n", ":::\n", ":::note\n\n", "::::", ":::x\n", "- :::note\n", "/// note\n", ":::note\n:::\n\n",
    ] {
      let text = String(repeating: line, count: 100_000 / line.utf8.count)
      #expect(!render("a\n" + text).value.html.isEmpty, "\(line)")
    }
    let deep = (0..<16).map { String(repeating: ":", count: 40 - $0) + "note\n" }.joined()
    #expect(!render(deep + String(repeating: "\n", count: 50_000)).value.html.isEmpty)
    #expect(!render(deep + String(repeating: ":::\n\n", count: 20_000)).value.html.isEmpty)
  }
}
