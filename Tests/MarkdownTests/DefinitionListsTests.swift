import Diagnostics
import Markdown
import Testing

@Suite struct DefinitionListsTests {
  @Test func everyLineAboveIsATerm() {
    #expect(
      plainHTML("a\n*b*\n: c\n: d\n") == "<dl>\n<dt>a</dt>\n<dt><em>b</em></dt>\n<dd>c</dd>\n<dd>d</dd>\n</dl>\n")
  }

  @Test func aBlankLineMakesParagraphs() {
    #expect(plainHTML("a\n\n:   b\n\n    c\n") == "<dl>\n<dt>a</dt>\n<dd>\n<p>b</p>\n<p>c</p>\n</dd>\n</dl>\n")
    #expect(plainHTML("a\n\n\n: b\n") == "<p>a</p>\n<p>: b</p>\n")
  }

  @Test func groupsThatFollowOneAnotherAreOneList() {
    #expect(
      plainHTML("a\n: b\n\nc\n: d\n") == "<dl>\n<dt>a</dt>\n<dd>b</dd>\n<dt>c</dt>\n<dd>d</dd>\n</dl>\n")
  }

  @Test func aDefinitionHoldsBlocks() {
    #expect(
      plainHTML("a\n: - b\n  - c\n\n      code\n")
        == "<dl>\n<dt>a</dt>\n<dd>\n<ul>\n<li>\n<p>b</p>\n</li>\n<li>\n<p>c</p>\n<p>code</p>\n</li>\n</ul>\n</dd>\n</dl>\n"
    )
    #expect(plainHTML("a\n:\tb\n\n\t\tcode\n").hasSuffix("<pre><code>code\n</code></pre>\n</dd>\n</dl>\n"))
  }

  @Test func referencesAreNoTerms() {
    #expect(plainHTML("[a]: b\n: c\n\n[a]\n") == "<p>: c</p>\n<p><a href=\"b\">a</a></p>\n")
    #expect(plainHTML("[a](b)\n: c\n") == "<dl>\n<dt><a href=\"b\">a</a></dt>\n<dd>c</dd>\n</dl>\n")
  }

  @Test func linksInTermsHaveTheirPlaces() {
    let links = render("> a\n> [b](c)\n> : [d](e)\n").value.links
    #expect(links.map { "\($0.destination) \($0.span.line):\($0.span.column)" } == ["c 2:7", "e 3:9"])
  }

  @Test func hostileDefinitionsAreRead() {
    for line in ["a\n: b\n", ": ", ": a\n", "a\n", "[a\n: b\n", "a\n\n: b\n\n"] {
      let text = "a\n" + String(repeating: line, count: 100_000 / line.utf8.count) + ": b\n"
      #expect(!render(text).value.html.isEmpty, "\(line)")
    }
  }
}
