import Bytes
import Testing

@testable import Diagrams

@Suite struct SVGRewriterTests {
  private func drawing(_ inside: String) throws -> Drawing {
    try SVGRewriter.drawing(
      Array("<svg viewBox=\"0 0 100 50\" xmlns=\"http://www.w3.org/2000/svg\">\(inside)</svg>".utf8), title: "Picture",
      textScale: 1)
  }

  /// What is inside the SVG element and behind its title.
  private func rewritten(_ inside: String) throws -> String {
    var buffer = ByteBuffer()
    try drawing(inside).write(to: &buffer, prefix: "p") { $1.append($0, escaping: .attribute) }
    let text = buffer.text
    let start = try #require(text.firstRange(of: "</title>")?.upperBound)
    return String(text[start...].dropLast("</svg>".count))
  }

  @Test func leavesOutWhatRunsLoadsOrMoves() throws {
    let svg = """
      <script>alert(1)</script><style>circle{fill:red}</style><image href="x.png"/><animate attributeName="x"/>\
      <rect width="1" height="1" onclick="a()" style="fill:#fff;cursor:pointer" data-x="1"/><iframe/>\
      <use href="other.svg#a"/><rect width="1" height="1" fill="url(other.svg#a)" stroke="#000"/>
      """
    #expect(
      try rewritten(svg)
        == #"<rect width="1" height="1" class="paper"/><rect width="1" height="1" fill="none" class="line"/>"#)
  }

  @Test func greysBecomeRolesAndColoursStay() throws {
    let rects = ["#fff", "#eee", "#333", "#4f7fe0"].map { "<rect width='9' height='9' fill='\($0)'/>" }.joined()
    #expect(
      try rewritten(rects) == """
        <rect width="9" height="9" class="paper"/><rect width="9" height="9" class="surface"/>\
        <rect width="9" height="9" class="ink"/><rect width="9" height="9" fill="#4f7fe0"/>
        """)
  }

  @Test func linesKeepColoursThatBothSchemesShow() throws {
    let lines = ["red", "yellow", "navy", "#888", "black"].map { "<line x2='9' stroke='\($0)'/>" }.joined()
    #expect(
      try rewritten(lines) == """
        <line x2="9" fill="none" stroke="#ff0000"/><line x2="9" fill="none" class="line"/>\
        <line x2="9" fill="none" class="line"/><line x2="9" fill="none" class="faint"/><line x2="9" fill="none" class="line"/>
        """)
  }

  @Test(arguments: [
    ("#ff9", "white", " fill=\"#000000\""), ("#030", "#333", " fill=\"#ffffff\""),
    ("#ff9", "#036", " fill=\"#003366\""),
    ("#eee", "white", ""), ("#222", "#111", " class=\"paper\""),
  ])
  func textCanBeReadOnWhatItStandsOn(ground: String, colour: String, attribute: String) throws {
    let svg =
      "<rect width='60' height='20' fill='\(ground)'/><g transform='translate(5,5)'><text x='4' y='9' font-size='14' "
      + "fill='\(colour)'>a</text></g>"
    #expect(try rewritten(svg).hasSuffix("<text x=\"4\" y=\"9\"\(attribute)>a</text></g>"))
  }

  @Test func textBesideAColourIsOfThePage() throws {
    let svg = "<rect width='10' height='10' fill='#ff9'/><text x='14' y='9' font-size='14' fill='red'>a</text>"
    #expect(try rewritten(svg).hasSuffix("<text x=\"14\" y=\"9\">a</text>"))
  }

  @Test func groundsOfGroupsAreTints() throws {
    #expect(
      try rewritten("<g class='cluster'><rect width='9' height='9' fill='#ff9'/></g>")
        == ##"<rect width="9" height="9" fill="#ffff99" fill-opacity="0.2"/>"##)
  }

  @Test func idsThatNothingRefersToGoAndOthersGetThePrefix() throws {
    let svg = """
      <defs><marker id="a"><path d="M0 0L9 9" fill="#333"/></marker><marker id="b"><path d="M0 0"/></marker></defs>\
      <path id="c" d="M0 0L9 9" stroke="#333" marker-end="url(#a)" fill="none"/>
      """
    #expect(
      try rewritten(svg) == """
        <defs><marker id="p-1"><path d="M0 0L9 9" class="ink"/></marker></defs>\
        <path d="M0 0L9 9" marker-end="url(#p-1)" fill="none" class="line"/>
        """)
  }

  @Test func linksAreOpenForThePage() throws {
    let drawing = try drawing("<a xlink:href='a.md?x&amp;y' onclick='z()'><rect width='9' height='9'/></a>")
    #expect(drawing.parts.contains(.url("a.md?x&y")))
    #expect(drawing.hasLinks)
  }

  @Test func titleAndDescriptionNameThePicture() throws {
    let drawing = try drawing(
      "<title>A &lt;b&gt;</title><desc>Why</desc><g><title>tip</title><rect width='9' height='9'/></g>")
    #expect(drawing.title == "A <b>")
    #expect(drawing.description == "Why")
    var buffer = ByteBuffer()
    drawing.write(to: &buffer, prefix: "p", title: "Own") { _, _ in }
    #expect(
      buffer.text == """
        <svg role="img" aria-labelledby="p-title" aria-describedby="p-text" width="100" height="50" viewBox="0 0 100 50">\
        <title id="p-title">Own</title><desc id="p-text">Why</desc><rect width="9" height="9" class="ink"/></svg>
        """)
  }

  @Test func htmlBecomesTextInLines() throws {
    let svg = "<foreignObject width='80' height='48'><div><p>one two three four</p></div></foreignObject>"
    #expect(
      try rewritten(svg) == """
        <text x="40.0" y="12.0" text-anchor="middle" dominant-baseline="central">one two</text>\
        <text x="40.0" y="36.0" text-anchor="middle" dominant-baseline="central">three four</text>
        """)
  }

  @Test func coordinatesHaveTwoDecimals() throws {
    #expect(
      try rewritten("<path d='M1.23456,-0.98765L1e3 4.5' stroke='red' fill='none'/>")
        == ##"<path d="M1.23,-0.98L1e3 4.5" fill="none" stroke="#ff0000"/>"##)
  }

  @Test(arguments: [
    "", "<g></g>", "<rect/>", "<rect width='9' height='9' fill='none'/>", "<g display='none'><text>a</text></g>",
  ])
  func refusesWhatShowsNothing(inside: String) {
    #expect(throws: DrawingFailure.self) { try drawing(inside) }
  }

  @Test(arguments: [
    "<svg>", "no svg", "<svg><rect width='9' height='9'/></svg>",
    "<svg viewBox='0 0 0 9'><rect width='9' height='9'/></svg>",
  ])
  func refusesWhatIsNoPicture(svg: String) {
    #expect(throws: DrawingFailure.self) { try SVGRewriter.drawing(Array(svg.utf8), title: "", textScale: 1) }
  }
}
