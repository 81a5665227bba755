import Testing
import YAML

@Suite struct YAMLNodeTests {
  @Test(arguments: ["1.10", "010", "no", "NO", "12:30:45", "0o17", "1_000", "0x1F", "1e3", ".inf", "2026-06-01"])
  func keepsScalarsAsWritten(text: String) throws {
    #expect(try node("a: \(text)")["a"]?.text == text)
  }

  @Test(arguments: ["", "~", "null", "Null", "NULL"])
  func takesPlainWordsForNothing(text: String) throws {
    #expect(try node("a: \(text)")["a"]?.isNull == true)
  }

  @Test(arguments: ["''", "\"null\"", "!!str null", "nil", "|\n  ~"])
  func takesOtherTextForText(text: String) throws {
    #expect(try node("a: \(text)")["a"]?.isNull == false)
  }

  @Test func findsValuesByKey() throws {
    let mapping = try node("{a: 1, b: 2}")
    #expect(mapping["b"]?.text == "2")
    #expect(mapping["c"] == nil)
    #expect(mapping["a"]?["b"] == nil)
  }

  @Test func namesKinds() throws {
    let list = try node("[{}, [], text, '', ~]")
    guard case .sequence(let items) = list.content else { throw Fault(line: "not a list") }
    #expect(list.text == nil)
    #expect(items.map(\.kindName) == ["a mapping", "a list", "a text", "a text", "nothing"])
  }
}
