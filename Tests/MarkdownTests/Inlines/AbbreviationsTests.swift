import Markdown
import Testing

@Suite struct AbbreviationsTests {
  @Test func wholeWordsHaveTheirTitles() {
    #expect(
      inline("An SLO, SLOs and `SLO` of [SLO](SLO).\n\n*[SLO]: Service level \"objective\"\n")
        == "An <abbr title=\"Service level &quot;objective&quot;\">SLO</abbr>, SLOs and <code>SLO</code> of "
        + "<a href=\"SLO\"><abbr title=\"Service level &quot;objective&quot;\">SLO</abbr></a>.")
  }

  @Test func theLongestWins() {
    #expect(
      inline("CI/CD, CI.\n\n*[CI]: a\n*[CI/CD]: b\n  c\n")
        == "<abbr title=\"b c\">CI/CD</abbr>, <abbr title=\"a\">CI</abbr>.")
  }

  @Test func noDefinitionWithoutTheDialect() {
    #expect(inline("*[A]: b", [.github]) == "*[A]: b")
  }

  @Test func otherParagraphsThatBeginLikeOneStay() {
    #expect(inline("*[A]* b") == "<em>[A]</em> b")
    #expect(inline("*[A] b") == "*[A] b")
  }
}
