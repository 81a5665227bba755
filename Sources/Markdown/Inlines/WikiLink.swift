/// `[[page]]` and `[[page|text]]`.
struct WikiLink {
  let target: Range<Int>
  let text: Range<Int>?
  /// After the closing brackets.
  let end: Int

  /// - Returns: nil where none begins; the tests of a shell, `[[ -f x ]]`, and lists of numbers are none.
  init?(_ content: ByteView, at start: Int) {
    guard content.has("[[", at: start) else { return nil }
    let first = start + 2
    var bar: Int?
    var close = first
    var hasLetter = false
    while close < content.count, close - first <= 300, !WikiLink.brackets.contains(content[close]) {
      if content[close] == UInt8(ascii: "|"), bar == nil { bar = close }
      if bar == nil, isLetter(content[close]) || content[close] >= 0x80 { hasLetter = true }
      close += 1
    }
    let target = first..<(bar ?? close)
    guard hasLetter, content.has("]]", at: close), !isSpace(content[first]), !isSpace(content[target.upperBound - 1])
    else { return nil }
    self.target = target
    text = bar.map { $0 + 1..<close }.flatMap { $0.isEmpty ? nil : $0 }
    end = close + 2
  }

  private static let brackets = ByteSet("[]")
}

extension ByteView {
  /// The `)` of `(destination)` at an offset if variables in the destination have blanks in them, and nothing else has.
  func endOfDestinationWithVariables(at start: Int) -> Int? {
    guard has("(", at: start) else { return nil }
    var position = start + 1
    var hasVariable = false
    while position < count, position - start <= 2_000, self[position] != UInt8(ascii: ")"), !isSpace(self[position]) {
      if self[position] == UInt8(ascii: "{"), let reference = VariableReference(self, at: position) {
        hasVariable = true
        position = reference.end
      } else {
        position += 1
      }
    }
    return hasVariable && has(")", at: position) ? position : nil
  }
}
