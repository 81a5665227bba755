extension Grammar {
  static let diff = Grammar([], line: { $0.readDiffLine() })
}

extension Scanner {
  fileprivate mutating func readDiffLine() {
    let kind: Token.Kind? =
      switch byte {
      case UInt8(ascii: "+"): isDiffHeading("+++ ", behind: true) ? .heading : .inserted
      case UInt8(ascii: "-"): isDiffHeading("--- ", behind: false) ? .heading : .deleted
      case UInt8(ascii: ">"): .inserted
      case UInt8(ascii: "<"): .deleted
      case UInt8(ascii: "@"): .heading
      case UInt8(ascii: "d"), UInt8(ascii: "i"), UInt8(ascii: "I"), UInt8(ascii: "="):
        ["diff ", "index ", "Index: ", "==="].contains { starts(with: $0) } ? .heading : nil
      default: nil
      }
    if let kind { read(kind, to: lineEnd) } else { position = lineEnd }
  }

  /// Whether `--- a` and `+++ b` name the files: only where they follow each other.
  private func isDiffHeading(_ mark: Marker, behind: Bool) -> Bool {
    guard starts(with: mark) else { return false }
    return behind ? tokens.last?.kind == .heading : has("+++ ", at: lineEnd + 1)
  }
}
