/// The context that a text is written into, which decides what must be escaped in it.
package enum Escape: Sendable {
  /// HTML text and double-quoted attribute values: `&`, `<`, `>`, `"`. What cmark's own renderer escapes.
  /// NUL, which HTML may not hold, becomes U+FFFD here and in `attribute`.
  case html
  /// HTML text and attribute values in either kind of quotes: `html` and `'`.
  case attribute
  /// XML text and attribute values: `attribute`, and the line break CR, which parsers would change. Characters that XML 1.0
  /// may not hold become U+FFFD.
  case xml
  /// The inside of a JSON string (RFC 8259): `"`, `\` and control characters. `<` too, so that it may stand in HTML, and
  /// the separators U+2028 and U+2029, so that it may stand in any JavaScript.
  case json

  /// The bytes that may have a replacement: those whose bit is set, the backslash, and one that begins longer characters.
  struct Escaped {
    fileprivate let below64: UInt64
    fileprivate var lead = UInt8(ascii: "\\")

    @inline(__always)
    func contains(_ byte: UInt8) -> Bool {
      byte < 64 ? below64 >> UInt64(byte) & 1 == 1 : byte == UInt8(ascii: "\\") || byte == lead
    }
  }

  var escaped: Escaped {
    // One bit for each byte below 64 that `replacement` has an answer for.
    switch self {
    case .html: Escaped(below64: 0x5000_0044_0000_0001)
    case .attribute: Escaped(below64: 0x5000_00C4_0000_0001)
    case .xml: Escaped(below64: 0x5000_00C4_FFFF_F9FF, lead: 0xEF)
    case .json: Escaped(below64: 0x1000_0004_FFFF_FFFF, lead: 0xE2)
    }
  }

  /// What stands for the character at an index, and how many bytes that has; nil for one that stands for itself.
  func replacement(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (text: String, length: Int)? {
    let byte = bytes[index]
    guard byte < 0x80 else { return longReplacement(of: bytes[index...].prefix(3)).map { ($0, 3) } }
    let text =
      switch self {
      case .html: Escape.markup(byte)
      case .attribute: byte == UInt8(ascii: "'") ? "&#39;" : Escape.markup(byte)
      case .xml: Escape.xml(byte)
      case .json: Escape.jsonString(byte)
      }
    return text.map { ($0, 1) }
  }

  /// U+2028 and U+2029 in JSON, U+FFFE and U+FFFF in XML.
  private func longReplacement(of character: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    switch self {
    case .json where character.elementsEqual([0xE2, 0x80, 0xA8]): "\\u2028"
    case .json where character.elementsEqual([0xE2, 0x80, 0xA9]): "\\u2029"
    case .xml where character.starts(with: [0xEF, 0xBF]) && character.last.map { $0 >= 0xBE } == true: "\u{FFFD}"
    default: nil
    }
  }

  @inline(__always)
  private static func markup(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case 0: "\u{FFFD}"
    default: nil
    }
  }

  private static func xml(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "'"): "&#39;"
    case UInt8(ascii: "\r"): "&#13;"
    case UInt8(ascii: "\n"), UInt8(ascii: "\t"): nil
    case ..<0x20: "\u{FFFD}"
    default: markup(byte)
    }
  }

  private static func jsonString(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "\""): "\\\""
    case UInt8(ascii: "\\"): "\\\\"
    case UInt8(ascii: "<"): "\\u003c"
    case UInt8(ascii: "\n"): "\\n"
    case UInt8(ascii: "\r"): "\\r"
    case UInt8(ascii: "\t"): "\\t"
    case ..<0x20: "\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16)
    default: nil
    }
  }
}
