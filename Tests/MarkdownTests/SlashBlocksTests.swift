import Markdown
import Testing

@Suite struct SlashBlocksTests {
  @Test func optionsStandRightBelowTheFirstLine() {
    let folded = "<details class=\"callout callout-danger\" open=\"\">\n<summary class=\"callout-title\">A</summary>\n"
    #expect(
      plainHTML("/// details | A\n    type: danger\n    open: true\n\nb\n///\n") == folded + "<p>b</p>\n</details>\n")
    #expect(
      plainHTML("/// note | A\n\n    open: true\n///\n").hasSuffix("<pre><code>open: true\n</code></pre>\n</div>\n"))
    #expect(plainHTML("/// note | A\n    no option\n///\n").hasSuffix("<pre><code>no option\n</code></pre>\n</div>\n"))
  }

  @Test func otherLinesOfSlashesAreText() {
    for line in ["/// <summary>", "/// unheard", "/// note title", "//note", "/// tab", "///"] {
      #expect(plainHTML(line + "\na\n").hasPrefix("<p>//"), "\(line)")
    }
  }
}
