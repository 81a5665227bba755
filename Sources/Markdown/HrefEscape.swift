import Bytes

extension ByteBuffer {
  /// Appends a URL as the value of a double-quoted attribute, as cmark does: what may not stand in a URL is
  /// percent-encoded, `&` and `'` become entities.
  mutating func append(href url: ByteView) {
    var copied = 0
    for index in 0..<url.count where !urlBytes.contains(url[index]) {
      let byte = url[index]
      append(url[copied..<index])
      copied = index + 1
      switch byte {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "'"): append("&#x27;")
      default: append(percentEncoded: byte)
      }
    }
    append(url[copied..<url.count])
  }

  mutating func append(href url: String) {
    var url = url
    url.withUTF8 { unsafe append(href: ByteView($0)) }
  }

  private mutating func append(percentEncoded byte: UInt8) {
    append(UInt8(ascii: "%"))
    append(hexDigit(byte >> 4))
    append(hexDigit(byte & 15))
  }
}

private func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
}

/// What may stand in a URL, reserved or not.
private let urlBytes = ByteSet(
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+!*(),%#@?=;:/$~")
