import Diagnostics
import Markdown
import Testing

@Suite struct VariablesTests {
  private static let variables = ["region": "eu & <1>", "api.host": "api.example.com"]

  @Test(arguments: [
    ("In {{ region }}, {{region}}.", "In eu &amp; &lt;1&gt;, eu &amp; &lt;1&gt;."),
    ("[{{ api.host }}](https://{{api.host}}/x)", "<a href=\"https://api.example.com/x\">api.example.com</a>"),
    ("[a](https://{{ api.host }}/x) b", "<a href=\"https://api.example.com/x\">a</a> b"),
    ("[a *b*]({{ api.host }}) [c]", "<a href=\"api.example.com\">a <em>b</em></a> [c]"),
    ("[a [d](e)](x{{ api.host }})", "[a <a href=\"e\">d</a>](xapi.example.com)"),
    ("`{{ region }}`", "<code>{{ region }}</code>"),
    ("\\{{ region }}", "{{ region }}"),
    (
      "{{ .Values.region }} {{- region -}} ${{ region }} {{ f(region) }} {{ end }} {{ range x }}",
      "<code>{{ .Values.region }}</code> <code>{{- region -}}</code> ${{ region }} <code>{{ f(region) }}</code> {{ end }} "
        + "<code>{{ range x }}</code>"
    ),
  ]) func haveTheirValues(text: String, html: String) {
    #expect(inline(text, variables: VariablesTests.variables) == html)
  }

  @Test func unknownOnesAreReportedAndStay() {
    let text = "a {{ regoin }} [b]({{ api.hots }}/c) [d](<{{ nothing }}>)"
    #expect(inline(text, variables: VariablesTests.variables).hasPrefix("a {{ regoin }} [b]({{ api.hots }}/c) <a "))
    #expect(
      findings(text, variables: VariablesTests.variables) == [
        "1:3+12 the site has no variable 'regoin'", "1:20+14 the site has no variable 'api.hots'",
        "1:43+13 the site has no variable 'nothing'",
      ])
  }

  @Test func aBlockOfCodeHasThemIfItAsksForThem() {
    let options = MarkdownOptions(variables: Variables(VariablesTests.variables))
    func html(_ text: String) -> String {
      MarkdownRenderer.render(Array(text.utf8)[...], path: "a.md", options: options).value.text
    }
    #expect(html("```text\n{{ region }}\n```\n").contains(">{{ region }}\n<"))
    #expect(html("```text variables\n{{ region }} {{ x }}\n```\n").contains(">eu &amp; &lt;1&gt; {{ x }}\n<"))
    #expect(
      findings("a\n\n```text variables\n{{ x }}\n```\n", variables: VariablesTests.variables) == [
        "3:1+17 the site has no variable 'x'"
      ])
  }

  @Test func aSiteWithoutAnyHasNoFindings() {
    #expect(findings("a {{ b }}") == [])
    #expect(inline("a {{ b }}") == "a {{ b }}")
  }

  @Test func noValueMakesALinkUnsafe() {
    let outcome = MarkdownRenderer.render(
      Array("[a]({{ b }}) [c](<{{ b }}>)".utf8)[...], path: "a.md",
      options: MarkdownOptions(variables: Variables(["b": "javascript:x()"])))
    #expect(outcome.diagnostics.map(\.rule) == [.unsafeURL, .unsafeURL])
    #expect(outcome.value.links.isEmpty)
  }
}
