import Diagnostics
import Markdown
import Testing

/// The HTML of a paragraph's text.
private func inline(_ text: String) -> String {
  String(plainHTML(text + "\n").dropFirst(3).dropLast(5))
}

private func destinations(_ text: String) -> [String] {
  render(text + "\n").value.links.map(\.destination)
}

@Suite struct BareLinksTests {
  @Test func linksWWWAndSchemes() {
    #expect(inline("www.a.b") == "<a href=\"http://www.a.b\">www.a.b</a>")
    #expect(
      destinations("HTTP://a.b https://c ftp://d/e gopher://f xhttp://g 1http://h") == [
        "HTTP://a.b", "https://c", "ftp://d/e", "http://h",
      ])
  }

  @Test func leavesTrailingPunctuation() {
    #expect(
      destinations("(http://a.b/c_(d)) http://e.f?g. http://h.i/*, http://j.k&lt;l &lt;http://m.n&gt;") == [
        "http://a.b/c_(d)", "http://e.f?g", "http://h.i/", "http://j.k", "http://m.n",
      ])
  }

  @Test func refusesUnderscoresAtTheEndOfTheDomain() {
    #expect(destinations("www.a_b.c www.a.b_c www.a_b.c.d http://_a.b.c/") == ["http://www.a_b.c.d"])
  }

  @Test func beginsOnlyAfterASpaceOrADelimiter() {
    #expect(destinations("awww.a.b -www.c.d *www.e.f* `x`www.g.h (www.i.j)") == ["http://www.e.f", "http://www.i.j"])
  }

  @Test func linksMailAddresses() {
    #expect(inline("a.b+c@d-e.f_g.h.") == "<a href=\"mailto:a.b+c@d-e.f_g.h\">a.b+c@d-e.f_g.h</a>.")
    #expect(
      destinations("a@b a@b.c- a@b.c_ a@b@c.d mailto:e@f.g xmpp:h@i.j/k/l amailto:m@n.o") == [
        "mailto:b@c.d", "mailto:e@f.g", "xmpp:h@i.j/k", "mailto:m@n.o",
      ])
  }

  @Test func leavesTheTextOfLinksAndCodeAlone() {
    #expect(destinations("[http://a.b](c) `http://d.e` ![http://f.g](h)") == ["c", "h"])
  }

  @Test func crossesTheBytesThatTheParserSplitsTextAt() {
    #expect(destinations("http://a.b/~c_d:w!e&f") == ["http://a.b/~c_d:w!e&f"])
  }
}
