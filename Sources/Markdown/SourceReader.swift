/// Reads the source of one block side by side with the texts that the library made of it.
struct SourceReader {
  private static let markup = ByteSet("*_~>\\")
  private static let markupBeforeBracket = ByteSet("*_~>!\\")

  private let source: ByteView
  private let extent: Range<Int>
  private(set) var position: Int
  /// Whether the source is not as the tree has it, and places can only be searched for.
  private(set) var isLost = false
  private var mayContain = true

  init(_ source: ByteView, _ extent: Range<Int>) {
    self.source = source
    self.extent = extent
    position = extent.lowerBound
  }

  /// The first line of the block, without the blanks before it, for what cannot be found.
  var fallback: Range<Int> {
    var start = extent.lowerBound
    while start < extent.upperBound, isSpace(source[start]) { start += 1 }
    return start..<start
  }

  mutating func loseTrack() { isLost = true }

  private var byte: UInt8? { position < extent.upperBound ? source[position] : nil }

  // MARK: - Text

  /// Reads past what stands for a text: its bytes, escaped or as entities, and markup between them.
  mutating func read(_ text: ByteView) {
    var index = 0
    while index < text.count, !isLost {
      if let (length, count) = source.match(text, at: index, from: position, to: extent.upperBound) {
        position += length
        index += count
      } else {
        skipMarkup()
      }
    }
  }

  /// Reads past markup up to a byte of a text, or what stands for it.
  mutating func readUp(to text: ByteView, at index: Int) {
    while !isLost, source.match(text, at: index, from: position, to: extent.upperBound) == nil { skipMarkup() }
  }

  /// Reads past HTML, which stands in the source as it is but for the prefixes of its lines.
  mutating func read(verbatim text: ByteView) {
    var index = 0
    while index < text.count, !isLost {
      if byte == text[index] {
        position += 1
        index += 1
      } else {
        skipMarkup()
      }
    }
  }

  /// Skips one byte that leaves no text: of emphasis delimiters, line ends and the markers of containers.
  private mutating func skipMarkup() {
    guard let byte, isSpace(byte) || SourceReader.markup.contains(byte) else { return loseTrack() }
    position += 1
  }

  mutating func skip(_ unwanted: UInt8) {
    while byte == unwanted { position += 1 }
  }

  /// Reads past a code span.
  mutating func readCode() {
    guard readOpening(UInt8(ascii: "`")) else { return loseTrack() }
    let start = position - 1
    skip(UInt8(ascii: "`"))
    let length = position - start
    while position < extent.upperBound {
      let run = position
      skip(UInt8(ascii: "`"))
      if position - run == length { return }
      if position == run { position += 1 }
    }
    loseTrack()
  }

  /// Reads past the rest of a line and its end.
  mutating func readLineEnd() {
    while let byte, byte != 0x0A, byte != 0x0D { position += 1 }
    if byte == 0x0D { position += 1 }
    if byte == 0x0A { position += 1 }
  }

  mutating func readFootnoteReference() {
    guard readOpening(UInt8(ascii: "[")) else { return loseTrack() }
    while let byte, byte != UInt8(ascii: "]") { position += 1 }
    position = min(position + 1, extent.upperBound)
  }

  // MARK: - Links

  /// Reads past markup and the byte wanted; reads nothing where something else comes first.
  mutating func readOpening(_ wanted: UInt8) -> Bool {
    var end = position
    while end < extent.upperBound, source[end] != wanted {
      guard isSpace(source[end]) || SourceReader.markupBeforeBracket.contains(source[end]) else { return false }
      end += 1
    }
    guard end < extent.upperBound else { return false }
    position = end + 1
    return true
  }

  /// Reads an autolink after its `<`, and gives its destination.
  mutating func readAutolink() -> Range<Int> {
    let start = position
    while let byte, byte != UInt8(ascii: ">") { position += 1 }
    let end = position
    position = min(end + 1, extent.upperBound)
    return start..<end
  }

  /// Reads `(destination "title")` if it stands here.
  mutating func readInlineDestination(_ url: ByteView) -> Range<Int>? {
    guard byte == UInt8(ascii: "(") else { return nil }
    var end = source.skipSpaceAndPrefixes(from: position + 1, to: extent.upperBound)
    guard let destination = source.matchDestination(url, from: &end, to: extent.upperBound) else { return nil }
    end = source.skipSpaceAndPrefixes(from: end, to: extent.upperBound)
    if let title = source.endOfTitle(from: end, to: extent.upperBound) {
      end = source.skipSpaceAndPrefixes(from: title, to: extent.upperBound)
    }
    guard end < extent.upperBound, source[end] == UInt8(ascii: ")") else { return nil }
    position = end + 1
    return destination
  }

