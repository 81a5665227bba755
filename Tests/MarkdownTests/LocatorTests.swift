import Diagnostics
import Markdown
import Testing

/// The destinations of a text's links, each as `line:column+length destination`.
private func places(_ text: String, firstLine: Int = 1) -> [String] {
  let outcome = MarkdownRenderer.render(Array(text.utf8)[...], path: "a.md", firstLine: firstLine)
  return outcome.value.links.map { "\($0.span.line):\($0.span.column)+\($0.span.length) \($0.destination)" }
}

@Suite struct LocatorTests {
  @Test func placesAnInlineLink() {
    #expect(places("See [the guide](guide.md \"Guide\") now.\n") == ["1:17+8 guide.md"])
  }

  @Test func countsLinesFromTheFirstLineOfTheText() {
    #expect(places("\n[a](b.md)\n", firstLine: 7) == ["8:5+4 b.md"])
  }

  @Test func placesLinksOfAParagraphOfManyLines() {
    #expect(places("One *two\n  three* [a](b) `[x](y)`\nfour \\[ [c](d)\n") == ["2:14+1 b", "3:13+1 d"])
  }

  @Test func placesADestinationOnItsOwnLine() {
    #expect(places("> [a](\n> b.md\n> \"t\") [c](d)\n") == ["2:3+4 b.md", "3:12+1 d"])
  }

  @Test func placesAnImageAndTheLinkRoundIt() {
    #expect(places("[![logo](l.png)](home.md) ![x](y.png)\n") == ["1:18+7 home.md", "1:10+5 l.png", "1:32+5 y.png"])
  }

  @Test func placesADestinationInAngleBrackets() {
    #expect(places("[a](<b c.md>)\n") == ["1:6+6 b c.md"])
  }

  @Test func placesAnEmptyDestination() {
    #expect(places("[a]() [b](<>)\n") == ["1:5+0 ", "1:12+0 "])
  }

  @Test func placesAnEscapedDestinationAsItIsWritten() {
    #expect(places("&copy; [a\\]](x\\_y&amp;z) [b](w)\n") == ["1:14+10 x_y&z", "1:30+1 w"])
  }

  @Test func placesReferenceLinksAtTheirDefinitions() {
    let text = "[full][B], [b][] and [b], [b](inline).\n\n[b]: <to.md>\n  'title'\n"
    #expect(places(text) == ["3:7+5 to.md", "3:7+5 to.md", "3:7+5 to.md", "1:31+6 inline"])
  }

  @Test func placesADefinitionWithItsDestinationOnTheNextLine() {
    #expect(places("> [a]\n>\n> [a]:\n> to.md\n") == ["4:3+5 to.md"])
  }

  @Test func takesTheFirstOfTwoDefinitions() {
    #expect(places("[a]: one.md\n[a]: two.md\n\n[a] [b]\n\n[b]: one.md\n") == ["1:6+6 one.md", "6:6+6 one.md"])
  }

  @Test func placesLinksAfterDefinitionsInOneParagraph() {
    #expect(places("[a]: one.md\nText [b](two.md) [a]\n") == ["2:10+6 two.md", "1:6+6 one.md"])
  }

  @Test func placesAutolinks() {
    #expect(
      places("Go <https://a.example/x> or <me@a.example>.\n") == [
        "1:5+19 https://a.example/x", "1:30+12 mailto:me@a.example",
      ])
  }

  @Test func placesBareLinks() {
    #expect(
      places("*a* www.a.example, http://b.example\nand me@c.example\n")
        == ["1:5+13 http://www.a.example", "1:20+16 http://b.example", "2:5+12 mailto:me@c.example"])
  }

  @Test func placesLinksInTableCells() {
    let text = """
      Text before
      | [a](1.md) | b |
      |---|:-:|
      | x \\| y | `\\|` [c](2.md) |
      | https://d.example | [e](3.md)

      """
    #expect(places(text) == ["2:7+4 1.md", "4:21+4 2.md", "5:3+17 https://d.example", "5:27+4 3.md"])
  }

  @Test func placesLinksInATableInAQuoteInAList() {
    #expect(places("- > | [a](1) |\n  > |---|\n  > | [b](2) |\n") == ["1:11+1 1", "3:11+1 2"])
  }

  @Test func placesLinksInNestedListsAndQuotes() {
    let text = "1. [a](1)\n   - x\n     [b](2)\n     > [c](3)\n     lazy [d](4)\n\n- [ ] [e](5)\n"
    #expect(places(text) == ["1:8+1 1", "3:10+1 2", "4:12+1 3", "5:15+1 4", "7:11+1 5"])
  }

  @Test func placesLinksInFootnotesAndHeadings() {
    let text = "# A [b](1) `c`\n\nText[^n] [c](2)\n=======\n\n[^n]: Note [d](3)\n    and [e](4)\n"
    #expect(places(text) == ["1:9+1 1", "3:14+1 2", "6:16+1 3", "7:13+1 4"])
  }

  @Test func placesAttributesOfAnHTMLBlock() {
    let text = "> <div>\n> <a href=\"x.md\" id=b><img src=y.png\n>   srcset='z.png 2x, w.png'></a>\n> </div>\n"
    #expect(places(text) == ["2:12+4 x.md", "2:32+5 y.png", "3:13+5 z.png", "3:23+5 w.png"])
  }

  @Test func placesAttributesOfInlineHTML() {
    #expect(
      places("a *b* <a\nhref='x.md'>[c](d)</a> &lt; <img src=\"e.png\">\n") == [
        "2:7+4 x.md", "2:17+1 d", "2:39+5 e.png",
      ])
  }

  @Test func countsColumnsInBytes() {
    #expect(places("ä – [b](c)\n") == ["1:12+1 c"])
  }

  @Test func readsCarriageReturns() {
    #expect(places("a\r\nb [c](d)\r\n\r\n> e\r\n> [f](g)\r\n") == ["2:7+1 d", "5:7+1 g"])
  }

  @Test func readsPastStrikethroughAndNestedEmphasis() {
    #expect(places("***a** b* ~~c~~ _[d](e)_ **[f](g)**\n") == ["1:22+1 e", "1:32+1 g"])
  }
}
