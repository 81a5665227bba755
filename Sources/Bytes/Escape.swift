/// The context that a text is written into, which decides what must be escaped in it.
package enum Escape: Sendable {
  /// HTML text and double-quoted attribute values: `&`, `<`, `>`, `"`. What cmark's own renderer escapes.
  /// NUL, which HTML may not hold, becomes U+FFFD here and in `attribute`.
  case html
  /// HTML text and attribute values in either kind of quotes: `html` and `'`.
  case attribute
  /// The inside of a JSON string (RFC 8259): `"`, `\` and control characters; `<` too, so that it may stand in HTML.
  case json

  /// The bytes that may have a replacement: the backslash and those whose bit is set.
  struct Escaped {
    fileprivate let below64: UInt64

    @inline(__always)
    func contains(_ byte: UInt8) -> Bool {
      byte < 64 ? below64 >> UInt64(byte) & 1 == 1 : byte == UInt8(ascii: "\\")
    }
  }

  var escaped: Escaped {
    // One bit for each byte below 64 that `replacement` has an answer for.
    switch self {
    case .html: Escaped(below64: 0x5000_0044_0000_0001)
    case .attribute: Escaped(below64: 0x5000_00C4_0000_0001)
    case .json: Escaped(below64: 0x1000_0004_FFFF_FFFF)
    }
  }

  func replacement(for byte: UInt8) -> String? {
    switch self {
    case .html: Escape.markup(byte)
    case .attribute: byte == UInt8(ascii: "'") ? "&#39;" : Escape.markup(byte)
    case .json: Escape.jsonString(byte)
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
