import Diagnostics
import Markdown
import Testing

/// The HTML of a text that is one paragraph, without its `<p>`.
func inline(
  _ text: String, _ dialects: Dialects = .all, variables: [String: String] = [:]
) -> String {
  let options = MarkdownOptions(furniture: false, dialects: dialects, variables: Variables(variables))
  let html = MarkdownRenderer.render(Array(text.utf8)[...], path: "a.md", options: options).value.html
  let line = String(decoding: html, as: UTF8.self)
  return line.hasPrefix("<p>") && line.hasSuffix("</p>\n") ? String(line.dropFirst(3).dropLast(5)) : line
}

/// The findings of a text, each as `line:column+length message`.
func findings(
  _ text: String, _ dialects: Dialects = .all, variables: [String: String] = [:]
) -> [String] {
  let options = MarkdownOptions(dialects: dialects, variables: Variables(variables))
  return MarkdownRenderer.render(Array(text.utf8)[...], path: "a.md", options: options).diagnostics.map {
    "\($0.span?.line ?? 0):\($0.span?.column ?? 0)+\($0.span?.length ?? 0) \($0.message)"
  }
}

@Suite struct InlineMarksTests {
  @Test(arguments: [
    ("==a== ^^b^^", "<mark>a</mark> <ins>b</ins>"),
    ("x==a== b", "x==a== b"),
    ("if x==y and z==w", "if x==y and z==w"),
    ("a == b == c", "a == b == c"),
    ("==a *b* `c`== d", "<mark>a <em>b</em> <code>c</code></mark> d"),
    ("==*b*==", "<mark><em>b</em></mark>"),
    ("*==a*==", "<em>==a</em>=="),
    ("==a ^^b== c^^", "<mark>a ^^b</mark> c^^"),
    ("==a== ==b==", "<mark>a</mark> <mark>b</mark>"),
    ("==a\nb==", "<mark>a\nb</mark>"),
    ("===a===", "===a==="),
    ("(==a==)", "(<mark>a</mark>)"),
    ("\\==a==", "==a=="),
    ("==a\\==", "==a=="),
    ("&#61;=a==", "==a=="),
    ("`==a==`", "<code>==a==</code>"),
  ]) func marksText(text: String, html: String) {
    #expect(inline(text) == html)
  }

  @Test(arguments: [
    ("x^2^ + y^n+1^", "x<sup>2</sup> + y<sup>n+1</sup>"),
    ("10^6 and 10^9", "10^6 and 10^9"),
    ("^1.2.3||^2.0.0", "^1.2.3||^2.0.0"),
    ("*x*^2^", "<em>x</em><sup>2</sup>"),
    ("a^<b>^", "a^<b>^"),
    ("a^&lt;^", "a<sup>&lt;</sup>"),
    ("a\\^b^", "a^b^"),
  ]) func raisesWords(text: String, html: String) {
    #expect(inline(text) == html)
  }

  @Test func strikesOutWhatGitHubDoesAndLowersItElsewhere() {
    #expect(inline("H~2~O ~a b~ ~~c~~") == "H<del>2</del>O <del>a b</del> <del>c</del>")
    #expect(inline("H~2~O ~a b~ ~~c~~", [.mkdocs]) == "H<sub>2</sub>O <del>a b</del> <del>c</del>")
    #expect(inline("H~2~O", []) == "H<del>2</del>O")
  }

  @Test(arguments: [
    ("++ctrl+alt+del++", "<kbd class=\"keys\"><kbd>Ctrl</kbd>+<kbd>Alt</kbd>+<kbd>Del</kbd></kbd>"),
    ("++a++", "<kbd class=\"keys\"><kbd>A</kbd></kbd>"),
    ("++F12++", "<kbd class=\"keys\"><kbd>F12</kbd></kbd>"),
    ("++cmd+\"Any key\"++", "<kbd class=\"keys\"><kbd>Cmd</kbd>+<kbd>Any key</kbd></kbd>"),
    ("++page-down++", "<kbd class=\"keys\"><kbd>Page\u{A0}Down</kbd></kbd>"),
    ("C++ and i++", "C++ and i++"),
    ("a++b++c", "a++b++c"),
    ("++nokey++", "++nokey++"),
    ("++ctrl+++", "++ctrl+++"),
    ("\\++a++", "++a++"),
  ]) func drawsKeys(text: String, html: String) {
    #expect(inline(text) == html)
  }

  @Test(arguments: [
    (":rocket: :+1::books:", "🚀 👍📚"),
    (":nosuchname: 10:30:00 a:b:c x:key:", ":nosuchname: 10:30:00 a:b:c x:key:"),
    ("https://example.com/:key:/", "<a href=\"https://example.com/:key:/\">https://example.com/:key:/</a>"),
    ("\\:key:", ":key:"),
    ("![:key:](b)", "<img src=\"b\" alt=\"🔑\" />"),
    ("[:key:](b)", "<a href=\"b\">🔑</a>"),
  ]) func knowsEmojiByGitHubsNames(text: String, html: String) {
    #expect(inline(text) == html)
  }

  @Test func leavesIconsOutAndCountsThem() {
    #expect(inline("a :material-check:{ .big } :octicons-arrow-24: b") == "a   b")
    #expect(
      findings("a\n\n:material-check: :octicons-arrow-24: b") == [
        "3:1+16 the icon ':material-check:' cannot be drawn, nor 1 more on this page"
      ])
    #expect(inline(":material-check:", [.github]) == ":material-check:")
  }

  @Test func leavesAllOfItToTheDialects() {
    let text = "==a== ^^b^^ x^2^ ++c++ :key: {{ d }} [[e]] [f](g){ .h }"
    #expect(
      inline(text, [], variables: ["d": "v"])
        == "==a== ^^b^^ x^2^ ++c++ :key: {{ d }} [[e]] <a href=\"g\">f</a>{ .h }")
  }

  @Test func headingsKeepWhatIsMeant() {
    let options = MarkdownOptions(variables: Variables(["v": "1.2"]))
    let text = "## :rocket: ==New== x^2^ ++a++ {{ v }}\n"
    let heading = MarkdownRenderer.render(Array(text.utf8)[...], path: "a.md", options: options).value.headings[0]
    #expect(heading.text == "🚀 New x2 A 1.2")
    #expect(heading.id == "rocket-new-x2-a-12")
  }
}
