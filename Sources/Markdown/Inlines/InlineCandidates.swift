/// The lines of a text that may hold something of the dialects, found in one pass, so that all other blocks cost nothing.
struct InlineCandidates {
  /// One-based, ascending.
  private var lines: [Int] = []
  private(set) var hasEscapes = false
  private(set) var hasDefinitions = false

  private static let bytes = ByteSet("=+^{:[*\\&<")

  init() {}

  init(in source: SourceText) {
    for line in 1...source.lineCount {
      let range = source.contents(ofLine: line)
      for index in range where InlineCandidates.bytes.contains(source.bytes[index]) {
        read(source.bytes, at: index, line: line)
      }
    }
  }

  private mutating func read(_ text: ByteView, at index: Int, line: Int) {
    switch text[index] {
    case UInt8(ascii: "\\"), UInt8(ascii: "&"): hasEscapes = true
    case UInt8(ascii: "*"): if text.has("[", at: index + 1) { hasDefinitions = true }
    case UInt8(ascii: "^"), UInt8(ascii: "{"): add(line)
    case UInt8(ascii: ":"): if text.endOfShortcode(at: index) != nil { add(line) }
    case UInt8(ascii: "<"): if mayBeginForeign(text, at: index + 1) { add(line) }
    case let byte: if index + 1 < text.count, text[index + 1] == byte { add(line) }
    }
  }

  /// Whether `<` goes on as `<<`, `<%`, or as the tag of a component.
  private func mayBeginForeign(_ text: ByteView, at index: Int) -> Bool {
    guard index < text.count else { return false }
    return "</%".utf8.contains(text[index]) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(text[index])
  }

  private mutating func add(_ line: Int) {
    if lines.last != line { lines.append(line) }
  }

  /// Whether one of some lines is among them.
  func contains(_ range: ClosedRange<Int>) -> Bool {
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < lines.count && lines[low] <= range.upperBound
  }
}
