import Diagnostics
import Testing
import YAML

@Suite struct MappingReaderTests {
  private func reader(_ text: String) throws -> MappingReader {
    MappingReader(try node(text), what: "front matter")
  }

  @Test func reportsKeysThatWereNotAskedFor() throws {
    var reader = try reader("titel: a\ndraft: true\nzzz: 1\n")
    _ = reader.text("title")
    _ = reader.bool("draft")
    reader.finish()
    #expect(
      reader.diagnostics.map(\.line) == [
        "1:1 unknown-key: front matter has no key 'titel'", "3:1 unknown-key: front matter has no key 'zzz'",
      ])
    #expect(reader.diagnostics.map(\.help) == ["Did you mean 'title'?", "Correct the spelling, or remove the key."])
    #expect(reader.diagnostics.map(\.severity) == [.warning, .warning])
  }

  @Test func guessesAmongAliasesAndIgnoredKeys() throws {
    var reader = try reader("nav_oder: 1\nlayuot: x\n")
    _ = reader.int("weight", aliases: ["nav_order"])
    reader.ignore("layout", "other")
    reader.finish()
    #expect(reader.diagnostics.map(\.help) == ["Did you mean 'nav_order'?", "Did you mean 'layout'?"])
  }

  @Test func saysNothingOfIgnoredKeys() throws {
    var reader = try reader("layout: x\n")
    reader.ignore("layout")
    reader.finish()
    #expect(reader.diagnostics.isEmpty)
  }

  @Test func showsNoControlCharactersOfAKey() throws {
    var reader = try reader("\"\\e[31m\\nx\": 1")
    reader.finish()
    #expect(reader.diagnostics.map(\.message) == ["front matter has no key '\u{FFFD}[31m x'"])
  }

  @Test func readsTheFirstNameWithAValue() throws {
    var reader = try reader("c: 3\nb: 2\na:\n")
    #expect(reader.text("a", aliases: ["b", "c"])?.value == "2")
    reader.finish()
    #expect(reader.diagnostics.isEmpty)
  }

  @Test func reportsMissingKeys() throws {
    var reader = try reader("b: ~\n")
    #expect(reader.text("a", aliases: ["x"], required: true) == nil)
    #expect(reader.node("b", required: true) == nil)
    #expect(reader.text("c") == nil)
    #expect(
      reader.diagnostics.map(\.line) == [
        "1:1 missing-key: front matter has no 'a'", "1:1 missing-key: 'b' of front matter has no value",
      ])
    #expect(reader.diagnostics.map(\.help) == ["Add 'a: …'.", "Add 'b: …'."])
  }

  @Test func readsNothingAsAnEmptyMapping() throws {
    var reader = try reader("---\n")
    #expect(reader.text("a") == nil)
    #expect(reader.text("b", required: true) == nil)
    #expect(reader.diagnostics.map(\.rule.id) == ["missing-key"])
  }

  @Test(arguments: [("- a", "a list"), ("title:Foo", "a text")])
  func refusesOtherValuesOnce(text: String, kind: String) throws {
    var reader = try reader(text)
    #expect(reader.text("title", required: true) == nil)
    reader.finish()
    #expect(reader.diagnostics.map(\.line) == ["1:1 wrong-type: front matter must be a mapping, not \(kind)"])
  }

  @Test func givesNodesAsTheyAre() throws {
    var reader = try reader("a: [1, {b: c}]\n")
    #expect(reader.node("a")?.flow == "[1, {b: c}]")
  }

  @Test func takesReportsOfItsUser() throws {
    var reader = try reader("a: 1")
    reader.report(Diagnostic(.invalidValue, "too small", at: reader.span))
    #expect(reader.diagnostics.map(\.line) == ["1:1 invalid-value: too small"])
  }

  @Test func tellsWhatNothingAskedFor() throws {
    var reader = try reader("a: 1\nb: 2\nc: 3\n")
    _ = reader.text("b")
    #expect(reader.unread.map(\.key.text) == ["a", "c"])
  }
}
