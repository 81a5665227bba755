import Diagnostics
import Testing
import YAML

@Suite struct TreeBuilderTests {
  @Test func expandsAliases() throws {
    #expect(try node("a: &a {x: &b 1}\nb: [*a , *b ]").flow == "{a: {x: 1}, b: [{x: 1}, 1]}")
  }

  @Test func keepsThePlaceOfTheAnchor() throws {
    #expect(try node("a: &a text\nb: *a")["b"]?.span.line == 1)
  }

  @Test func takesTheLastAnchorOfAName() throws {
    #expect(try node("[&a 1, *a , &a 2, *a ]").flow == "[1, 1, 2, 2]")
  }

  @Test func expandsAliasKeys() throws {
    #expect(try node("a: &a key\n*a : value").flow == "{a: key, key: value}")
  }

  @Test func namesUnknownAnchors() {
    let outcome = parse("base: &defaults 1\na: *default\nb: *bold\n")
    #expect(outcome.value.first?["a"]?.isNull == true)
    #expect(
      outcome.diagnostics.map(\.line) == [
        "2:4 yaml-syntax: no anchor comes before the alias '*default'",
        "3:4 yaml-syntax: no anchor comes before the alias '*bold'",
      ])
    #expect(
      outcome.diagnostics.map(\.help) == [
        "Did you mean 'defaults'?",
        "Put the value in quotes if '*' is part of it, or name a value before it with '&'.",
      ])
  }

  @Test func guessesNotAmongManyAnchors() {
    let anchors = (0..<30_000).map { "- &name\($0) x\n" }.joined()
    let aliases = String(repeating: "- *nam\n", count: 1000)
    let diagnostics = parse(anchors + aliases).diagnostics
    #expect(diagnostics.count == 1000)
    #expect(diagnostics.first?.help?.hasPrefix("Put the value in quotes") == true)
  }

  @Test func forgetsAnchorsOfEarlierDocuments() {
    #expect(
      parse("&a 1\n---\n*a\n").diagnostics.map(\.line) == [
        "3:1 yaml-syntax: no anchor comes before the alias '*a'"
      ])
  }

  @Test func refusesAValueInsideItself() {
    #expect(
      parse("a: &a [*a ]").diagnostics.map(\.line) == [
        "1:8 yaml-syntax: the alias '*a' stands inside the value that it names"
      ])
  }
}

@Suite struct TreeBuilderLimitTests {
  private func refusal(_ text: String) -> [String] {
    let outcome = parse(text)
    #expect(outcome.value.isEmpty)
    return outcome.diagnostics.map(\.line)
  }

  @Test func refusesAnAliasBomb() {
    var text = "a: &a [x,x,x,x,x,x,x,x,x]\n"
    for (name, next) in zip("abcdefgh", "bcdefghi") {
      text += "\(next): &\(next) [\(Array(repeating: "*\(name)", count: 9).joined(separator: ","))]\n"
    }
    #expect(refusal(text) == ["6:8 yaml-limit: more than 100,000 values once aliases are expanded"])
  }

  @Test func holdsTheBoundOnValues() {
    let values = Array(repeating: "x", count: 99_999).joined(separator: "\n- ")
    #expect(parse("- \(values)").diagnostics.isEmpty)
    #expect(refusal("- \(values)\n- x") == ["100000:3 yaml-limit: more than 100,000 values once aliases are expanded"])
  }

  @Test func countsDocumentsAsValues() {
    #expect(
      refusal(String(repeating: "---\n", count: 200_000)) == [
        "100002:1 yaml-limit: more than 100,000 values once aliases are expanded"
      ])
  }

  @Test func holdsTheBoundOnAliases() {
    let aliases = Array(repeating: "*a", count: 1000).joined(separator: " , ")
    #expect(parse("[&a x, \(aliases) ]").diagnostics.isEmpty)
    #expect(refusal("[&a x, \(aliases) ,\n*a ]") == ["2:1 yaml-limit: more than 1,000 aliases"])
  }

  @Test(arguments: [("[", "]"), ("{a: ", "}")])
  func holdsTheBoundOnDepth(opening: String, closing: String) {
    func nested(_ levels: Int) -> String {
      String(repeating: opening, count: levels) + String(repeating: closing, count: levels)
    }
    #expect(parse(nested(64)).diagnostics.isEmpty)
    #expect(refusal(nested(65)) == ["1:\(64 * opening.utf8.count + 1) yaml-limit: more than 64 levels of nesting"])
    #expect(refusal(nested(10_000)) == ["1:\(64 * opening.utf8.count + 1) yaml-limit: more than 64 levels of nesting"])
  }

  @Test func refusesDeepBlocks() {
    #expect(
      refusal(String(repeating: "- ", count: 10_000) + "x") == ["1:129 yaml-limit: more than 64 levels of nesting"])
  }

  @Test func countsTheDepthOfAliases() {
    var text = "a0: &a0 [x]\n"
    for index in 1..<2000 { text += "a\(index): &a\(index) [*a\(index - 1) ]\n" }
    #expect(refusal(text) == ["64:12 yaml-limit: more than 64 levels of nesting"])
  }

  @Test func refusesLongChainsOfMergeKeys() {
    func chain(_ length: Int) -> String {
      (1...length).reduce("a0: &a0 {k: v}\n") { text, index in
        text + "a\(index): &a\(index) {<<: *a\(index - 1), k\(index): v}\n"
      }
    }
    #expect(parse(chain(16)).diagnostics.isEmpty)
    #expect(refusal(chain(2000)) == ["18:6 yaml-limit: more than 16 merge keys ('<<') in a chain"])
  }

  @Test func chargesMergeKeysForWhatTheyCopy() {
    let mapping = (0..<20_000).map { "k\($0): v" }.joined(separator: ",")
    let merges = (0..<900).map { "b\($0): {<<: *a }\n" }.joined()
    #expect(
      refusal("a: &a {\(mapping)}\n\(merges)") == [
        "3:10 yaml-limit: more than 100,000 values once aliases are expanded"
      ])
  }
}
