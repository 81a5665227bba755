import Bytes
import Diagnostics
import Markdown
import Testing

private func rendering(_ text: String, dialects: Dialects = .all) -> Outcome<Article> {
  MarkdownRenderer.render(Array(text.utf8)[...], path: "a.md", options: .init(dialects: dialects))
}

/// The inside of the code element of a text's only block.
private func code(_ text: String) -> String {
  let html = String(decoding: rendering(text).value.html, as: UTF8.self)
  guard let start = html.firstRange(of: "<code"), let end = html.firstRange(of: "</code>") else { return html }
  return String(html[start.upperBound..<end.lowerBound].drop { $0 != ">" }.dropFirst())
}

private func html(_ text: String) -> String { String(decoding: rendering(text).value.html, as: UTF8.self) }

/// The findings of a text, as `line:column+length message`.
private func findings(_ text: String) -> [String] {
  rendering(text).diagnostics.filter { $0.rule == .codeAttribute }.map { finding in
    "\(finding.span?.line ?? 0):\(finding.span?.column ?? 0)+\(finding.span?.length ?? 0) \(finding.message)"
  }
}

@Suite struct RendererCodeTests {
  @Test func aTitleIsTheCaption() {
    #expect(
      html("```text title=\"a<b.yaml\"\na: 1\n```\n") == """
        <figure class="code">
        <figcaption>a&lt;b.yaml</figcaption>
        <pre tabindex="0"><code class="language-text">a: 1
        </code></pre>
        </figure>

        """)
  }

  @Test func anAttributeListHasIDAndClasses() {
    let article = rendering("``` { .yaml #app .wide wrap }\na\n```\n\n# App\n").value
    #expect(
      String(decoding: article.html, as: UTF8.self).hasPrefix(
        "<pre id=\"app\" class=\"wrap wide\" tabindex=\"0\"><code class=\"language-yaml\">"))
    #expect(article.anchors == ["app", "app-1"])
  }

  @Test func plainMarkdownHasNoAttributes() {
    let outcome = rendering("```text title=\"x\" {9}\n# [!code ++]\n```\n", dialects: [])
    #expect(
      String(decoding: outcome.value.html, as: UTF8.self)
        == "<pre tabindex=\"0\"><code class=\"language-text\"># [!code ++]\n</code></pre>\n")
    #expect(outcome.diagnostics.isEmpty)
  }

  @Test func linesAlikeShareAnElement() {
    #expect(code("```a {2-3,5}\n1\n2\n3\n4\n5\n```\n") == "1\n<mark>2\n3\n</mark>4\n<mark>5\n</mark>")
    #expect(code("```a {1-2} hl_lines=\"2\"\n1\n2\n3\n```\n") == "<mark>1\n2\n</mark>3\n")
  }

  @Test func numberedLinesHaveAnElementEach() {
    #expect(
      code("```a {2} linenums=\"9\"\nx\ny\n```\n")
        == "<span data-n=\"9\">x\n</span><mark data-n=\"10\">y\n</mark>")
  }

  @Test func whatIsNotInFocusIsDimmed() {
    #expect(
      code("```a {4} focus=2\n1\n2\n3\n4\n```\n")
        == "<span class=\"dim\">1\n</span>2\n<span class=\"dim\">3\n</span><mark class=\"dim\">4\n</mark>")
  }

  @Test func aDifferenceHasInsertedAndDeletedLines() {
    #expect(code("```diff\n a\n-b\n+c\n\n d\n```\n") == "a\n<del>b\n</del><ins>c\n</ins>\nd\n")
  }

  @Test func aSignThatTookTheColumnOfABlankLeavesOne() {
    #expect(code("```diff\nspec:\n-  a: 1\n+  a: 2\n```\n") == "spec:\n<del>   a: 1\n</del><ins>   a: 2\n</ins>")
  }

  @Test func aPatchIsLeftAsItIs() {
    #expect(
      code("```diff\n@@ -1 +1 @@\n-b\n+c\n```\n")
        == "<span class=\"h\">@@ -1 +1 @@</span>\n<span class=\"d\">-b</span>\n<span class=\"i\">+c</span>\n")
  }

  @Test func commentsForTheSourceOnlyMarkLines() {
    #expect(
      code("```js\na // [!code ++]\nb /* [!code --] */\nc # [!code hl:2]\nd\ne <!-- [!code focus] -->\n```\n")
        == """
        <ins class="dim">a
        </ins><del class="dim">b
        </del><mark class="dim">c
        d
        </mark>e

        """)
    #expect(
      code("```js\n# highlight-next-line\na\n{/* highlight-start */}\nb\n// highlight-end\nc\n```\n")
        == "<mark>a\nb\n</mark>c\n")
    #expect(code("```js\n// [!code hl:2]\na\nb\n```\n") == "<mark>a\nb\n</mark>")
  }

  @Test func otherCommentsStay() {
    for line in [
      "a [!code ++]", "a // [!code word:x]", "a // [!code ++] b", "a # highlight-next-line", "# highlight-next",
      "a // [!code ++", "# [!code hl:x]",
    ] {
      #expect(code("```text\n\(line)\n```\n") == line + "\n")
    }
  }

  @Test func notesLeadToTheListBelow() {
    #expect(
      html("```text\na: 1 # (1)!\nb: 2 # (2) (1)!\nc: f(1)\n```\n\n1. One\n2. Two\n") == """
        <pre tabindex="0"><code class="language-text">a: 1 <a class="note" href="#note-1.1" aria-label="Note 1">1</a>
        b: 2 <a class="note" href="#note-1.2" aria-label="Note 2">2</a> \
        <a class="note" href="#note-1.1" aria-label="Note 1">1</a>
        c: f(1)
        </code></pre>
        <ol class="notes">
        <li id="note-1.1">One</li>
        <li id="note-1.2">Two</li>
        </ol>

        """)
  }

  @Test func aNoteMayHaveNotesOfItsOwn() {
    let text = "```y\na # (1)!\nb # (2)!\n```\n\n1. One\n\n   ```y\n   c # (1)!\n   ```\n\n   1. Inner\n\n2. Two\n"
    let ids = html(text).split(separator: "<li id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(ids == ["note-1.1", "note-2.1", "note-1.2"])
  }

  @Test func marksWithoutAListOrAnItemStay() {
    #expect(code("```text\na # (1)!\n```\n\ntext\n") == "a # (1)!\n")
    #expect(code("```text\na # (3)!\n```\n\n1. One\n") == "a # (3)!\n")
    #expect(html("```text\na # (3)!\n```\n\n1. One\n").hasSuffix("<ol>\n<li>One</li>\n</ol>\n"))
  }

  @Test func wordsOfTheLanguageAreElements() {
    #expect(
      code("```yaml\n# a<b\nc: true\n```\n")
        == "<span class=\"c\"># a&lt;b</span>\n<span class=\"p\">c</span>: <span class=\"n\">true</span>\n")
    #expect(code("```TEXT\n# a\n```\n") == "# a\n")
  }

  @Test func aTokenOfSeveralLinesIsCutAtItsLines() {
    #expect(
      code("```bash {2}\na='b\n\nc\nd'\n```\n").filter { $0 != "\n" }
        .hasSuffix("<span class=\"s\">'b</span><mark></mark><span class=\"s\">c</span><span class=\"s\">d'</span>"))
  }

  @Test func aDifferenceIsColouredInTheLanguageOfItsLines() {
    #expect(
      code("```diff yaml\n-a: 1\n+a: 2\n```\n") == """
        <del><span class="p">a</span>: <span class="n">1</span>
        </del><ins><span class="p">a</span>: <span class="n">2</span>
        </ins>
        """)
  }

  @Test func aCommentThatIsTakenOutLeavesNoToken() {
    #expect(
      code("```yaml\na: 1 # [!code hl]\n# b\n```\n") == """
        <mark><span class="p">a</span>: <span class="n">1</span>
        </mark><span class="c"># b</span>

        """)
  }

  @Test func codeInASentenceMayNameItsLanguage() {
    let coloured = "<code class=\"language-yaml\"><span class=\"p\">a</span>: <span class=\"n\">1</span></code>"
    #expect(html("`#!yaml a: 1` `:::yaml a: 1`\n") == "<p>\(coloured) \(coloured)</p>\n")
    #expect(html("`#!/bin/sh -e` `:::note a`\n") == "<p><code>#!/bin/sh -e</code> <code>:::note a</code></p>\n")
    #expect(html("`#!yaml`\n") == "<p><code>#!yaml</code></p>\n")
  }

  @Test func aLanguageThatIsNotKnownIsPlainText() {
    let outcome = rendering("```ymal\na: 1\n```\n")
    #expect(String(decoding: outcome.value.html, as: UTF8.self).contains(">a: 1\n<"))
    #expect(outcome.diagnostics.map(\.rule) == [.unknownLanguage])
    #expect(outcome.diagnostics.first?.span?.column == 4)
    #expect(outcome.diagnostics.first?.help == "Did you mean 'yaml'?")
  }

  @Test func searchFindsWhatIsShown() {
    #expect(rendering("```diff\n-a\n+b // [!code hl]\n```\n").value.sections.map(\.text) == ["a\nb\n"])
  }

  @Test func findingsNameTheirPlace() {
    #expect(
      findings("> - ```yaml titel=x {7}\n>   a\n>   ```\n")
        == [
          "1:21+3 the block has no line 7", "1:13+7 there is no attribute 'titel' of code blocks",
        ])
    #expect(findings("``` a&amp;b titel=x\na\n```\n") == ["1:1+19 there is no attribute 'titel' of code blocks"])
    #expect(rendering("```yaml titel=x\n```\n").diagnostics.first?.help == "Did you mean 'title'?")
  }
}
