/// The candidates of a `srcset` (HTML Standard, 4.8.4.3.7).
enum Srcset {
  /// - Parameter found: called with the address of each candidate, as it is written.
  static func scan(_ text: Text, _ range: Range<Int>, found: (Range<Int>) -> Void) {
    var position = range.lowerBound
    let end = range.upperBound
    while position < end {
      while position < end, text[position].isBlank || text[position] == UInt8(ascii: ",") { position += 1 }
      let start = position
      // Commas may be part of an address, as in `data:` URLs.
      while position < end, !text[position].isBlank { position += 1 }
      var stop = position
      while stop > start, text[stop - 1] == UInt8(ascii: ",") { stop -= 1 }
      if stop > start { found(start..<stop) }
      if stop == position { position = endOfDescriptors(text, position, end) }
    }
  }

  private static func endOfDescriptors(_ text: Text, _ start: Int, _ end: Int) -> Int {
    var position = start
    var isInParentheses = false
    while position < end {
      switch text[position] {
      case UInt8(ascii: "("): isInParentheses = true
      case UInt8(ascii: ")"): isInParentheses = false
      case UInt8(ascii: ",") where !isInParentheses: return position
      default: break
      }
      position += 1
    }
    return end
  }
}
