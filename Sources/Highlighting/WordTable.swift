/// Words of a language with what they mean, found by their bytes: no `String` is made or hashed.
struct WordTable: Sendable {
  struct Meaning: Sendable {
    let kind: Token.Kind
    /// What the word after this one is, unless it has a meaning of its own: a function after `func`.
    let next: Token.Kind?
  }

  private struct Entry {
    let letters: Range<Int>
    let meaning: Meaning
  }

  private var letters: [UInt8] = []
  private var entries: [Entry] = []
  /// One more than the index of an entry, or 0; a word stands in its slot or in the first free one behind it.
  private var slots: [UInt16] = []
  private let ignoresCase: Bool

  init(_ groups: [Words], ignoresCase: Bool) {
    self.ignoresCase = ignoresCase
    let words = groups.flatMap { group in
      group.text.split(whereSeparator: \.isWhitespace).map { (Array($0.utf8), group.meaning) }
    }
    var size = 16
    while size < words.count * 2 { size *= 2 }
    slots = [UInt16](repeating: 0, count: size)
    for (word, meaning) in words { insert(word, meaning) }
  }

  /// The meaning of the word in a range.
  func meaning(of range: Range<Int>, in bytes: [UInt8]) -> Meaning? {
    var slot = slot(of: range, in: bytes)
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) - 1]
      if isEqual(entry.letters, range, bytes) { return entry.meaning }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func insert(_ word: [UInt8], _ meaning: Meaning) {
    let start = letters.count
    letters += word.map(folded)
    let range = start..<letters.count
    guard self.meaning(of: range, in: letters) == nil else { return letters.removeSubrange(range) }
    entries.append(Entry(letters: range, meaning: meaning))
    var slot = slot(of: range, in: letters)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt16(entries.count)
  }

  /// From the length and three letters, which tell the words of a language well apart.
  private func slot(of range: Range<Int>, in bytes: [UInt8]) -> Int {
    guard !range.isEmpty else { return 0 }
    let first = Int(folded(bytes[range.lowerBound]))
    let middle = Int(folded(bytes[range.lowerBound + range.count / 2]))
    let last = Int(folded(bytes[range.upperBound - 1]))
    return (((first &* 31 &+ middle) &* 31 &+ last) &* 31 &+ range.count) & (slots.count - 1)
  }

  private func isEqual(_ own: Range<Int>, _ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    guard own.count == range.count else { return false }
    for offset in 0..<own.count
    where letters[own.lowerBound + offset] != folded(bytes[range.lowerBound + offset]) { return false }
    return true
  }

  private func folded(_ byte: UInt8) -> UInt8 { ignoresCase && byte.isUpper ? byte | 0x20 : byte }
}

/// Words of one meaning, separated by white space.
struct Words: Sendable {
  let meaning: WordTable.Meaning
  let text: String

  static func keywords(_ text: String) -> Words { Words(.keyword, text) }
  static func types(_ text: String) -> Words { Words(.type, text) }
  static func literals(_ text: String) -> Words { Words(.literal, text) }
  static func functions(_ text: String) -> Words { Words(.function, text) }
  static func variables(_ text: String) -> Words { Words(.variable, text) }
  static func attributes(_ text: String) -> Words { Words(.attribute, text) }

  /// Keywords before the name of what they declare: `func`, `class`.
  static func keywords(_ text: String, before next: Token.Kind) -> Words { Words(.keyword, text, before: next) }

  private init(_ kind: Token.Kind, _ text: String, before next: Token.Kind? = nil) {
    meaning = WordTable.Meaning(kind: kind, next: next)
    self.text = text
  }
}
