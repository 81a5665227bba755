import Diagnostics
import Markdown
import Testing

@Suite struct TabsTests {
  /// The `name`, label and state of each tab.
  private func tabs(_ text: String) -> [String] {
    plainHTML(text).split(separator: "<details class=\"tab\" ").dropFirst().map { part in
      String(part.split(separator: "</summary>")[0].replacing("\n<summary>", with: " "))
    }
  }

  @Test func tabsThatFollowOneAnotherAreASet() {
    #expect(
      tabs("=== \"A b\"\n    a\n\n=== \"C\"\n    c\n\nText\n\n=== \"D\"\n    d\n") == [
        "name=\"tabs-1\" data-tab=\"a-b\" open=\"\"> A b", "name=\"tabs-1\" data-tab=\"c\"> C",
        "name=\"tabs-2\" data-tab=\"d\" open=\"\"> D",
      ])
  }

  @Test func signsBeginASetAndChooseATab() {
    #expect(
      tabs("=== \"A\"\n===! \"B\"\n===+ \"C\"\n===!+ \"D\"\n").map { String($0.split(separator: "\"")[1]) } == [
        "tabs-1", "tabs-2", "tabs-2", "tabs-3",
      ])
    #expect(tabs("=== \"A\"\n===+ \"B\"\n").map { $0.contains("open") } == [false, true])
  }

  @Test func aLinkReachesATabByTheIDThatItHasInMkDocs() {
    let article = render("=== \"A\"\n    a\n=== \"B\"\n    b\n\nText\n\n:::tab\nc\n:::\n").value
    #expect(article.anchors == ["__tabbed_1_1", "__tabbed_1_2", "__tabbed_2_1"])
    #expect(article.text.contains("<summary>B</summary>\n<span id=\"__tabbed_1_2\"></span>\n<p>b</p>"))
    #expect(article.text.contains("<summary>Tab</summary>\n<span id=\"__tabbed_2_1\"></span>\n<p>c</p>"))
  }

  @Test func everyWayToWriteThemGivesTheSame() {
    let expected = plainHTML("=== \"A\"\n    a\n=== \"B\"\n    b\n")
    #expect(expected.hasPrefix("<div class=\"tabs\">\n<details"))
    #expect(plainHTML("::::tabs\n:::tab A\na\n:::\n:::tab[B]\nb\n:::\n::::\n") == expected)
    #expect(plainHTML("/// tab | A\na\n///\n\n/// tab | B\nb\n///\n") == expected)
  }

  @Test func otherLinesOfEqualsSignsAreText() {
    #expect(plainHTML("a\n===\n") == "<h1>a</h1>\n")
    for line in ["=== A", "===\"A\"", "=== \"A", "====\"A\"", "===? \"A\"", "=== \"\""] {
      #expect(plainHTML(line + "\n").hasPrefix("<p>==="), "\(line)")
    }
  }

  @Test func hostileTabsAreRead() {
    for line in ["=== \"", "=== \"a\"\n", "===+ \"a\"\n\n", "===! \"a\"\n"] {
      let text = String(repeating: line, count: 100_000 / line.utf8.count)
      #expect(!render(text).value.html.isEmpty, "\(line)")
    }
  }
}
