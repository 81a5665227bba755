/// A short text that a rule looks for.
struct Marker: ExpressibleByStringLiteral, Sendable {
  let bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }
  init(_ text: String) { bytes = Array(text.utf8) }
  init(stringLiteral text: String) { self.init(text) }

  var count: Int { bytes.count }
  var first: UInt8 { bytes.first ?? 0 }

  /// The bracket that this one closes.
  var opener: UInt8? {
    guard count == 1 else { return nil }
    return switch first {
    case UInt8(ascii: "}"): UInt8(ascii: "{")
    case UInt8(ascii: ")"): UInt8(ascii: "(")
    case UInt8(ascii: "]"): UInt8(ascii: "[")
    default: nil
    }
  }
}

extension UInt8 {
  static let newline = UInt8(ascii: "\n")

  /// A space, a tab, or the carriage return before a line feed.
  var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D }
  var isSpace: Bool { isBlank || self == .newline }
  var isDigit: Bool { self &- 0x30 < 10 }
  var isUpper: Bool { self &- 0x41 < 26 }
  var isLower: Bool { self &- 0x61 < 26 }
  var isHex: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }
  /// A letter, a digit, `_`, or a part of a character beyond ASCII.
  var isWord: Bool { isLower || isUpper || isDigit || self == UInt8(ascii: "_") || self >= 0x80 }
  /// Not the first byte of a character.
  var isContinuation: Bool { self & 0xC0 == 0x80 }
}
