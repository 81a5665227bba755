import Testing

@testable import Diagrams

@Suite struct StyleSheetTests {
  private func element(_ name: String, _ attributes: (String, String)...) -> StyledElement {
    StyledElement(
      XMLTag(name: name, attributes: attributes.map { XMLAttribute(name: $0, value: Array($1.utf8)[...]) }))
  }

  private func fill(_ sheet: String, _ path: [StyledElement]) -> String? {
    var style = Style()
    style.apply(StyleSheet(sheet).declarations(for: path))
    return style[.fill]
  }

  @Test(arguments: [
    ("rect", true), ("#x rect", true), (".node rect", true), (".node > rect", true), ("svg > rect", false),
    ("svg > .node > .basic", true), (".basic.big", false), ("rect.basic", true), ("circle", false),
    ("rect[name=\"a\"]", true), ("rect[name=b]", false), ("[name$=\"a\"]", true), (".node:not(.odd) rect", true),
    (".node:not(.default) rect", false), ("rect:hover", false), ("rect + rect", false), ("* rect", true),
  ])
  func selectorMatches(selector: String, isMatch: Bool) {
    let path = [
      element("svg", ("id", "x")), element("g", ("class", "node default")),
      element("rect", ("class", "basic"), ("name", "a")),
    ]
    #expect(fill(selector + " { fill: red }", path) == (isMatch ? "red" : nil))
  }

  @Test func weightierAndLaterRulesWin() {
    let path = [element("svg", ("id", "x")), element("rect", ("class", "a"))]
    #expect(fill(".a{fill:red} rect{fill:blue}", path) == "red")
    #expect(fill("#x rect{fill:red} .a{fill:blue}", path) == "red")
    #expect(fill(".a{fill:red} .a{fill:blue}", path) == "blue")
    #expect(fill("rect{fill:red !important} #x .a{fill:blue}", path) == "red")
  }

  @Test func passesOverAtRulesAndOtherProperties() {
    let sheet =
      "@keyframes a{from{fill:blue}to{fill:blue}} rect{cursor:pointer;fill:red;} @media print{rect{fill:blue}}"
    #expect(fill(sheet, [element("rect")]) == "red")
  }
}
