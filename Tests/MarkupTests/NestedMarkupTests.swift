import Testing

@testable import Markup

@Suite struct NestedMarkupTests {
  private func nest(_ html: String, levels: Int = 1) -> String {
    String(decoding: NestedMarkup.nest(Array(html.utf8), prefix: Array("p.".utf8), levels: levels), as: UTF8.self)
  }

  @Test(arguments: [
    ("<h2>A</h2>", "<h3>A</h3>"), ("<H1 class=a>A</H1>", "<H2 class=a>A</H2>"), ("<h6>A</h6>", "<h6>A</h6>"),
    ("<hr><h7>A</h7><head>", "<hr><h7>A</h7><head>"),
  ])
  func headingsBecomeLower(html: String, nested: String) {
    #expect(nest(html) == nested)
  }

  @Test func noHeadingComesToStandBelowTheSixth() {
    #expect(nest("<h5></h5><h3></h3>", levels: 2) == "<h6></h6><h5></h5>")
  }

  @Test(arguments: [
    (##"<h2 id="a"><a href="#a">#</a></h2>"##, ##"<h3 id="p.a"><a href="#p.a">#</a></h3>"##),
    (#"<a name=a></a><p id='b'>"#, #"<a name=p.a></a><p id='p.b'>"#),
    (##"<a href="#late"></a><i id="late">"##, ##"<a href="#p.late"></a><i id="p.late">"##),
    (#"<details name="set">"#, #"<details name="p.set">"#),
    (
      #"<label for="a"></label><div aria-labelledby="b  a" aria-describedby="a"></div><i id="a"></i><i id="b"></i>"#,
      #"<label for="p.a"></label><div aria-labelledby="p.b  p.a" aria-describedby="p.a"></div><i id="p.a"></i><i id="p.b"></i>"#
    ),
    (
      ##"<svg><g id="m"/><path fill="url(#m)" marker-end="url(#m)" style="mask:url(#m)"/><use href="#m"/></svg>"##,
      ##"<svg><g id="p.m"/><path fill="url(#p.m)" marker-end="url(#p.m)" style="mask:url(#p.m)"/><use href="#p.m"/></svg>"##
    ),
  ])
  func idsAndWhatRefersToThemGetThePrefix(html: String, nested: String) {
    #expect(nest(html) == nested)
  }

  @Test(arguments: [
    ##"<a href="#top">"##, ##"<a href="#p.x">"##, ##"<a href="b#a">"##, #"<a href="">"#, #"<i id="">"#,
    #"<input name="a">"#,
    #"<div aria-labelledby="elsewhere">"#, #"<svg><path fill="url(#none)"/></svg>"#, "<!-- <h2 id=a> -->",
    "<script>'<h2 id=a>'</script>", "<template><h2 id=a></h2></template>",
  ])
  func allElseStays(html: String) {
    #expect(nest(html) == html)
  }

  @Test func doesNotCrashOnWhatIsCutAnywhere() {
    let text = Array(#"<h2 id="a" aria-owns="a b"><path fill="url(#a)"></h2><a href=#a name=b>"#.utf8)
    for end in text.indices {
      #expect(NestedMarkup.nest(Array(text[..<end]), prefix: Array("p.".utf8), levels: 1).count >= end)
    }
  }
}
