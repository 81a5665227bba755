/// Looks for keys and words in the text of a YAML or JSON file, so that files of other kinds need not be parsed.
struct SourceScan {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func holds(_ word: String) -> Bool { !places(of: word).isEmpty }

  /// What stands behind a key, wherever a key may stand: on a line of its own, in a list, in braces, in quotes.
  func values(of key: String) -> [String] {
    places(of: key).compactMap { place in
      guard place == 0 || SourceScan.precedesKey(bytes[place - 1]) else { return nil }
      let rest = bytes[(place + key.utf8.count)...].drop(while: SourceScan.isQuoteOrSpace)
      guard rest.first == UInt8(ascii: ":") else { return nil }
      let value = rest.dropFirst().drop(while: SourceScan.isQuoteOrSpace).prefix { !SourceScan.endsValue($0) }
      // JSON may write a slash as an escape.
      return String(decoding: value.filter { $0 != UInt8(ascii: "\\") }, as: UTF8.self)
    }
  }

  private func places(of word: String) -> [Int] {
    let word = Array(word.utf8)
    guard let first = word.first, bytes.count >= word.count else { return [] }
    return (0...bytes.count - word.count).filter {
      bytes[$0] == first && bytes[$0..<$0 + word.count].elementsEqual(word)
    }
  }

  /// A space, a quote, a bracket, a line end; and the last byte of a byte order mark.
  private static func precedesKey(_ byte: UInt8) -> Bool { isQuoteOrSpace(byte) || "{,-\u{FEFF}".utf8.contains(byte) }

  private static func isQuoteOrSpace(_ byte: UInt8) -> Bool { " \t\r\n\"'".utf8.contains(byte) }

  private static func endsValue(_ byte: UInt8) -> Bool { isQuoteOrSpace(byte) || ",}#".utf8.contains(byte) }
}
