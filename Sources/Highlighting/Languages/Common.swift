// What many languages share.

extension [Rule] {
  static let slashComments: [Rule] = [.comment("//"), .comment("/*", "*/")]
  static let nestedSlashComments: [Rule] = [.comment("//"), .comment("/*", "*/", nests: true)]

  /// `"…"` and `'…'` on one line, with escapes.
  static let escapedStrings: [Rule] = [.string("\"", inside: [.escape()]), .string("'", inside: [.escape()])]
}

extension Scanner {
  /// Whether nothing but white space and a comment stands between an index and the statement before.
  func beginsStatement(_ index: Int) -> Bool {
    let (before, place) = lastText(before: index)
    if let token = tokens.last, token.kind == .comment, token.range.contains(place) { return true }
    return [0, UInt8(ascii: "{"), UInt8(ascii: ";"), UInt8(ascii: "}")].contains(before)
  }

  /// Whether a value may begin here, rather than an operator: what a `/` or a `<` means depends on it.
  var isValueExpected: Bool {
    let (byte, index) = lastText(before: position)
    if let token = tokens.last, token.range.contains(index) {
      return token.kind == .keyword || token.kind == .comment || token.kind == .escape
    }
    return !byte.isWord && !")]}\"'`".utf8.contains(byte)
  }

  /// Passes a bracket and all up to the one that closes it, or to the end of the line where it may not span lines.
  mutating func readBrackets(_ open: UInt8, _ close: UInt8, lines: Bool = true) {
    var level = 0
    repeat {
      if byte == open { level += 1 } else if byte == close { level -= 1 }
      position += 1
    } while level > 0 && !isAtEnd && (lines || byte != .newline)
  }

  /// A regular expression between slashes on one line, with the letters behind it.
  mutating func readRegexp() -> Bool {
    guard isValueExpected, position >= nextRegexp else { return false }
    let start = position
    var index = position + 1
    var isInClass = false
    while index < end, bytes[index] != .newline {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "["): isInClass = true
      case UInt8(ascii: "]"): isInClass = false
      case UInt8(ascii: "/") where !isInClass && index > start + 1:
        position = index + 1
        skip { $0.isLower }
        add(.string, from: start)
        return true
      default: break
      }
      index += 1
    }
    nextRegexp = index
    return false
  }
}
