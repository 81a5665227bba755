/// Keys to press together, `++ctrl+alt+del++`.
///
/// Source: the names of the extension Keys of PyMdown.
struct Keys {
  /// What is printed on the keys.
  private(set) var labels: [String] = []
  private(set) var end: Int

  /// - Returns: nil where a name is none of a key, or the second pair of plus signs is missing.
  init?(_ text: ByteView, at start: Int) {
    end = start + 2
    repeat {
      guard let label = readKey(text) else { return nil }
      labels.append(label)
      guard text.has("+", at: end) else { return nil }
      end += 1
    } while !text.has("+", at: end)
    end += 1
    guard !text.has("+", at: end) else { return nil }
  }

  private mutating func readKey(_ text: ByteView) -> String? {
    let start = end
    if text.has("\"", at: start) {
      let bound = min(text.count, start + 66)
      guard let quote = (start + 1..<max(bound, start + 1)).first(where: { text[$0] == UInt8(ascii: "\"") }),
        quote > start + 1
      else { return nil }
      end = quote + 1
      return text[start + 1..<quote].text
    }
    while end < text.count, end - start < 32, isAlphanumeric(text[end]) || text[end] == UInt8(ascii: "-") { end += 1 }
    return Keys.label(text[start..<end])
  }

  private static func label(_ name: ByteView) -> String? {
    if name.count == 1, isAlphanumeric(name[0]) { return name.text.uppercased() }
    if name.count > 1, name[0] | 0x20 == UInt8(ascii: "f"), let number = Int(name[1..<name.count].text),
      1...24 ~= number
    {
      return "F\(number)"
    }
    return table[name]
  }
}
