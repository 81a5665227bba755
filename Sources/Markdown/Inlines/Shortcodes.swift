/// Emoji by GitHub's names.
enum Emoji {
  static func named(_ name: ByteView) -> String? { table[name] }
}

/// Icons of fonts that Material for MkDocs brings along: `material-check`.
enum Icons {
  private static let sets = ["material-", "fontawesome-", "octicons-", "simple-"]

  static func isIcon(_ name: ByteView) -> Bool { sets.contains { name.has($0, at: 0) } }
}

extension ByteView {
  /// After the second colon of `:name:`; nil where none begins.
  func endOfShortcode(at start: Int) -> Int? {
    var end = start + 1
    while end < count, end - start < 80, isShortcodeByte(self[end]) { end += 1 }
    return end > start + 1 && has(":", at: end) ? end + 1 : nil
  }

  private func isShortcodeByte(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
  }
}
