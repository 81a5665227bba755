import Templates
import Testing

@testable import SiteModel

@Suite struct InlineMarkdownTests {
  private func html(_ text: String) -> String {
    String(decoding: InlineMarkdown.html(text).bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("`kubectl get ns` lists *your* team", "<code>kubectl get ns</code> lists <em>your</em> team"), ("plain", "plain"),
    ("a & b < c", "a &amp; b &lt; c"), ("two\nlines", "two\nlines"), ("~~old~~", "<del>old</del>"),
  ])
  func rendersWhatStandsInALine(_ text: String, _ shown: String) {
    #expect(html(text) == shown)
  }

  @Test(arguments: [
    ("[x](https://example.com)", "[x](https://example.com)"), ("![x](y.png)", "![x](y.png)"),
    ("# Heading", "# Heading"),
    ("- item", "- item"), ("one\n\ntwo", "one\n\ntwo"), ("> \"quoted\"", "&gt; &quot;quoted&quot;"), ("", ""),
  ])
  func showsAnythingElseAsItIsWritten(_ text: String, _ shown: String) {
    #expect(html(text) == shown)
  }

  @Test func keepsNoHTML() {
    #expect(html("<b onclick=x>a</b>") == "&lt;b onclick=x&gt;a&lt;/b&gt;")
    #expect(html("<p>a</p>") == "&lt;p&gt;a&lt;/p&gt;")
  }
}
