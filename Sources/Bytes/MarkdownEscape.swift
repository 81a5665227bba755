/// Plain text as Markdown that shows it.
package enum MarkdownEscape {
  /// A text for a line that other text surrounds: what could be markup gets a backslash, and line breaks become blanks.
  package static func inline(_ text: String) -> String {
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

  private static let markup: Set<Character> = ["\\", "`", "*", "_", "[", "]", "<", ">", "&", "~"]
}
