/// Percent-encoding of URL paths (RFC 3986).
package enum PercentEncoding {
  /// A path with every byte that may not stand in a URL path percent-encoded; `/` stays.
  package static func encode(path: String) -> String {
    path.utf8.allSatisfy(isPathByte) ? path : encode(path.utf8, keeping: isPathByte)
  }

  /// A text with the bytes percent-encoded that are not to be kept.
  package static func encode(_ bytes: some Collection<UInt8>, keeping isKept: (UInt8) -> Bool) -> String {
    var buffer = ByteBuffer(capacity: bytes.count + 16)
    for byte in bytes {
      if isKept(byte) {
        buffer.append(byte)
      } else {
        buffer.append([UInt8(ascii: "%"), hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)]])
      }
    }
    return buffer.text
  }

  /// The text that a percent-encoded one stands for; a `%` that no two hexadecimal digits follow stands for itself.
  package static func decode(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    return String(decoding: decode(bytes: Array(text.utf8)[...]), as: UTF8.self)
  }

  /// The bytes that percent-encoded ones stand for, which need not be UTF-8.
  package static func decode(bytes: ArraySlice<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.endIndex,
        let high = hexValue(bytes[index + 1]), let low = hexValue(bytes[index + 2])
      {
        decoded.append(high << 4 | low)
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return decoded
  }

  private static let hexDigits = Array("0123456789ABCDEF".utf8)

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// RFC 3986 `pchar` and `/`, less `:`, which would make the first segment of a relative path a scheme.
  private static func isPathByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~!$&'()*+,;=@/".utf8.contains(byte)
    }
  }
}
