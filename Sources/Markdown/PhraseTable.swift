import Bytes

/// Words and phrases that are looked for in running text, in one pass: whole words, in any ASCII letter case.
package struct PhraseTable: Sendable {
  private struct Phrase: Sendable {
    let written: String
    /// In lower case.
    let bytes: [UInt8]
  }

  /// By first byte, the longest first.
  private var phrases: [[Phrase]] = Array(repeating: [], count: 256)

  /// - Parameter phrases: in any order and letter case; words are separated by one blank.
  package init(_ phrases: [String]) {
    for written in Set(phrases).sorted() {
      let bytes = written.utf8.map(lowercased)
      if let first = bytes.first { self.phrases[Int(first)].append(Phrase(written: written, bytes: bytes)) }
    }
    for first in self.phrases.indices {
      self.phrases[first].sort { ($1.bytes.count, $0.written) < ($0.bytes.count, $1.written) }
    }
  }

  /// Counts the words of a text, and tells of each phrase in it.
  ///
  /// Where several begin at one word, the longest counts. One in quotation marks is mentioned, not used; one that is
  /// part of a path, a name with hyphens, a file name or an address is part of a name.
  func scan(_ text: [UInt8], found: (_ phrase: String, _ range: Range<Int>) -> Void) -> Int {
    var words = 0
    var position = 0
    var end = 0
    while position < text.count {
      guard isWord(text, at: position) else {
        position += 1
        continue
      }
      let start = position
      while position < text.count, isWord(text, at: position) { position += 1 }
      words += 1
      guard start >= end, let phrase = longest(in: text, at: start) else { continue }
      end = start + phrase.bytes.count
      if !isQuoted(start..<end, in: text) { found(phrase.written, start..<end) }
    }
    return words
  }

  private func longest(in text: [UInt8], at start: Int) -> Phrase? {
    let candidates = phrases[Int(lowercased(text[start]))]
    guard !candidates.isEmpty, !joinsWord(text, before: start) else { return nil }
    return candidates.first { phrase in
      let end = start + phrase.bytes.count
      return end <= text.count && zip(phrase.bytes, text[start..<end]).allSatisfy { $0 == lowercased($1) }
        && !joinsWord(text, after: end)
    }
  }
}

private func lowercased(_ byte: UInt8) -> UInt8 {
  (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}

/// Letters and digits, and all of Unicode but the spaces, dashes and quotation marks of Latin scripts.
private func isWord(_ text: [UInt8], at index: Int) -> Bool {
  let byte = text[index]
  guard byte >= 0x80 else { return isAlphanumeric(byte) }
  // A character's first byte and those that follow it go together.
  var start = index
  while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
  switch text[start] {
  case 0xC2: return false
  case 0xE2: return start + 1 < text.count && text[start + 1] != 0x80
  default: return true
  }
}

/// What makes a name out of a word that stands on either side of it.
private let joints = ByteSet("_-/\\@#$=+&%~")
/// What does so between two words.
private let innerJoints = ByteSet(".:")

private func joinsWord(_ text: [UInt8], before start: Int) -> Bool {
  guard start > 0 else { return false }
  return joints.contains(text[start - 1]) || innerJoints.contains(text[start - 1])
}

private func joinsWord(_ text: [UInt8], after end: Int) -> Bool {
  guard end < text.count else { return false }
  if isWord(text, at: end) || joints.contains(text[end]) { return true }
  return innerJoints.contains(text[end]) && end + 1 < text.count && isWord(text, at: end + 1)
}

private func isQuoted(_ range: Range<Int>, in text: [UInt8]) -> Bool {
  let before = text[..<range.lowerBound]
  let after = text[range.upperBound...]
  return ["\"", "'", "“", "‘", "«", "„"].contains { before.ends(with: $0) }
    && ["\"", "'", "”", "’", "»", "“"].contains { after.starts(with: $0.utf8) }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with text: String) -> Bool { suffix(text.utf8.count).elementsEqual(text.utf8) }
}
