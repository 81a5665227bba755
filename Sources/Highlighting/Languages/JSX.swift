extension Scanner {
  /// An element with all that it holds: tags, attributes, text, and code in braces.
  mutating func readJSX() -> Bool {
    guard isValueExpected, beginsTag || peek() == UInt8(ascii: ">"), !isTypeParameter else { return false }
    var level = 0
    repeat {
      if peek() == UInt8(ascii: "/") {
        level -= 1
        readTag(.jsxTag)
      } else {
        readTag(.jsxTag)
        if self[position - 2] != UInt8(ascii: "/") { level += 1 }
      }
      if level > 0 { readJSXText() }
    } while level > 0 && !isAtEnd
    return true
  }

  /// `<T,>` and `<T extends …>` before a function of TypeScript.
  private var isTypeParameter: Bool {
    var index = position + 1
    while self[index].isWord { index += 1 }
    return self[index] == UInt8(ascii: ",") || has(" extends", at: index)
  }

  /// `<string[]>` behind the name of a component.
  fileprivate mutating func readTypeArguments() -> Bool {
    readBrackets(UInt8(ascii: "<"), UInt8(ascii: ">"))
    return true
  }

  /// Up to the next tag.
  private mutating func readJSXText() {
    while !isAtEnd {
      if byte == UInt8(ascii: "<"), beginsTag || peek() == UInt8(ascii: "/") || peek() == UInt8(ascii: ">") { return }
      if !Grammar.jsxText.apply(Grammar.jsxText.rules[byte], &self) { position += 1 }
    }
  }
}

extension Grammar {
  fileprivate static let jsxText = Grammar([.nested("{", "}", { .tsx })])

  /// Inside of a tag.
  fileprivate static let jsxTag = Grammar(
    .escapedStrings + .slashComments + [.nested("{", "}", { .tsx }), .hook("<") { $0.readTypeArguments() }],
    letters: "-:.", word: tagWord)
}
