import Diagnostics
import Testing
import YAML

@Suite struct OpenCollectionTests {
  @Test func keepsTheFirstOfDuplicateKeys() {
    let outcome = parse("a: 1\nb: 2\n'a': 3\n")
    #expect(outcome.value.map(\.flow) == ["{a: 1, b: 2}"])
    #expect(
      outcome.diagnostics.map(\.line) == ["3:1 duplicate-key: the key 'a' is there twice, first on line 1"])
  }

  @Test func tellsKeysOfDifferentMappingsApart() throws {
    #expect(try node("a: {a: 1}\nb: {a: 2}").flow == "{a: {a: 1}, b: {a: 2}}")
  }

  @Test(arguments: [("[1]: x", "a list"), ("{a: b}: x", "a mapping"), ("? - a\n: x", "a list")])
  func refusesKeysThatAreCollections(text: String, kind: String) {
    let outcome = parse("b: 1\n\(text)\nc: 2\n")
    #expect(outcome.value.map(\.flow) == ["{b: 1, c: 2}"])
    #expect(outcome.diagnostics.map(\.message) == ["a key must be a text, not \(kind)"])
    #expect(outcome.diagnostics.first?.span?.line == 2)
  }

  @Test(arguments: ["t: {{ name }}", "t: {{ name }} more", "t: {{name}}-{{version}}"])
  func takesDoubledBracesForATemplate(text: String) {
    let outcome = parse(text)
    #expect(outcome.diagnostics.map(\.line) == ["1:5 yaml-syntax: a key must be a text, not a mapping"])
    #expect(outcome.diagnostics.first?.help == "Put a value that holds '{{ … }}' in quotes.")
  }

  @Test func mergesAMapping() throws {
    #expect(
      try node("base: &b {x: 1, y: 2}\na:\n  <<: *b\n  y: 3\n  z: 4")["a"]?.flow == "{y: 3, z: 4, x: 1}")
  }

  @Test func mergesAListOfMappingsFirstOneFirst() throws {
    #expect(
      try node("- &a {x: 1}\n- &b {x: 2, y: 2}\n- <<: [*a , *b ]").flow == "[{x: 1}, {x: 2, y: 2}, {x: 1, y: 2}]")
  }

  @Test func mergesWhatWasMerged() throws {
    #expect(try node("- &a {x: 1}\n- &b {<<: *a , y: 2}\n- {<<: *b }").flow == "[{x: 1}, {y: 2, x: 1}, {y: 2, x: 1}]")
  }

  @Test func takesAQuotedMergeKeyForAKey() throws {
    #expect(try node("{'<<': 1}").flow == "{\"<<\": 1}")
  }

  @Test(arguments: [("<<: text", "a text"), ("<<: [[a]]", "a list")])
  func refusesToMergeOtherValues(text: String, kind: String) {
    #expect(
      parse("\(text)\na: 1").diagnostics.map(\.message) == [
        "'<<' must be a mapping or a list of mappings, not \(kind)"
      ])
  }

  @Test func refusesASecondMergeKey() {
    let outcome = parse("<<: {a: 1}\n<<: {b: 2}")
    #expect(outcome.value.map(\.flow) == ["{a: 1}"])
    #expect(
      outcome.diagnostics.map(\.line) == ["2:1 duplicate-key: the key '<<' is there twice, first on line 1"])
  }
}
