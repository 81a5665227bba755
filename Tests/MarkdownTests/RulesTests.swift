import Diagnostics
import Markdown
import Testing

@Suite struct RulesTests {
  @Test func listsEveryRule() {
    #expect(
      Rule.markdown.map(\.id) == [
        "include-missing", "include-outside", "include-circle", "include-limit", "include-syntax",
        "markdown-limit", "invalid-utf8", "unsafe-url", "unknown-embed", "embed-syntax", "code-attribute",
        "unknown-block", "empty-block", "unclosed-container", "stray-end", "missing-alt", "unknown-language",
        "unknown-variable", "dropped-attribute", "icon-shortcode", "diagram-unavailable", "diagram-failed",
        "foreign-syntax",
      ])
  }

  @Test(arguments: [
    Rule.unsafeURL, .unknownBlock, .emptyBlock, .unclosedContainer, .strayEnd, .droppedAttribute, .iconShortcode,
    .foreignSyntax,
  ])
  func findsFaultWithTheBadExampleAlone(_ rule: Rule) {
    #expect(render(rule.bad + "\n\n    Text.\n").diagnostics.map(\.rule) == [rule])
    #expect(render(rule.good + "\n\n    Text.\n").diagnostics.map(\.rule) == [])
  }
}