  /// Reads `[label]` or `[]` if it stands here; nil without a label.
  mutating func readLabel() -> ByteView? {
    guard byte == UInt8(ascii: "["), let end = source.endOfLabel(from: position + 1, to: extent.upperBound) else {
      return nil
    }
    let label = source[position + 1..<end]
    position = end + 1
    return label.isEmpty ? nil : label
  }

  /// Where a destination stands next, if the way to it was lost.
  mutating func search(for url: ByteView) -> Range<Int>? {
    guard mayContain else { return nil }
    for start in position..<max(position, extent.upperBound)
    where source[start] == UInt8(ascii: "(") || source[start] == UInt8(ascii: "<") {
      var end = start + 1
      guard let destination = source.matchDestination(url, from: &end, to: extent.upperBound) else { continue }
      position = end
      return destination
    }
    // Not to search a block to its end again for each of its links.
    mayContain = false
    return nil
  }

  /// Reads past the reference definitions that a paragraph begins with: they are not in the tree.
  mutating func skipDefinitions() {
    while let definition = Definition(in: source, at: position, to: extent.upperBound) {
      position = source.skipSpaceAndPrefixes(from: definition.end, to: extent.upperBound)
    }
  }
}

extension ByteView {
  /// Matches one character of a text, or what an entity stands for, with the source that was written for it.
  ///
  /// - Returns: how many bytes of the source stand for how many of the text; nil where they differ.
  func match(_ text: ByteView, at index: Int, from offset: Int, to end: Int) -> (length: Int, count: Int)? {
    guard offset < end else { return nil }
    let byte = self[offset]
    if byte == UInt8(ascii: "\\"), offset + 1 < end, isPunctuation(self[offset + 1]) {
      return self[offset + 1] == text[index] ? (2, 1) : nil
    }
    if byte == UInt8(ascii: "&"), let reference = Entities.reference(in: self, at: offset),
      text.has(reference.bytes, at: index)
    {
      return (reference.length, reference.bytes.count)
    }
    return byte == text[index] ? (1, 1) : nil
  }

  /// Matches a destination as it was written, in `<` and `>` or bare, and moves past it.
  func matchDestination(_ url: ByteView, from offset: inout Int, to end: Int) -> Range<Int>? {
    let isAngled = offset < end && self[offset] == UInt8(ascii: "<")
    let start = isAngled ? offset + 1 : offset
    var position = start
    var index = 0
    while index < url.count {
      guard let (length, count) = match(url, at: index, from: position, to: end) else { return nil }
      position += length
      index += count
    }
    guard position < end else {
      offset = position
      return isAngled || url.isEmpty ? nil : start..<position
    }
    let isEnded =
      isAngled ? self[position] == UInt8(ascii: ">") : isSpace(self[position]) || self[position] == UInt8(ascii: ")")
    guard isEnded || self[position] == UInt8(ascii: ">") else { return nil }
    offset = isAngled ? position + 1 : position
    return start..<position
  }

  /// Past white space, and past the markers of block quotes at the beginnings of lines.
  func skipSpaceAndPrefixes(from offset: Int, to end: Int) -> Int {
    var position = offset
    var isLineStart = false
    while position < end {
      switch self[position] {
      case 0x0A, 0x0D: isLineStart = true
      case UInt8(ascii: ">") where isLineStart: break
      case let byte where isSpace(byte): break
      default: return position
      }
      position += 1
    }
    return position
  }

  /// Past a title in quotes or parentheses; nil where there is none.
  func endOfTitle(from offset: Int, to end: Int) -> Int? {
    guard offset < end, "\"'(".utf8.contains(self[offset]) else { return nil }
    let closing = self[offset] == UInt8(ascii: "(") ? UInt8(ascii: ")") : self[offset]
    var position = offset + 1
    while position < end, self[position] != closing {
      position += self[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    return position < end ? position + 1 : nil
  }

  /// The `]` that ends a label; nil where another bracket or the end comes first.
  func endOfLabel(from offset: Int, to end: Int) -> Int? {
    var position = offset
    // The library takes no longer label either.
    while position < min(end, offset + 1001) {
      switch self[position] {
      case UInt8(ascii: "]"): return position
      case UInt8(ascii: "["): return nil
      case UInt8(ascii: "\\"): position += 2
      default: position += 1
      }
    }
    return nil
  }
}
