extension String {
  /// The text in quotes for a message: on one line, cut to 80 characters, nothing in it that moves a cursor.
  package var quoted: String {
    var shown = String.UnicodeScalarView()
    for scalar in unicodeScalars.prefix(80) {
      switch scalar.properties.generalCategory {
      case .control: shown.append(scalar.properties.isWhitespace ? " " : "\u{FFFD}")
      case .format: shown.append("\u{FFFD}")
      default: shown.append(scalar)
      }
    }
    let isCut = unicodeScalars.dropFirst(80).first != nil
    return "'\(String(shown))\(isCut ? "…" : "")'"
  }
}

extension [String] {
  /// `'a', 'b' or 'c'`.
  package var alternatives: String { map { "'\($0)'" }.joined(before: "or") }

  /// The texts with commas between them, and a word before the last: `a, b and c`.
  package func joined(before word: String) -> String {
    count < 2 ? joined() : dropLast().joined(separator: ", ") + " \(word) " + self[count - 1]
  }
}
