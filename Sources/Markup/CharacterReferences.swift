/// The text of a part of a document, once what stands for something else is replaced.
struct DecodedText {
  private(set) var bytes: [UInt8] = []
  /// Where in the document each byte is written, and where the part ends.
  private var origins: [Int] = []

  /// Where in the document some of the bytes are written.
  func origin(of range: Range<Int>) -> Range<Int> { origins[range.lowerBound]..<origins[range.upperBound] }

  fileprivate mutating func append(_ byte: UInt8, from origin: Int) {
    bytes.append(byte)
    origins.append(origin)
  }

  fileprivate mutating func end(at offset: Int) { origins.append(offset) }
}

/// Character references in the values of attributes (HTML Standard, 13.2.5.72 to 13.2.5.80).
enum CharacterReferences {
  static func decode(_ text: Text, _ range: Range<Int>) -> DecodedText {
    var decoded = DecodedText()
    var index = range.lowerBound
    while index < range.upperBound {
      if text[index] == UInt8(ascii: "&"), let (scalars, end) = reference(text, index + 1, range.upperBound) {
        for byte in scalars.utf8 { decoded.append(byte, from: index) }
        index = end
      } else {
        decoded.append(text[index], from: index)
        index += 1
      }
    }
    decoded.end(at: range.upperBound)
    return decoded
  }

  private static func reference(_ text: Text, _ start: Int, _ end: Int) -> (text: String, end: Int)? {
    guard start < end else { return nil }
    return text[start] == UInt8(ascii: "#") ? numeric(text, start + 1, end) : named(text, start, end)
  }

  private static func numeric(_ text: Text, _ start: Int, _ end: Int) -> (text: String, end: Int)? {
    let isHexadecimal = start < end && text[start] | 0x20 == UInt8(ascii: "x")
    var index = isHexadecimal ? start + 1 : start
    let first = index
    var value = 0
    while index < end, let digit = text[index].hexadecimalValue, isHexadecimal || digit < 10 {
      value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
      index += 1
    }
    guard index > first else { return nil }
    let scalar = value == 0 ? nil : Unicode.Scalar(windows1252[value] ?? value)
    return (String(scalar ?? "\u{FFFD}"), index < end && text[index] == UInt8(ascii: ";") ? index + 1 : index)
  }

  /// In an attribute, a name without its semicolon stands for itself before a letter, digit or equals sign, so that
  /// `?a=1&copy=2` is what it looks like.
  private static func named(_ text: Text, _ start: Int, _ end: Int) -> (text: String, end: Int)? {
    var index = start
    while index < end, index - start < 32, text[index].isLetter || text[index].isDigit { index += 1 }
    let hasSemicolon = index < end && text[index] == UInt8(ascii: ";")
    guard index > start, hasSemicolon || index == end || text[index] != UInt8(ascii: "=") else { return nil }
    let name = String(decoding: text[start..<index], as: UTF8.self)
    guard let found = NamedReferences.table[name], hasSemicolon || found.isLegacy else { return nil }
    return (found.text, hasSemicolon ? index + 1 : index)
  }

  /// What browsers read for the control characters that Windows has letters at.
  private static let windows1252: [Int: Int] = [
    0x80: 0x20AC, 0x82: 0x201A, 0x83: 0x0192, 0x84: 0x201E, 0x85: 0x2026, 0x86: 0x2020, 0x87: 0x2021, 0x88: 0x02C6,
    0x89: 0x2030, 0x8A: 0x0160, 0x8B: 0x2039, 0x8C: 0x0152, 0x8E: 0x017D, 0x91: 0x2018, 0x92: 0x2019, 0x93: 0x201C,
    0x94: 0x201D, 0x95: 0x2022, 0x96: 0x2013, 0x97: 0x2014, 0x98: 0x02DC, 0x99: 0x2122, 0x9A: 0x0161, 0x9B: 0x203A,
    0x9C: 0x0153, 0x9E: 0x017E, 0x9F: 0x0178,
  ]
}
