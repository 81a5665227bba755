/// Plain text as Markdown that shows it.
package enum MarkdownEscape {
  /// A text for a line that other text surrounds: what could be markup gets a backslash, and line breaks become blanks.
  package static func inline(_ text: String) -> String {
    // Most texts stand for themselves, and characters are costly to tell apart.
    if isPlain(text) { return text }
    var escaped = ""
    for word in text.split(whereSeparator: { $0.isWhitespace || $0.isNewline }) {
      if !escaped.isEmpty { escaped += " " }
      for character in word {
        if markup.contains(character) { escaped += "\\" }
        escaped.append(character)
      }
    }
    return escaped
  }

  /// Whether a text is words of ASCII without markup, with one blank between two of them.
  private static func isPlain(_ text: String) -> Bool {
    var last = UInt8(ascii: " ")
    for byte in text.utf8 {
      guard byte >= 0x20, byte < 0x7F, byte != 0x20 || last != 0x20, !markupBytes.contains(byte) else { return false }
      last = byte
    }
    return last != 0x20 || text.isEmpty
  }

  private static let markupBytes = Array("\\`*_[]<>&~".utf8)
  private static let markup = Set(markupBytes.map { Character(Unicode.Scalar($0)) })
}
