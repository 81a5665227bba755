import Testing

@testable import Markup

@Suite struct MarkupFactsTests {
  @Test(arguments: [
    "<a href=x>", "<area href=x>", "<link rel=icon href=x>", "<link rel=preload imagesrcset=x>", "<img src=x>",
    "<img srcset='x 2x'>", "<source src=x>", "<source srcset=x>", "<script src=x></script>", "<iframe src=x></iframe>",
    "<frame src=x>", "<embed src=x>", "<audio src=x>", "<video src=x>", "<video poster=x>", "<track src=x>",
    "<input type=IMAGE src=x>", "<object data=x>", "<form action=x>", "<button formaction=x>", "<input formaction=x>",
    "<body background=x>", "<td background=x>", "<p style='a:url(x)'>", "<svg><use href=x>",
    "<svg><image xlink:href=x>",
    "<svg><a xlink:href=x>", "<meta http-equiv=refresh content='0;url=x'>",
  ])
  func findsWhatABrowserFetchesOrAReaderFollows(text: String) {
    #expect(addresses(text) == ["x"])
  }

  @Test(arguments: [
    "<p href=y>", "<img data-src=y>", "<input src=y>", "<a xlink:href=y>", "<link href=y>",
    "<link rel=preconnect href=y>",
    "<form method=dialog action=y>", "<p background=y>", "<q cite=y>", "<img src=''>",
    "<meta property=og:image content=y>",
    "<meta name=description content='http://y'>", "<use href=y>",
  ])
  func leavesOutWhatNobodyFollows(text: String) {
    #expect(addresses(text) == [])
  }

  @Test func tellsWhatIsFetchedFromWhatIsSaid() {
    let links = "<link rel='alternate stylesheet' href=a><link rel=canonical href=b>"
    #expect(MarkupFacts(of: Array(links.utf8), as: .html).references.map(\.kind) == [.resource, .statement])
  }

  @Test func takesTheAbsoluteAddressesThatAPageGivesToPrograms() {
    #expect(addresses("<meta property=og:image content=https://x/y.png>") == ["https://x/y.png"])
  }

  @Test func tellsWhereAnAddressIsWritten() {
    #expect(written("<a href='a&amp;b'>") == ["a&amp;b"])
    #expect(written("<p style='a:url(&quot;x.png&quot;)'>") == ["x.png"])
    #expect(written("<meta http-equiv=refresh content='0;url=&quot;x&quot;'>") == ["x"])
    #expect(written("a{b:url( x\\2e png )}", as: .css) == ["x\\2e png"])
  }

  @Test func findsTheIdsOfAllElements() {
    #expect(ids("<p id=a><svg><g id='b&amp;c'/></svg><template><p id=d></template><p id=''>") == ["a", "b&c"])
    #expect(ids("<svg><symbol id='icon'/></svg>", as: .xml) == ["icon"])
  }

  @Test func takesNamesOfAnchorsAlone() {
    let facts = MarkupFacts(of: Array("<a name=a><input name=b><map name=c>".utf8), as: .html)
    #expect(facts.names.count == 1)
  }

  @Test func takesTheFirstBaseWithAnAddress() {
    let bytes = Array("<base target=_top><base href=x><base href=y>".utf8)
    let facts = MarkupFacts(of: bytes, as: .html)
    #expect(facts.base.map { Array(facts.value(of: $0, in: bytes)) } == Array("x".utf8))
  }
}
