/// How many bytes reference links repeat of their definitions: the library copies a definition for every link to it.
enum ReferenceExpansion {
  /// The bytes, or more than there are: code is not told from text.
  static func bytes(in text: ByteView) -> Int {
    var lengths: [String: Int] = [:]
    var uses: [Range<Int>] = []
    for start in 0..<text.count where text[start] == UInt8(ascii: "[") {
      guard let end = text.endOfLabel(from: start + 1, to: text.count), end > start + 1 else { continue }
      if text.has(":", at: end + 1) {
        let label = text[start + 1..<end].normalizedLabel
        let definitionEnd = Definition(in: text, at: start, to: text.count)?.end ?? text.lineEnd(from: end)
        lengths[label] = max(lengths[label] ?? 0, definitionEnd - end)
      } else {
        uses.append(start + 1..<end)
      }
    }
    // Most texts have so few that looking each up would be in vain.
    let longest = lengths.values.max() ?? 0
    guard longest * uses.count > 1 << 20 else { return 0 }
    return uses.reduce(0) { $0 + (lengths[text[$1].normalizedLabel] ?? 0) }
  }
}
