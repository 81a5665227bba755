import Bytes

/// A text with some replacements made, none of which changes a line end.
package struct TextEdits: Sendable {
  package let original: [UInt8]
  package let edited: [UInt8]
  /// Those that were made, in the order of their places.
  package let made: [Replacement]

  /// Makes the replacements whose text stands where they say; of several for one place or overlapping ones, none but the first.
  ///
  /// What two want to replace by different texts stays as it is.
  package init(_ replacements: [Replacement], in text: [UInt8]) {
    let lines = LineIndex(text)
    let wanted = Dictionary(grouping: Set(replacements), by: \.span).compactMap { $1.count == 1 ? $1[0] : nil }
      .sorted { $0.span < $1.span }
    var edited: [UInt8] = []
    var made: [Replacement] = []
    var copied = 0
    for replacement in wanted {
      guard let range = TextEdits.range(of: replacement, in: text, lines), range.lowerBound >= copied else { continue }
      edited += text[copied..<range.lowerBound]
      edited += replacement.text.utf8
      copied = range.upperBound
      made.append(replacement)
    }
    original = text
    self.edited = edited + text[copied...]
    self.made = made
  }

  /// Where a replacement's original stands; nil where something else does.
  private static func range(of replacement: Replacement, in text: [UInt8], _ lines: LineIndex) -> Range<Int>? {
    let span = replacement.span
    guard let original = replacement.original, span.line <= lines.lineCount else { return nil }
    let line = lines.range(ofLine: span.line)
    let start = line.lowerBound + span.column - 1
    guard start >= line.lowerBound, span.length >= 0, span.length <= line.upperBound - start,
      !replacement.text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }),
      text[start..<start + span.length].elementsEqual(original.utf8)
    else { return nil }
    return start..<start + span.length
  }
}
