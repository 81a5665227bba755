import Diagnostics
import Markdown
import Testing

@Suite struct HostileInlineTests {
  @Test func randomBytesOfMarkersNeverCrash() {
    var generator = Generator(state: 7)
    let parts = [
      "==", "^", "^^", "++", "a", " ", "\n", ":key:", ":", "{{ a }}", "{{", "[[b|c]]", "[", "]", "(", ")", "{#d}",
      "{: .e }",
      "*", "_", "`", "~", "|", "\n|-|\n", "*[a]: b", "\\", "&amp;", "é", "# ", "- ", "> ", "![", "<a href=\"", ">",
      "\n\n",
    ]
    let options = MarkdownOptions(variables: Variables(["a": "b"]))
    for _ in 0..<2_000 {
      let text = (0..<40).map { _ in parts[generator.next(parts.count)] }.joined()
      let article = MarkdownRenderer.render(Array(text.utf8)[...], path: "a.md", options: options).value
      #expect(article.links.allSatisfy { $0.range.upperBound <= article.html.count })
    }
  }

  private struct Generator {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }
}
