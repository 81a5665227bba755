/// The address that `<meta http-equiv="refresh">` leads to (HTML Standard, 4.2.5.3).
enum MetaRefresh {
  /// - Returns: where the address stands, and whether a browser goes there at once.
  static func address(_ text: Text, _ range: Range<Int>) -> (place: Range<Int>, isAtOnce: Bool)? {
    let end = range.upperBound
    var position = text.offset(behindBlanksAt: range.lowerBound, to: end)
    let number = position
    while position < end, text[position].isDigit || text[position] == UInt8(ascii: ".") { position += 1 }
    guard position > number, position < end, text[position].isBlank || text[position].separatesRefresh else {
      return nil
    }
    let isAtOnce = text[number..<position].allSatisfy { $0 == UInt8(ascii: "0") }
    position = text.offset(behindBlanksAt: position, to: end)
    if position < end, text[position].separatesRefresh {
      position = text.offset(behindBlanksAt: position + 1, to: end)
    }
    position = offset(behindKeyAt: position, in: text, to: end)
    guard position < end else { return nil }
    let quote = text[position]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return (text.trimmed(position..<end), isAtOnce)
    }
    return (text.trimmed(position + 1..<text.offset(of: quote, from: position + 1, to: end)), isAtOnce)
  }

  /// `url=`, which may be left out.
  private static func offset(behindKeyAt start: Int, in text: Text, to end: Int) -> Int {
    guard text.has("url", at: start, before: end) else { return start }
    let equals = text.offset(behindBlanksAt: start + 3, to: end)
    guard equals < end, text[equals] == UInt8(ascii: "=") else { return start }
    return text.offset(behindBlanksAt: equals + 1, to: end)
  }
}

extension UInt8 {
  fileprivate var separatesRefresh: Bool { self == UInt8(ascii: ";") || self == UInt8(ascii: ",") }
}
