import Bytes
import Diagnostics
import Markdown
import Testing

@Suite struct FurnitureTests {
  @Test func headingsHaveIDsAndLinks() {
    #expect(
      render("## Set *up* `x<y>` [z](w)\n").value.text == """
        <h2 id="set-up-xy-z">Set <em>up</em> <code>x&lt;y&gt;</code> <a href="w">z</a>\
        <a class="heading-link" href="#set-up-xy-z" aria-label="Link to this section: Set up x&lt;y&gt; z"></a></h2>

        """)
  }

  @Test func headingsAreUniqueAndKeepOutOfTheWayOfFootnotes() {
    let article = render("# A\n\n# A\n\n# fn 1\n\n# fnref-1\n\nx[^a]\n\n[^a]: y\n").value
    #expect(article.headings.map(\.id) == ["a", "a-1", "fn-1-1", "fnref-1-1"])
    #expect(article.anchors == ["a", "a-1", "fn-1-1", "fnref-1-1", "fn-1", "fnref-1"])
  }

  @Test func aHeadingKeepsItsTextForATableOfContents() {
    let heading = render("\n### *B* [c](d) ![e](f) <i>g</i>[^1]\n\n[^1]: h\n").value.headings[0]
    #expect(heading.level == 3)
    #expect(heading.span.line == 2)
    #expect(heading.id == "b-c--g")
    #expect(heading.text == "B c e g")
    #expect(String(decoding: heading.html, as: UTF8.self) == "<em>B</em> c e g")
  }

  @Test func codeBlocksTakeTheFocus() {
    #expect(
      render("``` text\nlet a = \"<\"\n```\n").value.text
        == "<pre tabindex=\"0\"><code class=\"language-text\">let a = &quot;&lt;&quot;\n</code></pre>\n")
  }

  @Test func tablesScrollAndHaveNames() {
    #expect(
      render("# T & C\n\n| a | b |\n|:-:|--:|\n| 1 | 2 |\n").value.text.drop { $0 != "\n" } == """

        <div class="table-scroll" role="region" tabindex="0" aria-label="Table: T &amp; C">
        <table>
        <thead>
        <tr>
        <th scope="col" class="align-center">a</th>
        <th scope="col" class="align-right">b</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td class="align-center">1</td>
        <td class="align-right">2</td>
        </tr>
        </tbody>
        </table>
        </div>

        """)
  }

  @Test func tablesBelowOneHeadingHaveNamesOfTheirOwn() {
    let html = render("# A\n\n|a|\n|-|\n\n|b|\n|-|\n\n# B\n\n|c|\n|-|\n").value.text
    #expect(html.matches(of: #/aria-label="(Table.*?)"/#).map(\.output.1) == ["Table: A", "Table 2: A", "Table: B"])
  }

  @Test func tasksSayWhetherTheyAreDone() {
    #expect(
      render("- [ ] a\n- [x] b\n").value.text == """
        <ul class="tasks">
        <li class="task"><input type="checkbox" disabled="" aria-label="To do" /> a</li>
        <li class="task"><input type="checkbox" checked="" disabled="" aria-label="Done" /> b</li>
        </ul>

        """)
  }

  @Test func footnotesLinkBackToEachReference() {
    #expect(
      render("a[^n] b[^n]\n\n[^n]: c\n").value.text == """
        <p>a<sup class="footnote-ref"><a href="#fn-1" id="fnref-1">1</a></sup> \
        b<sup class="footnote-ref"><a href="#fn-1" id="fnref-1-2">1</a></sup></p>
        <section class="footnotes" aria-label="Footnotes">
        <ol>
        <li id="fn-1">
        <p>c <a href="#fnref-1" class="footnote-backref" aria-label="Back to reference 1">↩</a> \
        <a href="#fnref-1-2" class="footnote-backref" aria-label="Back to reference 1-2">↩\
        <sup class="footnote-ref">2</sup></a></p>
        </li>
        </ol>
        </section>

        """)
  }

  @Test func sectionsHoldPlainTextWithCode() {
    let article = render("intro *a*\n\n# One\n\nb `c`\n\n```\nd\n```\n\n| e | f |\n|---|---|\n| g | h |\n\n## Two\n")
      .value
    #expect(article.sections.map(\.heading) == [nil, 0, 1])
    #expect(article.sections.map(\.text) == ["intro a\n", "b c\nd\ne f \ng h \n", ""])
  }

  @Test func writesWithURLsReplaced() {
    let article = render("[a](b.md) ![c](d.png)\n").value
    var buffer = ByteBuffer()
    article.write(to: &buffer, links: [LinkFilling(url: "/x?y=\"1\"&z"), LinkFilling()], embeds: [])
    #expect(buffer.text == "<p><a href=\"/x?y=&quot;1&quot;&amp;z\">a</a> <img src=\"d.png\" alt=\"c\" /></p>\n")
  }
}
