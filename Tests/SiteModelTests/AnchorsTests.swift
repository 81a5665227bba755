import Diagnostics
import Testing

@testable import SiteModel

@Suite struct AnchorsTests {
  private func anchors(_ text: String) -> Anchors {
    Anchors(
      of: Page(document: document(text).value, sitePath: "page/", folder: "", isFolderPage: false))
  }

  @Test func findsHeadingsFootnotesAndIDsOfRawHTML() {
    let anchors = anchors("# A b\n\nx[^1]\n\n<a id=\"raw\"></a><a name=\"Named\"></a>\n\n[^1]: y\n")
    for id in ["a-b", "fn-1", "fnref-1", "raw", "Named"] { #expect(anchors.id(for: id) == id) }
    #expect(anchors.id(for: "named") == nil)
  }

  @Test(arguments: [
    ("# Foo - bar", "foo-bar", "foo---bar"), ("# A & B", "a-b", "a--b"),
    ("# `--strict` mode", "-strict-mode", "--strict-mode"),
    ("# A / B (C)", "a-b-c", "a--b-c"), ("# & more", "more", "-more"), ("# Ends -", "ends-", "ends--"),
    ("# snake_case", "snake_case", "snake_case"),
  ])
  func knowsHeadingsAsPythonMarkdownDoes(_ heading: String, _ written: String, _ id: String) {
    #expect(anchors(heading).id(for: written) == id)
  }

  @Test func countsRepeatsAsPythonMarkdownDoes() {
    let anchors = anchors("# A & b\n\n# A & b\n\n# A & b\n")
    #expect(anchors.id(for: "a-b") == "a--b")
    #expect(anchors.id(for: "a-b_1") == "a--b-1")
    #expect(anchors.id(for: "a-b_2") == "a--b-2")
    #expect(anchors.id(for: "a-b_3") == nil)
  }

  @Test(arguments: [
    ("part", "part", ""), ("part:~:text=a", "part", ":~:text=a"), (":~:text=a", "", ":~:text=a"), ("", "", ""),
    ("a:b", "a:b", ""),
  ])
  func splitsDirectivesOff(_ fragment: String, _ id: String, _ directive: String) {
    #expect(Anchors.split(fragment) == (id, directive))
  }

  @Test func spellsAnIDAsThePageDoes() {
    #expect(anchors("# Größe\n").id(for: "gro\u{308}ße")?.unicodeScalars.elementsEqual("größe".unicodeScalars) == true)
  }

  @Test func knowsThePrefixOfGitHub() {
    #expect(anchors("# A & b\n").id(for: "user-content-a--b") == "a--b")
    #expect(anchors("# User content of a\n").id(for: "user-content-of-a") == "user-content-of-a")
    #expect(anchors("# A\n").id(for: "user-content-b") == nil)
  }
}
