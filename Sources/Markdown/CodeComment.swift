/// A comment at the end of a line of code that marks lines.
struct CodeComment {
  /// Where the comment begins in the line, with the blanks before it.
  let start: Int
  /// What it says: `++` of `// [!code ++:2]`, `next-line` of `# highlight-next-line`.
  let word: ByteView
  /// For how many lines.
  let lines: Int

  init?(in line: ByteView) {
    if let mark = line.offset(of: "[!code ", anchor: 1) {
      let body = line[mark + 7..<line.count].prefix { $0 != UInt8(ascii: "]") }
      let word = body.prefix { $0 != UInt8(ascii: ":") }
      let count = word.count == body.count ? 1 : Int(body[word.count + 1..<body.count].text)
      guard let lines = count, let start = CommentBounds.start(in: line, before: mark, after: mark + 8 + body.count)
      else { return nil }
      (self.start, self.word, self.lines) = (start, word, lines)
    } else if let mark = line.offset(of: "highlight-", anchor: 4) {
      let word = line[mark + 10..<line.count].prefix { isLetter($0) || $0 == UInt8(ascii: "-") }
      let start = CommentBounds.start(in: line, before: mark, after: mark + 10 + word.count)
      // With code before it, it would be a comment on the code.
      guard ["next-line", "start", "end"].contains(word.text), start == 0 else { return nil }
      (self.start, self.word, lines) = (0, word, 1)
    } else {
      return nil
    }
  }
}

/// A reference at the end of a line to items of the list below: `# (1)!`, `// (1)! (2)!`, `<!-- (1)! -->`.
struct NoteMark {
  /// Where the comment begins in the line, with the blanks before it.
  let start: Int
  /// In the order of the line.
  let numbers: [Int]

  init?(in line: ByteView) {
    var numbers: [Int] = []
    let end = CommentBounds.endOfBody(of: line)
    var start = end
    while let (number, open) = NoteMark.last(in: line[0..<start].trimmedEnd) {
      numbers.append(number)
      start = open
    }
    guard !numbers.isEmpty, let comment = CommentBounds.start(in: line, before: start, after: end) else { return nil }
    self.start = comment
    self.numbers = numbers.reversed()
  }

  /// The `(1)` or `(1)!` that a text ends with, and where it begins.
  private static func last(in text: ByteView) -> (number: Int, start: Int)? {
    var end = text.count
    if text.has("!", at: end - 1) { end -= 1 }
    guard text.has(")", at: end - 1) else { return nil }
    var start = end - 1
    while start > 0, isDigit(text[start - 1]) { start -= 1 }
    guard text.has("(", at: start - 1), let number = Int(text[start..<end - 1].text) else { return nil }
    return (number, start - 1)
  }
}

/// What comments begin and end with in the languages that people document.
private enum CommentBounds {
  private static let openings = ["{/*", "<!--", "/*", "//", "--", "#", ";", "%"]
  private static let closings = ["*/}", "*/", "-->"]

  /// Where a comment begins, with the blanks before it, of which a part is all: nil where something else stands about it.
  static func start(in line: ByteView, before start: Int, after end: Int) -> Int? {
    guard end <= line.count, end >= endOfBody(of: line) else { return nil }
    let head = line[0..<start].trimmedEnd
    guard let opening = openings.first(where: { head.has($0, at: head.count - $0.utf8.count) }) else { return nil }
    return head[0..<head.count - opening.utf8.count].trimmedEnd.count
  }

  /// Where the text of a comment that ends with its line ends.
  static func endOfBody(of line: ByteView) -> Int {
    let text = line.trimmedEnd
    let closing = closings.first { text.has($0, at: text.count - $0.utf8.count) }
    return text[0..<text.count - (closing?.utf8.count ?? 0)].trimmedEnd.count
  }
}
