/// What a line begins with, as far as that bounds the work on it.
struct LineShape {
  private static let bullets = ByteSet("-+*")
  private static let numberEnds = ByteSet(".)")

  /// Markers of block quotes, list items and footnote definitions.
  private(set) var markers = 0
  private(set) var footnotes = 0
  /// Whether nothing but blanks, or blanks and a block quote's markers, is on the line.
  private(set) var isBlank = true
  /// Whether no paragraph goes on from before the line into it.
  private(set) var endsBlock = false
  private let indent: Int

  /// The most blocks that can be open on the line, one inside the other: a list item takes two columns at least.
  var depth: Int { markers + indent / 2 }

  init(_ text: ByteView, _ range: Range<Int>) {
    var start = range.lowerBound
    var columns = 0
    while start < range.upperBound, text[start] == 0x20 || text[start] == 0x09 {
      columns += text[start] == 0x20 ? 1 : 4
      start += 1
    }
    indent = columns
    guard start < range.upperBound else {
      endsBlock = true
      return
    }
    readMarkers(text, start..<range.upperBound)
    // Further in, it may be text of a paragraph.
    isBlank = isBlank && indent < 4
    if indent < 4 { endsBlock = isBlank || LineShape.interrupts(text, start..<range.upperBound) }
    if markers > Limit.markers.bound, LineShape.isOneByte(text, range) { markers = 1 }
  }

  private mutating func readMarkers(_ text: ByteView, _ range: Range<Int>) {
    var position = range.lowerBound
    while position < range.upperBound {
      if isSpace(text[position]) {
        position += 1
      } else if text[position] == UInt8(ascii: ">") {
        markers += 1
        position += 1
      } else if let end = LineShape.endOfItemMarker(text, at: position, to: range.upperBound) {
        (markers, isBlank) = (markers + 1, false)
        position = end
      } else if let end = LineShape.endOfFootnoteMarker(text, at: position, to: range.upperBound) {
        (markers, footnotes, isBlank) = (markers + 1, footnotes + 1, false)
        position = end
      } else {
        isBlank = false
        return
      }
    }
  }

  /// Past a bullet or number, and the box of a task.
  private static func endOfItemMarker(_ text: ByteView, at start: Int, to limit: Int) -> Int? {
    var end = start
    while end < limit, end - start < 9, isDigit(text[end]) { end += 1 }
    guard end < limit, (end == start ? bullets : numberEnds).contains(text[end]) else { return nil }
    end += 1
    guard end == limit || isSpace(text[end]) else { return nil }
    let isTask = end + 3 < limit && text[end + 1] == UInt8(ascii: "[") && text[end + 3] == UInt8(ascii: "]")
    return isTask ? end + 4 : end
  }

  private static func endOfFootnoteMarker(_ text: ByteView, at start: Int, to limit: Int) -> Int? {
    guard text.has("[^", at: start) else { return nil }
    var end = start + 2
    while end < limit, text[end] != UInt8(ascii: "]"), !isSpace(text[end]) { end += 1 }
    return end > start + 2 && end + 1 < limit && text.has("]:", at: end) ? end + 2 : nil
  }

  /// Whether a line that is not indented begins a block that can interrupt a paragraph: a heading, or a bullet with
  /// something behind it.
  private static func interrupts(_ text: ByteView, _ range: Range<Int>) -> Bool {
    let first = text[range.lowerBound]
    if first == UInt8(ascii: "#") {
      let level = text[range].prefix { $0 == UInt8(ascii: "#") }.count
      return level <= 6 && (level == range.count || isSpace(text[range.lowerBound + level]))
    }
    guard bullets.contains(first), range.count > 2, text[range.lowerBound + 1] == 0x20 else { return false }
    return !isSpace(text[range.lowerBound + 2]) && !isOneByte(text, range)
  }

  /// Whether a line repeats one byte and blanks, as a thematic break does.
  private static func isOneByte(_ text: ByteView, _ range: Range<Int>) -> Bool {
    var seen: UInt8?
    for index in range where !isSpace(text[index]) {
      if let seen, seen != text[index] { return false }
      seen = text[index]
    }
    return true
  }
}
