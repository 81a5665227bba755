import Testing

@testable import Diagrams

@Suite struct XMLTokenTests {
  /// Tokens as text: `<a b="c">`, `</>`, and character data.
  private func tokens(_ text: String) -> [String]? {
    XMLScanner.tokens(of: Array(text.utf8))?.map { token in
      switch token {
      case .start(let tag):
        "<"
          + ([tag.name] + tag.attributes.map { "\($0.name)=\(String(decoding: $0.value, as: UTF8.self))" })
          .joined(separator: " ") + ">"
      case .end: "</>"
      case .text(let text): String(decoding: text, as: UTF8.self)
      }
    }
  }

  @Test func readsElementsAttributesAndText() {
    #expect(tokens("<a b='1' c = \"x > y\">t&lt;<d/></a>") == ["<a b=1 c=x > y>", "t&lt;", "<d>", "</>", "</>"])
  }

  @Test func leavesOutWhatIsNoContent() {
    #expect(tokens("<?xml version='1.0'?><!DOCTYPE svg><!-- <a> --><a><![CDATA[<b>]]></a>") == ["<a>", "<b>", "</>"])
  }

  @Test(arguments: [
    "<a>", "</a>", "<a></b>", "<a", "<a b>", "<a b=c/>", "<a b='c/>", "<!-- ", "<a><![CDATA[x</a>", "<>", "< a/>",
    "<a /",
  ])
  func hasNoTokensForWhatIsNotWellFormed(text: String) {
    #expect(tokens(text) == nil)
  }

  @Test func takesTimeInProportion() {
    #expect(tokens(String(repeating: "<!--", count: 25_000)) == nil)
    #expect(tokens(String(repeating: "<a>", count: 30_000)) == nil)
  }
}
