import Diagnostics
import Testing
import YAML

@Suite struct SourceCursorTests {
  private func place(_ key: String, in text: String, firstLine: Int = 1) -> String? {
    parse(text, firstLine: firstLine).value.first?[key]?.span.place
  }

  @Test func countsFromTheFirstLine() {
    #expect(place("a", in: "a: text", firstLine: 2) == "2:4+4")
  }

  @Test func countsColumnsInBytes() {
    #expect(place("ä", in: "x: 1\nä: é€😀 # note") == "2:5+9")
  }

  @Test func countsAByteOrderMark() {
    let outcome = parse("\u{FEFF}a: b\nc: d\n")
    #expect(outcome.diagnostics.isEmpty)
    #expect(outcome.value.first?["a"]?.span.place == "1:7+1")
    #expect(outcome.value.first?["c"]?.span.place == "2:4+1")
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func countsEveryLineEnd(end: String) {
    #expect(place("c", in: ["# é", "a: |", "  text", "", "c: d", ""].joined(separator: end)) == "5:4+1")
  }

  @Test(arguments: ["\u{85}", "\u{2028}", "\u{2029}"])
  func countsNoOtherCharacterAsALineEnd(character: String) {
    #expect(place("c", in: "a: x\(character)  y\nc: d\n") == "2:4+1")
  }

  @Test func spansScalarsOfSeveralLinesToTheEndOfTheFirst() {
    #expect(place("a", in: "a: one\n  two\nb: 1") == "1:4+3")
    #expect(place("a", in: "a: 'one\n  two'\nb: 1") == "1:4+4")
    #expect(place("a", in: "a: |-  \n  one\nb: 1") == "1:4+4")
  }

  @Test func placesNothingBehindItsColon() {
    #expect(place("a", in: "a:\nb: 1") == "1:3+0")
  }

  @Test func placesCollectionsWhereTheyBegin() {
    #expect(place("a", in: "a: {b: c}") == "1:4+1")
    #expect(place("a", in: "a:\n  b: c") == "2:3+0")
  }

  @Test func keepsThePathOfTheFile() {
    #expect(parse("a").value.first?.span.path == "test.yaml")
  }
}
