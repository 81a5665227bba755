import Bytes

/// A text that the library can take: well-formed UTF-8 without NUL.
struct WellFormedText {
  let bytes: [UInt8]
  /// Where the first byte stood that is no UTF-8.
  let firstFault: Int?

  /// Each byte sequence that is no UTF-8, and each NUL, becomes U+FFFD.
  init(_ text: ArraySlice<UInt8>) {
    let bytes = Array(text)
    firstFault = bytes.firstInvalidUTF8
    if firstFault == nil, !bytes.hasNUL {
      self.bytes = bytes
    } else {
      let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
      self.bytes = Array(String(String.UnicodeScalarView(scalars.map { $0 == "\0" ? "\u{FFFD}" : $0 })).utf8)
    }
  }
}
