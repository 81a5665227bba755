import CCMarkGFM

/// Decodes character references in attribute values (HTML Standard, 13.2.5.72).
enum Entities {
  static func decode(_ value: ByteView) -> String {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(value.count)
    var index = 0
    while index < value.count {
      if value[index] == UInt8(ascii: "&"), let reference = reference(in: value, at: index) {
        decoded += reference.bytes
        index += reference.length
      } else {
        decoded.append(value[index])
        index += 1
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }

  /// What the `&` at an offset stands for, and how many bytes say so.
  static func reference(in text: ByteView, at offset: Int) -> (bytes: [UInt8], length: Int)? {
    text.has("&#", at: offset) ? numeric(in: text, at: offset) : named(in: text, at: offset)
  }

  /// Browsers need no semicolon and take any count of leading zeros, where the library does not.
  private static func numeric(in text: ByteView, at offset: Int) -> (bytes: [UInt8], length: Int)? {
    let isHexadecimal = text.has("x", at: offset + 2) || text.has("X", at: offset + 2)
    let start = offset + (isHexadecimal ? 3 : 2)
    var end = start
    var value = 0
    while end < text.count, let digit = Character(Unicode.Scalar(text[end])).hexDigitValue, isHexadecimal || digit < 10
    {
      value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x110000)
      end += 1
    }
    guard end > start else { return nil }
    if end < text.count, text[end] == UInt8(ascii: ";") { end += 1 }
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    return (Array(String(scalar ?? "\u{FFFD}").utf8), end - offset)
  }

  private static func named(in text: ByteView, at offset: Int) -> (bytes: [UInt8], length: Int)? {
    text[offset + 1..<text.count].decodedEntity.map { ($0.bytes, $0.length + 1) }
  }
}
