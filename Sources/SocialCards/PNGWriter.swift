/// A picture of at most sixteen colours as PNG (<https://www.w3.org/TR/png-3/>).
///
/// It is compressed as far as pictures of large even areas need it: each row tells how it differs from the one above, and runs of
/// bytes are told by their length (RFC 1951, with the fixed codes).
struct PNGWriter {
  private var deflate = DeflateRuns()
  private let header: [UInt8]
  private let palette: [UInt32]
  private var previous: [UInt8]

  /// - Parameter palette: colours as `0xRRGGBB`.
  init(width: Int, height: Int, palette: [UInt32]) {
    header = PNGWriter.bytes(of: UInt32(width)) + PNGWriter.bytes(of: UInt32(height)) + [4, 3, 0, 0, 0]
    self.palette = palette
    previous = [UInt8](repeating: 0, count: width / 2)
  }

  /// Adds the next row, two pixels to a byte.
  mutating func add(_ row: [UInt8]) {
    deflate.add(2, count: 1)
    var index = 0
    while index < row.count {
      let difference = row[index] &- previous[index]
      var end = difference == 0 ? sameBytes(in: row, from: index) : index + 1
      while end < row.count, row[end] &- previous[end] == difference { end += 1 }
      deflate.add(difference, count: end - index)
      index = end
    }
    previous = row
  }

  /// Goes on by eight while they are those of the row above, as most are.
  ///
  /// - Returns: an index; all bytes before it are the same.
  private func sameBytes(in row: [UInt8], from start: Int) -> Int {
    var end = start
    while end + 8 <= row.count, PNGWriter.eight(of: row, at: end) == PNGWriter.eight(of: previous, at: end) { end += 8 }
    return end
  }

  private static func eight(of bytes: [UInt8], at index: Int) -> UInt64 {
    unsafe bytes.span.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
  }

  var finished: [UInt8] {
    let colours = palette.flatMap { PNGWriter.bytes(of: $0).dropFirst() }
    let start: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    return start + PNGWriter.chunk("IHDR", header) + PNGWriter.chunk("PLTE", colours)
      + PNGWriter.chunk("IDAT", deflate.finished) + PNGWriter.chunk("IEND", [])
  }

  private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let content = Array(name.utf8) + data
    let checksum = ~content.reduce(~UInt32(0)) { crcTable[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 }
    return bytes(of: UInt32(data.count)) + content + bytes(of: checksum)
  }

  private static func bytes(of number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  private static let crcTable: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
  }
}

/// Runs of bytes in the format of zlib (RFC 1950), one block with the fixed codes.
private struct DeflateRuns {
  private var output: [UInt8] = [0x78, 0x01]
  private var bits: UInt64 = 0b011
  private var bitCount: UInt64 = 3
  private var (low, high): (UInt64, UInt64) = (1, 0)

  mutating func add(_ byte: UInt8, count: Int) {
    // Adler-32 of a run at once.
    let (value, length) = (UInt64(byte), UInt64(count))
    high = (high + length * low + value * (length * (length + 1) / 2)) % 65_521
    low = (low + length * value) % 65_521
    addLiteral(byte)
    var left = count - 1
    while left >= 3 {
      // What is left behind the longest match must be none, or long enough to be one.
      let match = min(left, 258)
      addMatch(match)
      left -= match
    }
    for _ in 0..<left { addLiteral(byte) }
  }

  var finished: [UInt8] {
    var whole = self
    whole.put(Code(0, 7))
    whole.put(Code(0, (8 - whole.bitCount % 8) % 8))
    let checksum = high << 16 | low
    return whole.output + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: checksum >> $0) }
  }

  private mutating func addLiteral(_ byte: UInt8) { put(DeflateRuns.literals[Int(byte)]) }

  /// A match of the byte before, 3 to 258 times.
  private mutating func addMatch(_ length: Int) { put(DeflateRuns.matches[length - 3]) }

  /// The code of each byte.
  private static let literals = (0..<256).map { (byte: UInt64) in
    byte < 144 ? Code(reversed: 0x30 + byte, 8) : Code(reversed: 0x190 + byte - 144, 9)
  }

  /// The code of each length from 3 on, with that of a distance of one.
  private static let matches = (3...258).map { length in
    let row = lengths.lastIndex { $0 <= length } ?? 0
    let symbol = UInt64(257 + row)
    var code = symbol < 280 ? Code(reversed: symbol - 256, 7) : Code(reversed: 0xC0 + symbol - 280, 8)
    code.bits |= UInt64(length - lengths[row]) << code.count
    code.count += (row < 8 || row == 28 ? 0 : UInt64(row / 4 - 1)) + 5
    return code
  }

  /// The shortest match of each code (RFC 1951, section 3.2.5).
  private static let lengths = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
  ]

  /// Bits to write, the lowest first.
  private struct Code {
    var bits: UInt64
    var count: UInt64

    init(_ bits: UInt64, _ count: UInt64) { (self.bits, self.count) = (bits, count) }

    /// The codes of the format begin with their highest bit.
    init(reversed code: UInt64, _ count: UInt64) {
      self.init((0..<count).reduce(0) { $0 << 1 | code >> $1 & 1 }, count)
    }
  }

  private mutating func put(_ code: Code) {
    bits |= code.bits << bitCount
    bitCount += code.count
    while bitCount >= 8 {
      output.append(UInt8(truncatingIfNeeded: bits))
      bits >>= 8
      bitCount -= 8
    }
  }
}
