extension Grammar {
  /// With front matter, and code in the languages of its fences.
  static let markdown = Grammar(
    [
      .comment("<!--", "-->"), .escape(),
      .string("```"), .string("``"), .string("`"),
      .hook("](") { $0.readLinkTarget() }, .hook("&") { $0.readEntity() },
    ], [], .noNumbers,
    line: { $0.readMarkdownLine() })
}

extension Scanner {
  fileprivate mutating func readMarkdownLine() {
    if position == 0, starts(with: "---\n") { return readFrontMatter() }
    skipBlanks()
    while byte == UInt8(ascii: ">") {
      read(.keyword, to: position + 1)
      skipBlanks()
    }
    switch byte {
    case UInt8(ascii: "#") where isHeading: read(.heading, to: lineEnd)
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      if peek().isBlank { read(.keyword, to: position + 1) }
    case UInt8(ascii: "`") where starts(with: "```"), UInt8(ascii: "~") where starts(with: "~~~"): readFence()
    default: readOrdinal()
    }
  }

  private var isHeading: Bool {
    var index = position
    while self[index] == UInt8(ascii: "#") { index += 1 }
    return index - position < 7 && (self[index].isSpace || index >= end)
  }

  /// The number of an item of a list.
  private mutating func readOrdinal() {
    var index = position
    while index < position + 9, self[index].isDigit { index += 1 }
    guard index > position, ".)".utf8.contains(self[index]), self[index + 1].isBlank else { return }
    read(.keyword, to: index + 1)
  }

  private mutating func readFrontMatter() {
    let close = next("\n---", from: position + 3)
    read(.keyword, to: position + 3)
    position = min(position + 1, end)
    embed(.yaml, to: close)
    if close < end {
      position = close + 1
      read(.keyword, to: close + 4)
    }
  }

  /// A block of code, read in its language.
  private mutating func readFence() {
    let mark = byte
    let start = position
    skip { $0 == mark }
    let length = position - start
    let nameStart = skippingBlanks(from: position)
    let headEnd = lineEnd
    // A code span of three backticks is no fence.
    guard mark != UInt8(ascii: "`") || !bytes[position..<headEnd].contains(mark) else { return position = start }
    position = nameStart
    skip { !$0.isSpace && $0 != UInt8(ascii: "{") }
    let name = String(decoding: bytes[nameStart..<max(nameStart, position)], as: UTF8.self)
    add(.string, start..<headEnd)
    position = headEnd
    readFenceText(Language.named(name), until: mark, length)
  }

  private mutating func readFenceText(_ language: Language?, until mark: UInt8, _ length: Int) {
    guard !isAtEnd else { return }
    position += 1
    let start = position
    while !isAtEnd, !endsFence(mark, length) { position = min(lineEnd + 1, end) }
    let textEnd = position
    position = start
    if let language { embed(language.grammar(), to: textEnd) } else { read(.string, to: textEnd) }
    position = textEnd
    read(.string, to: lineEnd)
  }

  private func endsFence(_ mark: UInt8, _ length: Int) -> Bool {
    var index = skippingBlanks(from: position)
    while self[index] == UInt8(ascii: ">") { index = skippingBlanks(from: index + 1) }
    let start = index
    while self[index] == mark { index += 1 }
    return index - start >= length && [0, .newline].contains(self[skippingBlanks(from: index)])
  }

  /// `](target)`.
  fileprivate mutating func readLinkTarget() -> Bool {
    position += 2
    let start = position
    skip { $0 != UInt8(ascii: ")") && $0 != .newline }
    add(.property, from: start)
    return true
  }
}
