import Diagnostics
import Testing
import YAML

@Suite struct SyntaxProblemTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let text: String
    let finding: String
    let help: String

    init(_ text: String, _ finding: String, _ help: String) {
      (self.text, self.finding, self.help) = (text, finding, help)
    }

    var testDescription: String { text.debugDescription }
  }

  @Test(arguments: [
    Case("a:\n\tb: 1\n", "2:1 a tab is used for indentation", "Indent with spaces."),
    Case("a: b\n\tc: 1\n", "2:1 a tab is used for indentation", "Indent with spaces."),
    Case("a: |\n  x\n\ty\n", "3:1 a tab is used for indentation", "Indent with spaces."),
    Case(
      "a:\n    b: 1\n  c: 2\n", "3:3 a line that does not fit in with the lines above it",
      "Indent it like the lines it belongs with; they begin on line 1."),
    Case(
      "a: 1\n- b\n", "2:1 a list entry that does not fit in with the lines above it",
      "Indent it like the lines it belongs with; they begin on line 1."),
    Case(
      "a: 1\n  b: 2\n", "2:4 ':' makes this line a key, where none can be",
      "Indent the line like the keys it belongs with, and write a space behind the ':' of the line before it."),
    Case(
      "a: 1\nfoo  \nb: 2\n", "2:1 the line 'foo' has no ':'",
      "Write 'key: value', or indent the line to go on with the text above it."),
  ])
  func explainsIndentation(example: Case) { check(example) }

  @Test(arguments: [
    Case("a: Foo: bar\n", "1:7 an unquoted value cannot hold ': '", "Put the value in quotes: \"Foo: bar\"."),
    Case("ä: Ünf: \"x\"\n", "1:9 an unquoted value cannot hold ': '", "Put the value in quotes: \"Ünf: \\\"x\\\"\"."),
    Case("a: @foo\n", "1:4 a value cannot begin with '@'", "Put the value in quotes: \"@foo\"."),
    Case("a: `foo`\n", "1:4 a value cannot begin with '`'", "Put the value in quotes: \"`foo`\"."),
    Case("a: %foo\n", "1:4 a value cannot begin with '%'", "Put the value in quotes: \"%foo\"."),
    Case(
      "a: *bold*\n", "1:4 the value begins an alias ('*') without a proper name",
      "Put the value in quotes: \"*bold*\"."),
    Case(
      "a: & b\n", "1:4 the value begins an anchor ('&') without a proper name", "Put the value in quotes: \"& b\"."),
    Case("a: !b!c d\n", "1:4 '!' begins a tag that is not known", "Put the value in quotes: \"!b!c d\"."),
    Case(
      "a: - b\n", "1:4 a list cannot begin on the line of its key",
      "Begin it on the next line, or put the value in quotes if '- ' is part of it."),
    Case(
      "a: > b\n", "1:6 text follows the block indicator '>'",
      "Begin the text on the next line, or put the value in quotes if '>' is part of it."),
    Case(
      "%foo: a\n", "1:1 a line that begins with '%' is a directive, and not one that YAML knows",
      "Put a key or value that begins with '%' in quotes."),
    Case(
      "a: {% if b %}\n", "1:5 a value cannot begin with '%'", "Put a value that holds '{{ … }}' in quotes."),
    Case(
      "{{- if b }}\na: 1\n", "1:3 '-' stands where a value should be", "Put a value that holds '{{ … }}' in quotes."),
  ])
  func explainsWhatNeedsQuotes(example: Case) { check(example) }

  @Test(arguments: [
    Case("a: 1\nb: \"c\nd: e\n", "2:4 the quote \" is never closed", "Add \" where the text ends."),
    Case("a: 'b\n---\nc: d\n", "1:4 the quote ' is never closed", "Add ' where the text ends."),
    Case("a: [b, c\n", "1:4 '[' is never closed", "Add ']' where it ends."),
    Case("a: [b, [c,\n", "1:8 '[' is never closed", "Add ']' where it ends."),
    Case("a: &x {b: c\n", "1:7 '{' is never closed", "Add '}' where it ends."),
    Case(
      "a: [b\nc: d\n", "2:2 ',' or ']' is missing",
      "Close the '[' of line 1, column 4, or put ',' between its entries."),
    Case(
      "ä: {b: 1 c: 2}\n", "1:12 ',' or '}' is missing",
      "Close the '{' of line 1, column 4, or put ',' between its entries."),
    Case(
      "a: [b, , c]\n", "1:8 ',' stands where a value should be", "Remove the ',', or write a value before it."),
    Case(
      "a: ]\n", "1:4 ']' stands where a value should be", "Put the value in quotes if it is meant as a text."),
    Case(
      "a: [b] c\n", "1:8 text follows a closing bracket", "Put the value in quotes if it is meant as a text."),
    Case(
      "a: 'it's so'\n", "1:8 text follows a closing quote",
      "Quote the whole value; in '…' an apostrophe is written '', in \"…\" a quote is written \\\"."),
    Case(
      "a: \"C:\\q\"\n", "1:7 a backslash begins no known escape here",
      "Write '\\\\' for a backslash, or use single quotes, in which it stands for itself."),
  ])
  func explainsQuotesAndBrackets(example: Case) { check(example) }

  @Test(arguments: [
    Case(
      "a: b\n...\nc: d\n", "3:1 text follows the end of the document",
      "Begin a further document with a line '---'."),
    Case(
      "%YAML 3.0\n---\na: b\n", "1:1 the text declares a version of YAML other than 1.1 and 1.2",
      "Remove the '%YAML' line."),
    Case(
      "é: b\u{0}c\n", "1:6 the control character U+0000 is not allowed",
      "Remove it, or write it as an escape such as \"\\x07\" in double quotes."),
    Case(
      "a: b\n\u{FEFF}a: \u{7}\n", "2:7 the control character U+0007 is not allowed",
      "Remove it, or write it as an escape such as \"\\x07\" in double quotes."),
  ])
  func explainsDocumentsAndCharacters(example: Case) { check(example) }

  private func check(_ example: Case) {
    let diagnostics = parse(example.text).diagnostics
    #expect(diagnostics.map { "\($0.span?.line ?? 0):\($0.span?.column ?? 0) \($0.message)" } == [example.finding])
    #expect(diagnostics.map(\.help) == [example.help])
    #expect(diagnostics.map(\.rule.id) == ["yaml-syntax"])
  }

  @Test(arguments: [
    ([0x61, 0x3A, 0x20, 0xE9, 0x63] as [UInt8], "1:4 yaml-syntax: the byte 0xE9 is not UTF-8"),
    ([0x61, 0x3A, 0x0A, 0xED, 0xA0, 0x80], "2:1 yaml-syntax: the byte 0xED is not UTF-8"),
    ([0xEF, 0xBB, 0xBF, 0xC3, 0xA9, 0xC3], "1:6 yaml-syntax: the byte 0xC3 is not UTF-8"),
    ([0x61, 0xC3, 0xA9, 0x80, 0x62], "1:4 yaml-syntax: the byte 0x80 is not UTF-8"),
    ([0xFF, 0xFE, 0x61, 0x00], "1:1 yaml-syntax: the byte 0xFF is not UTF-8"),
  ])
  func placesBytesThatAreNotUTF8(bytes: [UInt8], finding: String) {
    #expect(YAMLParser.parse(bytes, path: "test.yaml").diagnostics.map(\.line) == [finding])
  }

  @Test func cutsWhatItQuotes() {
    let line = String(repeating: "é", count: 200)
    #expect(
      parse("a: 1\n\(line)\nb: 2\n").diagnostics.map(\.message) == [
        "the line '\(String(repeating: "é", count: 80))…' has no ':'"
      ])
  }
}
