/// The context that a text is written into, which decides what must be escaped in it.
package enum Escape: Sendable {
  /// HTML text and double-quoted attribute values: `&`, `<`, `>`, `"`. What cmark's own renderer escapes.
  /// NUL, which HTML may not hold, becomes U+FFFD here and in `attribute`.
  case html
  /// HTML text and attribute values in either kind of quotes: `html` and `'`.
  case attribute
  /// The inside of a JSON string (RFC 8259): `"`, `\` and control characters; `<` too, so that it may stand in HTML.
  case json

  @inline(__always)
  func replacement(for byte: UInt8) -> String? {
    switch self {
    case .html: Escape.markup(byte)
    case .attribute: byte == UInt8(ascii: "'") ? "&#39;" : Escape.markup(byte)
    case .json: Escape.jsonString(byte)
    }
  }

  @inline(__always)
  private static func markup(_ byte: UInt8) -> String? {
    // Every escaped byte is below 0x3F: one comparison lets letters and multi-byte sequences pass.
    guard byte < 0x3F else { return nil }
    return switch byte {
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
