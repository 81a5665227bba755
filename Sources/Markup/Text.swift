/// Bytes that something else keeps alive while they are read.
typealias Text = UnsafeBufferPointer<UInt8>

extension Text {
  /// The first offset from `start` on, and before `end`, of a byte; `end` where it is not there.
  @inline(__always)
  func offset(of byte: UInt8, from start: Int, to end: Int) -> Int {
    var index = start
    while index < end, self[index] != byte { index += 1 }
    return index
  }

  /// Whether the bytes of a range are a name in ASCII, which is given in lower case.
  func has(_ name: StaticString, in range: Range<Int>) -> Bool {
    range.count == name.utf8CodeUnitCount && has(name, at: range.lowerBound, before: range.upperBound)
  }

  /// Whether the bytes from an offset on begin with a text in ASCII, which is given in lower case.
  @inline(__always)
  func has(_ prefix: StaticString, at start: Int, before end: Int) -> Bool {
    let count = prefix.utf8CodeUnitCount
    guard start + count <= end else { return false }
    for offset in 0..<count where self[start + offset].lowercased != prefix.utf8Start[offset] { return false }
    return true
  }

  /// A range without the blanks at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, self[start].isBlank { start += 1 }
    while start < end, self[end - 1].isBlank { end -= 1 }
    return start..<end
  }

  /// The parts of a range between blanks.
  func words(in range: Range<Int>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = offset(behindBlanksAt: range.lowerBound, to: range.upperBound)
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, !self[end].isBlank { end += 1 }
      words.append(start..<end)
      start = offset(behindBlanksAt: end, to: range.upperBound)
    }
    return words
  }

  /// The first offset from `start` on whose byte is no blank.
  func offset(behindBlanksAt start: Int, to end: Int) -> Int {
    var index = start
    while index < end, self[index].isBlank { index += 1 }
    return index
  }
}

extension UInt8 {
  /// ASCII whitespace, as HTML and CSS have it.
  @inline(__always)
  var isBlank: Bool { self == 0x20 || (self <= 0x0D && self >= 0x09 && self != 0x0B) }

  @inline(__always)
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

  @inline(__always)
  var isDigit: Bool { self &- 0x30 < 10 }

  @inline(__always)
  var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

  var hexadecimalValue: Int? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(self - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(self - UInt8(ascii: "A")) + 10
    default: nil
    }
  }
}
