/// Reads an info string item by item.
struct InfoReader {
  enum Item {
    /// What stands in `{1,3-5}`.
    case lines(ByteView, Range<Int>)
    /// What stands in `[title]`.
    case title(ByteView)
    /// `#id` and `.name` of an attribute list.
    case id(ByteView)
    case name(ByteView)
    case attribute(name: ByteView, value: ByteView?, Range<Int>)
    case fault(FenceInfo.Fault)
  }

  /// What ends a word in braces.
  private static let closing = ByteSet(" \t,}")
  /// What a list of lines is written with.
  private static let lines = ByteSet(" \t,-0123456789")

  private let info: ByteView
  private var position = 0
  private var isInBraces = false

  init(_ info: ByteView) { self.info = info }

  private var byte: UInt8? { position < info.count ? info[position] : nil }

  /// Reads the first word where it names a language: not an attribute or a list of them.
  mutating func readLanguage() -> ByteView {
    let word = info.prefix { !isSpace($0) && !"{[,".utf8.contains($0) }
    // VitePress joins its one attribute to the language with a colon; other names may hold one.
    let colon = word.offset(of: ":line-numbers") ?? word.offset(of: ":no-line-numbers")
    let language = word[0..<(colon ?? word.count)]
    guard language.offset(of: "=") == nil else { return info[0..<0] }
    position = colon.map { $0 + 1 } ?? language.count
    return language
  }

  mutating func next() -> Item? {
    while let byte {
      switch byte {
      case UInt8(ascii: "{") where !isInBraces:
        if let item = readBrace() { return item }
      case UInt8(ascii: "}") where isInBraces:
        isInBraces = false
        position += 1
      case _ where isSpace(byte) || byte == UInt8(ascii: ","): position += 1
      default: return readItem()
      }
    }
    return nil
  }

  private mutating func readItem() -> Item? {
    switch byte {
    case UInt8(ascii: "["):
      let start = position
      return readUp(to: UInt8(ascii: "]")).map { .title(info[$0]) } ?? unclosed(start)
    case UInt8(ascii: ".") where isInBraces: return .name(readMarked())
    case UInt8(ascii: "#") where isInBraces: return .id(readMarked())
    default: return readAttribute()
    }
  }

  /// Reads `{1,3}` whole; of `{ .yaml title="x" }` the brace only.
  private mutating func readBrace() -> Item? {
    let start = position
    let end = info[start + 1..<info.count].prefix { InfoReader.lines.contains($0) }.count + start + 1
    guard end < info.count else { return unclosed(start) }
    isInBraces = info[end] != UInt8(ascii: "}")
    position = isInBraces ? start + 1 : end + 1
    return isInBraces ? nil : .lines(info[start + 1..<end], start..<position)
  }

  private mutating func readMarked() -> ByteView {
    position += 1
    return info[readWord()]
  }

  private mutating func readWord() -> Range<Int> {
    let start = position
    while let byte, !endsWord(byte) { position += 1 }
    return start..<position
  }

  private func endsWord(_ byte: UInt8) -> Bool {
    isInBraces ? InfoReader.closing.contains(byte) : isSpace(byte) || byte == UInt8(ascii: "{")
  }

  private mutating func readAttribute() -> Item {
    let start = position
    while let byte, byte != UInt8(ascii: "="), !endsWord(byte) { position += 1 }
    // A byte that can begin no name is read as one, so that every step moves on.
    if position == start { position += 1 }
    let name = info[start..<position]
    guard byte == UInt8(ascii: "=") else { return .attribute(name: name, value: nil, start..<position) }
    position += 1
    guard let value = readValue() else { return unclosed(start) }
    return .attribute(name: name, value: info[value], start..<position)
  }

  /// Reads a value in quotes or braces, or a bare one; nil where it is not closed.
  private mutating func readValue() -> Range<Int>? {
    switch byte {
    case let quote? where quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"): readUp(to: quote)
    case UInt8(ascii: "{"): readUp(to: UInt8(ascii: "}"))
    default: readWord()
    }
  }

  /// Reads past an opening mark up to its closing one, and gives what stands between them.
  private mutating func readUp(to closing: UInt8) -> Range<Int>? {
    let start = position + 1
    var end = start
    while end < info.count, info[end] != closing { end += 1 }
    position = min(end + 1, info.count)
    return end < info.count ? start..<end : nil
  }

  private mutating func unclosed(_ start: Int) -> Item {
    position = info.count
    let mark = info[start..<info.count].cut(to: 40).text
    return .fault(
      FenceInfo.Fault(
        message: "what begins with '\(mark)' is never closed", range: start..<info.count,
        help: "Write the closing quotation mark or bracket."))
  }
}
