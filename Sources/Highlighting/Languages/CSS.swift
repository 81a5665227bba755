extension Grammar {
  /// Selectors and at-rules; a declaration is read at once, with its value.
  static let css = Grammar(
    .slashComments + .escapedStrings + [
      .word("@", .keyword, also: "-"),
      .word("::", .keyword, also: "-"), .word(":", .keyword, also: "-"),
      .word(".", .tag, also: "-"), .word("#", .tag, also: "-"),
      .hook("-") { $0.readCSSDeclaration(from: $0.position) }, .hook("$") { $0.readCSSDeclaration(from: $0.position) },
    ],
    [.keywords("and or not only from to")],
    letters: "-",
    word: { scanner, range in
      if scanner.readCSSDeclaration(from: range.lowerBound) { return nil }
      return scanner.isInCSSPrelude(range) ? nil : .tag
    })

  fileprivate static let cssValue = Grammar(
    [.comment("/*", "*/")] + .escapedStrings + [
      .word("#", .literal), .word("--", .variable, also: "-"), .word("$", .variable, also: "-"),
      .mark("!important", .keyword),
    ],
    [.literals("auto inherit initial none transparent unset revert currentcolor")],
    [.calls], letters: "-")
}

extension Scanner {
  /// `name: value`, up to the `;` or `}` behind it; false where the name is no property.
  fileprivate mutating func readCSSDeclaration(from start: Int) -> Bool {
    guard beginsStatement(start) else { return false }
    var index = start
    while self[index].isWord || self[index] == UInt8(ascii: "-") || self[index] == UInt8(ascii: "$") { index += 1 }
    let colon = skippingBlanks(from: index)
    guard index > start, self[colon] == UInt8(ascii: ":"), let valueEnd = cssValueEnd(from: colon) else { return false }
    position = start
    read(.property, to: index)
    position = colon + 1
    embed(.cssValue, to: valueEnd)
    return true
  }

  /// Where a value ends; nil where a block begins, so that it was a selector.
  private func cssValueEnd(from start: Int) -> Int? {
    var index = start
    var quote: UInt8?
    var parentheses = 0
    while index < end {
      let byte = bytes[index]
      if byte == quote || byte == .newline {
        quote = nil
      } else if quote == nil {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
        case UInt8(ascii: "("): parentheses += 1
        case UInt8(ascii: ")"): parentheses -= 1
        case UInt8(ascii: ";") where parentheses <= 0, UInt8(ascii: "}"): return index
        case UInt8(ascii: "{"): return nil
        default: break
        }
      }
      index += 1
    }
    return end
  }

  /// Whether a word belongs to an at-rule or to parentheses, rather than to a selector.
  fileprivate func isInCSSPrelude(_ range: Range<Int>) -> Bool {
    if "(:".utf8.contains(lastText(before: range.lowerBound).byte) || byte == UInt8(ascii: "(") { return true }
    guard let token = tokens.last, token.kind == .keyword else { return false }
    return bytes[token.range.lowerBound] == UInt8(ascii: "@")
  }
}
