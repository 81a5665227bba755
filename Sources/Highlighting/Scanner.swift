/// A place in a text, and the tokens found before it.
struct Scanner {
  /// How deep languages and interpolations may nest; deeper ones are read as text.
  static let maximumDepth = 16

  let bytes: [UInt8]
  var position = 0
  /// Where the part ends that is being read; nothing behind it is looked at.
  var end: Int
  var depth = 0
  /// Whether a command goes on behind a prompt on its next line.
  var hasContinuationPrompts = false
  /// Heredocs that were announced on this line, to be read from the next.
  var heredocs: [Heredoc] = []
  /// No regular expression begins before this index: one was looked for in vain.
  var nextRegexp = 0
  private(set) var tokens: [Token] = []

  init(_ source: Span<UInt8>) {
    var copy: [UInt8] = []
    copy.reserveCapacity(source.count)
    for index in source.indices { copy.append(source[index]) }
    bytes = copy
    end = copy.count
  }

  var isAtEnd: Bool { position >= end }
  /// The byte at the position, 0 at the end.
  var byte: UInt8 { position < end ? bytes[position] : 0 }

  /// The byte some places on, 0 beyond the end and before the start.
  func peek(_ offset: Int = 1) -> UInt8 { self[position + offset] }

  /// The byte at an index, 0 beyond the end and before the start.
  subscript(index: Int) -> UInt8 { index >= 0 && index < end ? bytes[index] : 0 }

  func has(_ marker: Marker, at index: Int) -> Bool {
    guard index >= 0, index + marker.count <= end else { return false }
    for offset in 0..<marker.count where bytes[index + offset] != marker.bytes[offset] { return false }
    return true
  }

  /// Whether a range holds just this word.
  func isWord(_ word: Marker, _ range: Range<Int>) -> Bool {
    range.count == word.count && has(word, at: range.lowerBound)
  }

  func starts(with marker: Marker) -> Bool { has(marker, at: position) }

  var isAtLineStart: Bool { position == 0 || bytes[position - 1] == .newline }

  /// The next line feed, or the end.
  var lineEnd: Int {
    var index = position
    while index < end, bytes[index] != .newline { index += 1 }
    return index
  }

  /// The first byte from an index on that is no blank.
  func skippingBlanks(from index: Int) -> Int {
    var index = index
    while self[index].isBlank { index += 1 }
    return index
  }

  /// The last byte before an index that is no white space, with its own index; 0 at the start.
  func lastText(before index: Int) -> (byte: UInt8, index: Int) {
    var index = index - 1
    while index >= 0, bytes[index].isSpace { index -= 1 }
    return (index >= 0 ? bytes[index] : 0, index)
  }

  /// The last byte before an index that is no blank, with its own index; 0 at the start.
  func lastByte(before index: Int) -> (byte: UInt8, index: Int) {
    var index = index - 1
    while index >= 0, bytes[index].isBlank { index -= 1 }
    return (index >= 0 ? bytes[index] : 0, index)
  }

  /// Where a mark comes next, or the end.
  func next(_ marker: Marker, from start: Int) -> Int {
    var index = start
    while index < end, bytes[index] != marker.first || !has(marker, at: index) { index += 1 }
    return index
  }

  /// Adds a token from an index up to the position; joins it to the one before it if that is of its kind.
  mutating func add(_ kind: Token.Kind, from start: Int) { add(kind, start..<position) }

  mutating func add(_ kind: Token.Kind, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    if let last = tokens.last, last.kind == kind, last.range.upperBound == range.lowerBound {
      tokens[tokens.count - 1] = Token(kind: kind, range: last.range.lowerBound..<range.upperBound)
    } else {
      tokens.append(Token(kind: kind, range: range))
    }
  }

  /// Reads up to an index as one token.
  mutating func read(_ kind: Token.Kind, to index: Int) {
    let start = position
    position = max(start, min(index, end))
    add(kind, from: start)
  }

  mutating func skipBlanks() { position = skippingBlanks(from: position) }

  /// Passes bytes of a kind.
  mutating func skip(while isWanted: (UInt8) -> Bool) {
    while position < end, isWanted(bytes[position]) { position += 1 }
  }

  /// Passes a line feed, and the prompt behind it that says that the command goes on.
  mutating func passNewline() {
    position += 1
    if hasContinuationPrompts, byte == UInt8(ascii: ">"), peek().isBlank { read(.prompt, to: position + 2) }
  }

  /// Reads up to an index in another language.
  mutating func embed(_ grammar: Grammar, to limit: Int) {
    guard depth < Scanner.maximumDepth else { return position = max(position, min(limit, end)) }
    depth += 1
    within(limit) { grammar.read(&$0) }
    depth -= 1
  }

  /// Runs a reader as if the text ended at an index.
  mutating func within(_ limit: Int, _ body: (inout Scanner) -> Void) {
    let outer = end
    end = max(position, min(limit, outer))
    body(&self)
    end = outer
  }
}
