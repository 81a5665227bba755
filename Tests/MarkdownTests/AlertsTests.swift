import Diagnostics
import Markdown
import Testing

@Suite struct AlertsTests {
  @Test func theTypeIsTheFirstLineOfAQuote() {
    #expect(plainHTML(">\n> [!note]\n> a\n").contains("class=\"callout callout-note\""))
    #expect(plainHTML("> a\n> [!NOTE]\n") == "<blockquote>\n<p>a\n[!NOTE]</p>\n</blockquote>\n")
    #expect(plainHTML("> [!NOTE]text\n") == "<blockquote>\n<p>[!NOTE]text</p>\n</blockquote>\n")
    #expect(plainHTML("> [!NOTE][a]\n") == "<blockquote>\n<p>[!NOTE][a]</p>\n</blockquote>\n")
  }

  @Test func aSecondOneInTheSameQuoteIsANoteOfItsOwn() {
    let one = plainHTML("> [!NOTE]\n> a\n")
    #expect(plainHTML("> [!NOTE]\n> a\n>\n> [!NOTE]\n> a\n") == one + one)
    #expect(plainHTML("- > [!NOTE]\n  > [!NOTE]\n  > a\n  b\n").hasSuffix("<p>a\nb</p>\n</div>\n</li>\n</ul>\n"))
  }

  @Test func cautionIsGraverThanInOtherDialects() {
    #expect(plainHTML("> [!CAUTION]\n> a\n").contains("callout-danger"))
    #expect(plainHTML(":::caution\na\n:::\n").contains("callout-warning"))
  }

  @Test func aMisspeltTypeIsAQuoteAndReported() {
    #expect(plainHTML("> [!NTOE]\n> a\n") == "<blockquote>\n<p>[!NTOE]\na</p>\n</blockquote>\n")
    #expect(render("> [!NTOE]\n").diagnostics.map(\.message) == ["there is no note 'NTOE'"])
    #expect(render("> [!x]\n").diagnostics.isEmpty)
  }

  @Test func aLinkInTheTitleHasItsPlace() {
    let links = render("- > [!NOTE] A [b](c)\n  > d\n").value.links
    #expect(links.map { "\($0.destination) \($0.span.line):\($0.span.column)" } == ["c 1:19"])
  }

  @Test func withoutTheDialectItIsAQuote() {
    #expect(plainHTML("> [!NOTE]\n> a\n", dialects: .mkdocs).hasPrefix("<blockquote>"))
  }
}
