import Diagnostics
import Testing

@testable import Markdown

@Suite struct ForeignSyntaxTests {
  private func render(_ text: String) -> Outcome<Article> {
    MarkdownRenderer.render(Array(text.utf8)[...], path: "page.md")
  }

  private func html(_ text: String) -> String { String(decoding: render(text).value.html, as: UTF8.self) }

  @Test(arguments: [
    ("a {{ f(x) }} b", "<p>a <code>{{ f(x) }}</code> b</p>\n"),
    ("{{ x | upper }}", "<p><code>{{ x | upper }}</code></p>\n"),
    ("{% include 'a.md' %}", "<p><code>{% include 'a.md' %}</code></p>\n"),
    ("{{< ref \"a.md\" >}}", "<p><code>{{&lt; ref &quot;a.md&quot; &gt;}}</code></p>\n"),
    ("{{% note %}}", "<p><code>{{% note %}}</code></p>\n"),
    ("a <%= b %>", "<p>a <code>&lt;%= b %&gt;</code></p>\n"),
    ("at <<tenant()>>", "<p>at <code>&lt;&lt;tenant()&gt;&gt;</code></p>\n"),
  ]) func showsWhatStandsForText(_ text: String, _ expected: String) {
    #expect(html(text) == expected)
    #expect(render(text).diagnostics.map(\.rule.id) == ["foreign-syntax"])
  }

  @Test(arguments: [
    ("{% if a == \"b\" %}\n\nText\n\n{%- else -%}\n\nOther\n\n{% endif %}", "<p>Text</p>\n<p>Other</p>\n"),
    ("<Tabs>\n<TabItem a={[]}>\n\nText\n\n</TabItem>\n</Tabs>", "<p>Text</p>\n"),
    ("{% set x = 'a_b_c' %}\n{% set y = 2 %}", ""),
    ("{% set x = '<a>_b_<c>' %}\n{%- set y = \"*\" -%}", ""),
    ("{% if x %}a{% endif %}", "<p>a</p>\n"), ("{{< /note >}}", ""), ("<% x %>", ""),
    ("import Tabs from '@theme/Tabs';\nimport 'x.css'\n\nText", "<p>Text</p>\n"),
    ("import {\n  A,\n} from \"b\"", ""), ("export const a = 1;", ""),
  ]) func leavesOutWhatOnlyOpensClosesOrSets(_ text: String, _ expected: String) {
    #expect(html(text) == expected)
    #expect(render(text).diagnostics.map(\.rule.id) == ["foreign-syntax"])
  }

  @Test(arguments: [
    ("import duties rise", "<p>import duties rise</p>\n"), ("${{ github.ref }}", "<p>${{ github.ref }}</p>\n"),
    ("\\{{ x }}", "<p>{{ x }}</p>\n"), ("a << b >> c", "<p>a &lt;&lt; b &gt;&gt; c</p>\n"),
    ("{{ open", "<p>{{ open</p>\n"),
    ("`{{ x }}` `{% x %}` `<T>`", "<p><code>{{ x }}</code> <code>{% x %}</code> <code>&lt;T&gt;</code></p>\n"),
    ("<b>x</b> <BR>", "<p><b>x</b> <BR></p>\n"),
    ("<my-chart data=\"x\"></my-chart>", "<p><my-chart data=\"x\"></my-chart></p>\n"),
  ]) func leavesTextAndCodeAlone(_ text: String, _ expected: String) {
    #expect(html(text) == expected)
    #expect(render(text).diagnostics.isEmpty)
  }

  @Test func readsTheTextOfComponentsAsMarkdown() {
    let text = """
      <Tabs items={['a', 'b']}>

      <TabItem value="a" label="Apple & pear">

      Some *text*

      </TabItem>
      </Tabs>

      <Card title="x" />

      More <Icon name="y" /> here <Foo.Bar on={() => 1}>and</Foo.Bar> there.
      """
    #expect(
      html(text) == """
        <p><strong>Apple &amp; pear</strong></p>
        <p>Some <em>text</em></p>
        <p><strong>x</strong></p>
        <p>More  here and there.</p>

        """)
    let found = render(text).diagnostics
    #expect(
      found.map(\.message) == [
        "'<Tabs items={['a', 'b']}>' is a component of JSX, which is not run, and 7 more on this page"
      ])
    #expect(found.first?.span?.line == 1)
  }

  @Test func showsWordsInAngleBracketsAsTheyWereWritten() {
    #expect(html("Set <MY-APP> and <team>.") == "<p>Set &lt;MY-APP&gt; and &lt;team&gt;.</p>\n")
    #expect(html("<MY-APP>") == "<p>&lt;MY-APP&gt;</p>\n")
    #expect(html("| a |\n|---|\n| <<target>> |").contains("&lt;&lt;target&gt;&gt;"))
    #expect(
      render("Set <MY-APP> and <team>.").diagnostics.map(\.message) == [
        "'<MY-APP>' is no element of HTML; it is shown as it was written, and 1 more on this page"
      ])
  }

  @Test func wordsInAngleBracketsAreWords() {
    #expect(html("<Customer/Partner Name>") == "<p>&lt;Customer/Partner Name&gt;</p>\n")
    #expect(html("Dear <Your Name>,") == "<p>Dear &lt;Your Name&gt;,</p>\n")
  }

  @Test func linksWhoseDestinationIsNotKnownAreTheirText() {
    #expect(
      html("[Console](https://a.<<tenant()>>.io) and [b]({{< ref \"b.md\" >}})")
        == "<p>Console and b</p>\n")
    #expect(html("[x](<<url(\"a\", \"b\")>>)") == "<p>x</p>\n")
  }

  @Test func onePerPageAndConstruct() {
    let found = render("{% if a %}\n\n# T {{ f() }}\n\n- {{ g() }}\n\n{% endif %}\n\n`{{ h() }}`").diagnostics
    #expect(
      found.map(\.message) == [
        "'{% if a %}' is a tag of Liquid or Jinja, which is not run, and 1 more on this page",
        "'{{ f() }}' is an expression of a template language, which is not run, and 1 more on this page",
      ])
    #expect(found.map { "\($0.span?.line ?? 0):\($0.span?.column ?? 0)" } == ["1:1", "3:5"])
  }

  @Test(arguments: ["{{", "{%", "<%", "<<a(", "{{<", "<A ", "import ", "<a>", "{{ x | y }}", "[a](<<"])
  func readsLongInputOnce(_ opener: String) {
    #expect(!html(String(repeating: opener, count: 100_000 / opener.utf8.count)).isEmpty)
  }
}
