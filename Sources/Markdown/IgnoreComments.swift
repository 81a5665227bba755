import Diagnostics

extension Renderer {
  /// Takes up a comment by which findings are left out; it is for authors alone, so nothing of it is written.
  ///
  /// - Returns: false for what is no such comment.
  mutating func take(ignoreComment range: Range<Int>, of node: Node) -> Bool {
    let text = node.literal[range]
    guard text.has("<!--", at: 0), text.has("-->", at: text.count - 3) else { return false }
    let comment = text.array[...]
    guard IgnoreComment.isOne(comment) else { return false }
    let (span, lines) = locator.place(ofComment: range, in: node)
    if let ignore = IgnoreComment(comment, at: span, lines: lines) { ignores.append(ignore) }
    return true
  }

  /// Whether a node holds nothing but such a comment, which is taken up.
  mutating func take(ignoreComment node: Node) -> Bool {
    let text = node.literal.trimmedEnd
    guard text.has("<!--", at: 0), text.offset(of: "-->") == text.count - 3 else { return false }
    return take(ignoreComment: 0..<text.count, of: node)
  }
}

extension Locator {
  /// Where a comment stands, and the lines of the file that it is about: its own, and if nothing else stands on them, those of
  /// the next block of lines, up to a blank one.
  fileprivate mutating func place(ofComment comment: Range<Int>, in node: Node)
    -> (span: SourceSpan, lines: ClosedRange<Int>)
  {
    guard let start = offset(of: comment.lowerBound, in: node),
      let lastByte = offset(of: comment.upperBound - 1, in: node)
    else {
      let span = place(of: comment, in: node)
      return (span, span.line...span.line)
    }
    let (first, last) = (source.line(of: start), source.line(of: lastByte))
    let before = source.bytes[source.contents(ofLine: first).lowerBound..<start]
    let behind = source.bytes[lastByte + 1..<source.contents(ofLine: last).upperBound]
    let isAlone = before.isBlankInQuote && behind.isBlankInQuote
    let end = isAlone ? endOfLines(after: last) : last
    return (source.span(of: start..<start + 4), source.fileLine(first)...source.fileLine(end))
  }

  private mutating func endOfLines(after line: Int) -> Int {
    // Comments on lines that follow one another are about the same lines, which are not read again for each.
    if line < lastIgnoredLine { return lastIgnoredLine }
    var end = line
    while end < source.lineCount, isBlank(line: end + 1) { end += 1 }
    while end < source.lineCount, !isBlank(line: end + 1) { end += 1 }
    lastIgnoredLine = end
    return end
  }

  private func isBlank(line: Int) -> Bool { source.bytes[source.contents(ofLine: line)].isBlankInQuote }
}

extension ByteView {
  /// Whether a line has no more than the marks of block quotes.
  fileprivate var isBlankInQuote: Bool { prefix { isSpace($0) || $0 == UInt8(ascii: ">") }.count == count }
}
