import Diagnostics
import Markdown
import Testing

private func destinations(_ text: String) -> [String] { render(text).value.links.map(\.destination) }

private func unsafe(_ text: String) -> [String] {
  render(text).diagnostics.filter { $0.rule == .unsafeURL }.map { "\($0.span?.line ?? 0):\($0.span?.column ?? 0)" }
}

@Suite struct RendererHTMLTests {
  @Test func findsEveryURLOfATag() {
    #expect(
      destinations("<a HREF=b>x</a> <img src='c&amp;d' srcset=\"e 1x, f&#x67 2x\"> <video poster = h></video>\n") == [
        "b", "c&d", "e", "fg", "h",
      ])
  }

  @Test(arguments: [
    ("<object data=b></object>", ["b"]), ("<p data=b>", []),
    ("<form action=b><input formaction=c></form>", ["b", "c"]),
    ("<svg><use href=b /><use xlink:href='c#d' /><image xlink:href=e /></svg>", ["b", "c#d", "e"]),
    ("<link imagesrcset='b 1x, c 2x'>", ["b", "c"]), ("<td background=b>", ["b"]),
    ("<p style='color: red; background: URL( b ), url(\"c\"), url(&quot;d&quot;)'>", ["b", "c", "d"]),
    ("<p style=\"background: url('b'); mask: url(data:image/svg+xml,c)\">", ["b"]),
    ("<meta http-equiv=refresh content='0; url=b'>", ["b"]), ("<meta content=\"5;URL = 'b' \">", ["b"]),
    ("<meta name=viewport content='width=b'>", []),
  ])
  func findsTheURLsOfEveryAttributeThatHoldsThem(text: String, expected: [String]) {
    #expect(destinations("<div>\n\(text)\n</div>\n") == expected)
  }

  @Test func stripsWhatBrowsersStripOfAURL() {
    #expect(destinations("<div>\n<a href=' b.md\n'>x</a><a href='c\nd'>x</a>\n</div>\n") == ["b.md", "cd"])
    #expect(render("<div>\n<a href=' b.md '>x</a>\n</div>\n").value.links.map(\.span.column) == [11])
  }

  @Test func findsNothingInTemplates() {
    let article = render(
      "<div>\n<template><a href=b id=c>d</a><template></template><a href=e></template><a href=f id=g>\n</div>\n"
    ).value
    #expect(article.links.map(\.destination) == ["f"])
    #expect(article.anchors == ["g"])
    #expect(destinations("A <template><a href=b>c</a></template> <a href=d>e</a>\n") == ["d"])
    #expect(
      destinations("<template>\n\n[a](b) ![c](d) <https://e> https://f\n\n</template>\n\n[g](h)\n") == ["h"])
  }

  @Test func findsNothingInCommentsAndDeclarations() {
    #expect(
      destinations("<div>\n<!-- <a href=b> --><?x <a href=c ?><!D <a href=d>\n<p title='<a href=e>'></div>\n").isEmpty)
  }

  @Test func theTextOfAnEarlyEndedCommentIsLive() {
    #expect(destinations("<div><!--> <a href=b> --></div>\n") == ["b"])
    #expect(destinations("<div><![CDATA[ > <a href=b> ]]></div>\n") == ["b"])
  }

  @Test func filteredTagsGiveNoLinks() {
    let article = render("<div><iframe src=b></iframe><IFRAME\nsrc=c></div>\n").value
    #expect(article.links.isEmpty)
    #expect(article.text == "<div>&lt;iframe src=b>&lt;/iframe>&lt;IFRAME\nsrc=c></div>\n")
  }

  @Test func collectsAnchors() {
    #expect(render("<a name=\"b\"></a> <i id=c>d</i> <input name=e>\n").value.anchors == ["b", "c"])
  }

  @Test func quotesURLsThatMayBeReplaced() {
    #expect(render("<a href=b>c</a>\n").value.text == "<p><a href=\"b\">c</a></p>\n")
    #expect(plainHTML("<a href=b>c</a>\n") == "<p><a href=b>c</a></p>\n")
  }

  @Test func escapesHTMLThatIsNotTrusted() {
    let article = render("<div id=a>\n\nb <i>c</i>\n", rawHTML: .escape).value
    #expect(article.text == "<p>&lt;div id=a&gt;</p>\n<p>b &lt;i&gt;c&lt;/i&gt;</p>\n")
    #expect(article.anchors.isEmpty)
  }

  @Test func textOfHTMLBlocksIsPlainText() {
    #expect(
      render("<details><summary>More</summary>\n<b>text</b></details>\n").value.sections[0].text == "More\ntext\n\n")
  }

  @Test(arguments: [
    "[a](javascript:b)", "[a](JaVaScRiPt&colon;b)", "[a](<\u{1} javascript:b>)", "![a](vbscript:b)",
    "[a](data:text/html,b)",
    "[a](data:image/png;base64,b)", "![a](data:image/svg+xml,b)", "[a](file:///b)", "<javascript:b>",
    "<a href='java\nscript:b'>c</a>", "<a href='&#106avascript:b'>c</a>",
    "<a href=\"&#x0000000000006A;avascript:b\">c</a>",
    "<form action='javascript:b'>", "<button formaction=javascript:b>", "<svg xlink:href='javascript:b'>",
    "<img src='data:image/svg+xml,b'>",
  ])
  func dropsUnsafeURLs(text: String) {
    let outcome = render(text + "\n")
    #expect(outcome.value.links.isEmpty)
    #expect(outcome.diagnostics.map(\.rule) == [.unsafeURL])
    #expect(!outcome.value.text.contains("=\"java"))
  }

  @Test(arguments: [
    "[a](javascript.md)", "[a](#javascript:b)", "[a](data)", "![a](data:image/PNG;base64,b)",
    "<img src='data:image/webp,b'>",
    "[a](mailto:b@c.d)", "[a](/file:b)",
  ])
  func keepsSafeURLs(text: String) {
    let outcome = render(text + "\n")
    #expect(outcome.value.links.count == 1)
    #expect(outcome.diagnostics.isEmpty)
  }

  @Test func saysWhereAnUnsafeURLStands() {
    #expect(unsafe("a\n[b](javascript:c) <a href=\"javascript:d\">e</a>\n") == ["2:5", "2:28"])
    #expect(render("[b](javascript:c)\n").value.text == "<p><a href=\"\">b</a></p>\n")
  }
}
