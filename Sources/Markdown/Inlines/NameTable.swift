/// Texts by name, kept as the one literal that they are written as: `name:text name:text …`, in the order of the names'
/// bytes.
struct NameTable: Sendable {
  private let entries: StaticString

  init(_ entries: StaticString) { self.entries = entries }

  private var bytes: ByteView {
    unsafe ByteView(UnsafeBufferPointer(start: entries.utf8Start, count: entries.utf8CodeUnitCount))
  }

  subscript(_ name: ByteView) -> String? {
    let bytes = bytes
    var range = 0..<bytes.count
    while !range.isEmpty {
      var start = (range.lowerBound + range.upperBound) / 2
      while start > range.lowerBound, !isSpace(bytes[start - 1]) { start -= 1 }
      var colon = start
      while bytes[colon] != UInt8(ascii: ":") { colon += 1 }
      var end = colon
      while end < bytes.count, !isSpace(bytes[end]) { end += 1 }
      let found = bytes[start..<colon]
      if found == name { return bytes[colon + 1..<end].text }
      range = name.precedes(found) ? range.lowerBound..<start : min(end + 1, range.upperBound)..<range.upperBound
    }
    return nil
  }
}

extension ByteView {
  static func == (left: ByteView, right: ByteView) -> Bool { unsafe left.bytes.elementsEqual(right.bytes) }

  /// Whether these bytes come before others.
  func precedes(_ other: ByteView) -> Bool { unsafe bytes.lexicographicallyPrecedes(other.bytes) }
}
