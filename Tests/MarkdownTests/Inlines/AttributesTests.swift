import Diagnostics
import Markdown
import Testing

@Suite struct AttributesTests {
  @Test(arguments: [
    "## Set up {#setup}", "## Set up {: #setup }", "## Set up { #setup }", "## Set up {/* #setup */}",
    "Set up {#setup}\n---",
  ]) func headingsTakeIDs(text: String) {
    #expect(inline(text) == "<h2 id=\"setup\">Set up</h2>\n" || inline(text) == "<h2>Set up</h2>\n")
    let article = MarkdownRenderer.render(Array(text.utf8)[...], path: "a.md").value
    #expect(article.headings.map(\.id) == ["setup"])
    #expect(article.headings.map(\.text) == ["Set up"])
    #expect(article.anchors == ["setup"])
  }

  @Test func headingsTakeClasses() {
    #expect(inline("# A {.b #c data-d=e}") == "<h1 class=\"b\" data-d=\"e\">A</h1>\n")
  }

  @Test(arguments: [
    ("[a](b){ .md-button target=_blank }", "<a href=\"b\" class=\"md-button\" target=\"_blank\">a</a>"),
    ("![a](b){width=300}", "<img src=\"b\" alt=\"a\" width=\"300\" />"),
    ("`a`{.b} *c*{.d} **e**{#f}", "<code class=\"b\">a</code> <em class=\"d\">c</em> <strong id=\"f\">e</strong>"),
    ("[a](b){: title=\"c &amp; \\\"\" }", "<a href=\"b\">a</a>{: title=&quot;c &amp; &quot;&quot; }"),
    ("[a](b){title='x \"y\"'}", "<a href=\"b\" title=\"x &quot;y&quot;\">a</a>"),
    ("a\n{: .b }", "<p class=\"b\">a\n</p>\n"),
    ("{: .note }\na", "<p class=\"note\">\na</p>\n"),
    ("{foo} {a.b} {{c}} {#} {.} {=a} {a=} a{.b}", "{foo} {a.b} {{c}} {#} {.} {=a} {a=} a{.b}"),
    ("[a](b){c} [a](b){.c", "<a href=\"b\">a</a>{c} <a href=\"b\">a</a>{.c"),
    ("`x`{.status.id}", "<code>x</code>{.status.id}"),
    ("[a](b)\\{.c}", "<a href=\"b\">a</a>{.c}"),
  ]) func elementsTakeAttributes(text: String, html: String) {
    #expect(inline(text) == html)
  }

  @Test func otherDialectsLeaveThemAsText() {
    #expect(inline("# A {#b}", [.github]) == "<h1>A {#b}</h1>\n")
    #expect(inline("[a](b){.c}", [.github, .docusaurus]) == "<a href=\"b\">a</a>{.c}")
    #expect(inline("# A {#b}", [.docusaurus]) == "<h1>A</h1>\n")
    #expect(inline("# A {.b}", [.docusaurus]) == "<h1>A {.b}</h1>\n")
  }

  @Test func unsafeAttributesAreLeftOutAndNamed() {
    let text = "x [a](b){ style=\"color: red\" onclick=c .d }"
    #expect(inline(text) == "x <a href=\"b\" class=\"d\">a</a>")
    #expect(findings(text) == ["1:9+35 Markdown may not set 'style', 'onclick' here"])
  }

  @Test func attributesOfNothingAreLeftOutAndReported() {
    #expect(inline("- a\n\n{: .b }\n\n> c") == "<ul>\n<li>a</li>\n</ul>\n<blockquote>\n<p>c</p>\n</blockquote>\n")
    #expect(findings("a\n\n{: .b }\n\nc") == ["3:1+7 nothing takes these attributes"])
    #expect(findings("- a\n  {: .b }\n") == ["2:3+7 nothing takes these attributes"])
  }

  @Test func aListOfTooManyIsText() {
    func list(_ count: Int) -> String { "{ " + (0..<count).map { "data-\($0)=a" }.joined(separator: " ") + " }" }
    #expect(inline("`a`" + list(64)).hasSuffix(" data-63=\"a\">a</code>"))
    #expect(inline("`a`" + list(65)).hasSuffix(" data-64=a }"))
  }

  @Test func cellsTakeThem() {
    #expect(inline("| a |\n|-|\n| b { .c } |\n").contains("<td class=\"c\">b</td>"))
  }
}
