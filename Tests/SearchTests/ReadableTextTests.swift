import Testing

@testable import Search

@Suite struct ReadableTextTests {
  private func sections(_ html: String) -> [String] {
    ReadableText(html: Array(html.utf8)).sections.map { section in
      let words = section.text.split { $0.isWhitespace }.joined(separator: " ")
      return section.anchor.isEmpty ? words : "#\(section.anchor) \(section.heading): \(words)"
    }
  }

  @Test func readsMainAlone() {
    #expect(sections("<head>x</head><body>y<main id=\"_main\"><p>In <em>main</em>.</p></main>z") == ["In main."])
  }

  @Test func beginsASectionAtAHeadingWithAnID() {
    #expect(sections("<main><h1>T</h1><p>a<h2 id=\"b\">B &amp;\n c</h2><p>d</main>") == ["a", "#b B & c: d"])
  }

  @Test func beginsBehindTheTitle() {
    #expect(sections("<main><p>How-to guide</p><h1>T</h1><p>a</main>") == ["a"])
  }

  @Test func aHeadingThatLeadsToAnotherPageBeginsNoSection() {
    #expect(sections("<main>a <h2 id=\"b\"><a href=\"../b/\">B</a></h2> c</main>") == ["a B c"])
  }

  @Test func takesTheIDOfWhatAHeadingHeads() {
    #expect(
      sections("<main><article id=\"x\"><h3><a href=\"#x\">X</a></h3>y</article><h3>Z</h3></main>") == [
        "", "#x X: y Z",
      ])
  }

  @Test(arguments: [
    "<nav>n<nav>o</nav>p</nav>", "<svg><text>n</text></svg>", "<script>n</script>", "<div hidden>n<div>o</div></div>",
    "<ul data-no-search><li>n</ul>", "<footer>n</footer>",
    "<dialog>n</dialog>", "<!-- n -->",
  ])
  func leavesOutWhatIsNotRead(html: String) {
    #expect(sections("<main>a \(html) b</main>") == ["a b"])
  }

  @Test func cellsAreWordsOfTheirOwn() {
    #expect(sections("<main><td>a</td><td>b<b>c</b></td></main>") == ["a bc"])
  }

  @Test(arguments: [
    "", "<", "<main", "<main><", "<main></", "<main><nav", "<main><p id", "<main><p id=\"", "<main>&", "a",
  ])
  func readsAnything(html: String) {
    #expect(sections(html).count == 1)
  }

  @Test func takesTimeInProportionToTheText() {
    let html = "<main>" + String(repeating: "<nav><p id='", count: 50_000)
    #expect(ReadableText(html: Array(html.utf8)).sections.count == 1)
  }
}
