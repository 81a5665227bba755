/// A style sheet as it is published: without its comments and the blanks that say nothing (CSS Syntax, section 4).
struct StyleSheet {
  /// Bytes that need no blank on either side, wherever they stand outside of texts and URLs.
  private static let separators = Array("{};,>".utf8)

  private let source: [UInt8]
  private var output: [UInt8] = []
  private var position = 0
  /// Whether blanks or comments were read since the last byte that was written.
  private var isSpaced = false

  static func compacted(_ source: [UInt8]) -> [UInt8] {
    var sheet = StyleSheet(source: source)
    sheet.output.reserveCapacity(source.count)
    while sheet.position < source.count { sheet.step() }
    return sheet.output
  }

  private init(source: [UInt8]) { self.source = source }

  private mutating func step() {
    switch source[position] {
    case 0x20, 0x09, 0x0A, 0x0C, 0x0D:
      isSpaced = true
      position += 1
    case UInt8(ascii: "/") where has("/*", at: position):
      isSpaced = true
      position = end(of: "*/", from: position + 2)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): copy(to: endOfText)
    case UInt8(ascii: "\\"): copy(to: position + 2)
    case UInt8(ascii: "u") where has("url(", at: position): copy(to: end(of: ")", from: position))
    case UInt8(ascii: "}"):
      if output.last == UInt8(ascii: ";") { output.removeLast() }
      copy(to: position + 1)
    default: copy(to: position + 1)
    }
  }

  private mutating func copy(to end: Int) {
    let first = source[position]
    // Before a colon a blank may stand for a descendant; behind one it says nothing.
    if isSpaced, let last = output.last, last != UInt8(ascii: ":"), !Self.separators.contains(last),
      !Self.separators.contains(first)
    {
      output.append(0x20)
    }
    isSpaced = false
    output += source[position..<min(end, source.count)]
    position = end
  }

  /// Past the quotation that begins here.
  private var endOfText: Int {
    var end = position + 1
    while end < source.count, source[end] != source[position] { end += source[end] == UInt8(ascii: "\\") ? 2 : 1 }
    return end + 1
  }

  private func has(_ text: StaticString, at index: Int) -> Bool {
    text.withUTF8Buffer { source[index...].starts(with: $0) }
  }

  private func end(of text: StaticString, from start: Int) -> Int {
    text.withUTF8Buffer { bytes in
      (start..<max(start, source.count)).first { source[$0...].starts(with: bytes) }.map { $0 + bytes.count }
    } ?? source.count
  }
}
