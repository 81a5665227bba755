/// Bytes that are read at offsets, which may lie outside.
struct ByteReader {
  let bytes: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

  private init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  var count: Int { bytes.count }

  /// The part of a range that is there, whose offsets begin anew.
  subscript(range: Range<Int>) -> ByteReader {
    let range = range.clamped(to: 0..<count)
    return ByteReader(bytes[bytes.startIndex + range.lowerBound..<bytes.startIndex + range.upperBound])
  }

  /// What stands behind the first bytes.
  func dropFirst(_ length: Int) -> ByteReader { ByteReader(bytes.dropFirst(length)) }

  subscript(offset: Int) -> UInt8? {
    offset >= 0 && offset < count ? bytes[bytes.startIndex + offset] : nil
  }

  func has(_ text: String, at offset: Int = 0) -> Bool {
    offset >= 0 && offset <= count && bytes.dropFirst(offset).starts(with: text.utf8)
  }

  /// A number of `length` bytes, the highest first.
  func big(_ length: Int, at offset: Int) -> Int? {
    number(length) { self[offset + $0] }
  }

  /// A number of `length` bytes, the lowest first.
  func little(_ length: Int, at offset: Int) -> Int? {
    number(length) { self[offset + length - 1 - $0] }
  }

  private func number(_ length: Int, _ byte: (Int) -> UInt8?) -> Int? {
    var value = 0
    for index in 0..<length {
      guard let byte = byte(index), value >> 54 == 0 else { return nil }
      value = value << 8 | Int(byte)
    }
    return value
  }
}
