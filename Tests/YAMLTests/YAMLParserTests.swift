import Diagnostics
import Testing
import YAML

@Suite struct YAMLParserTests {
  @Test(arguments: ["", "\n\n", "# a comment\n", "\u{FEFF}"])
  func findsNoDocumentInAnEmptyFile(text: String) {
    let outcome = parse(text)
    #expect(outcome.value.isEmpty)
    #expect(outcome.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("a: 1\nb: [x, 'y']\nc:\n  - d: e\n", "{a: 1, b: [x, \"y\"], c: [{d: e}]}"),
    ("a: |\n  one\n  two\nb: >-\n  one\n  two\n", "{a: \"one\ntwo\n\", b: \"one two\"}"),
    ("a: !custom x\nb: !!binary aGk=\nc: !!set {d}\n", "{a: \"x\", b: \"aGk=\", c: {d: }}"),
    ("a: \"\\u00e9\\n\"\n", "{a: \"é\n\"}"),
    ("{\"json\": [1, true, null]}", "{\"json\": [1, true, null]}"),
  ])
  func readsEveryStyle(text: String, expected: String) throws {
    #expect(try node(text).flow == expected)
  }

  @Test func readsSeveralDocuments() {
    let outcome = parse("---\na: 1\n---\n- b\n...\n---\n")
    #expect(outcome.value.map(\.flow) == ["{a: 1}", "[b]", ""])
    #expect(outcome.diagnostics.isEmpty)
  }

  @Test func keepsDocumentsBeforeASyntaxError() {
    let outcome = parse("a: 1\n---\nb: 2\n---\nc: [\n")
    #expect(outcome.value.map(\.flow) == ["{a: 1}", "{b: 2}"])
    #expect(outcome.diagnostics.map(\.line) == ["5:4 yaml-syntax: '[' is never closed"])
  }

  @Test func keepsNothingOfADocumentWithASyntaxError() {
    #expect(parse("title:foo\nb: c\n").value.isEmpty)
  }

  @Test func refusesALargeFileUnread() {
    let outcome = YAMLParser.parse(Array(repeating: UInt8(ascii: "a"), count: 100_000_000), path: "big.yaml")
    #expect(outcome.value.isEmpty)
    #expect(
      outcome.diagnostics.map(\.line) == [
        "1:1 yaml-limit: the file has 100000000 bytes; at most 5242880 (5 MiB) are read"
      ])
  }

  @Test func readsALongText() throws {
    let text = String(repeating: "x", count: 5_000_000)
    #expect(try node("a: \(text)")["a"]?.text == text)
  }

  @Test func refusesManyDirectives() {
    let directives = (0..<20_000).map { "%TAG !e\($0)! tag:example.org,2000:\n" }.joined()
    let outcome = parse("# tags\n\(directives)---\na\n")
    #expect(
      outcome.diagnostics.map(\.line) == ["1:1 yaml-limit: more than 64 directives (lines that begin with '%')"])
  }
}
