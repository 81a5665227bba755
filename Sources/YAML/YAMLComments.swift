package import Diagnostics

extension YAMLParser {
  /// The comments of a text by which findings are left out, as far as the text can be read.
  ///
  /// One on a line of its own is about the next line that holds more than a comment; one behind a value about its line.
  /// What is written in a text of several lines is no comment.
  ///
  /// - Parameters: as for `parse`.
  package static func ignoreComments(in bytes: [UInt8], path: String, firstLine: Int = 1) -> [IgnoreComment] {
    let lines = CommentLines(bytes)
    guard !lines.comments.isEmpty else { return [] }
    let texts = scalars(of: bytes, path: path)
    var next = 0
    return lines.comments.compactMap { comment in
      while next < texts.ranges.count, texts.ranges[next].upperBound <= comment.start { next += 1 }
      let isText = next < texts.ranges.count && texts.ranges[next].contains(comment.start)
      guard !isText, comment.start < texts.end else { return nil }
      let line = comment.line + firstLine
      let span = SourceSpan(
        path: path, line: line, column: comment.start - lines.starts[comment.line] + 1, length: comment.text.count)
      return IgnoreComment(comment.text, at: span, lines: line...lines.last(of: comment) + firstLine)
    }
  }

  /// Where the texts of a file stand, in their order, and how far the file can be read.
  private static func scalars(of bytes: [UInt8], path: String) -> (ranges: [Range<Int>], end: Int) {
    var ranges: [Range<Int>] = []
    var end = 0
    var cursor = SourceCursor(bytes, from: textStart(of: bytes), path: path, firstLine: 1)
    _ = read(bytes, path: path, firstLine: 1) { event in
      cursor.move(to: event.start)
      let start = cursor.offset
      cursor.move(to: event.end)
      end = cursor.offset
      if case .scalar = event.kind { ranges.append(start..<end) }
      if case .streamEnd = event.kind { end = bytes.count }
    }
    return (ranges, end)
  }
}

/// The lines of a text that hold comments which leave findings out, or what looks like them.
private struct CommentLines {
  struct Comment {
    /// Counted from 0.
    let line: Int
    let start: Int
    let text: ArraySlice<UInt8>
    let isAlone: Bool
  }

  private(set) var comments: [Comment] = []
  private(set) var starts: [Int] = []
  /// For each line whether it is blank or a comment.
  private var isEmpty: [Bool] = []
  /// For each line the next one that is neither, or itself.
  private var nextTexts: [Int] = []

  init(_ bytes: [UInt8]) {
    // Most files have none.
    guard CommentLines.holdsWord(bytes) else { return }
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      read(bytes[start..<end])
      let isPair = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
      start = end + (isPair ? 2 : 1)
    }
    nextTexts = Array(starts.indices)
    for line in starts.indices.dropLast().reversed() where isEmpty[line] { nextTexts[line] = nextTexts[line + 1] }
  }

  private mutating func read(_ line: ArraySlice<UInt8>) {
    let text = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    let isAlone = text.first == UInt8(ascii: "#")
    let mark = line.indices.first { index in
      line[index] == UInt8(ascii: "#") && (index <= text.startIndex || line[index - 1] <= 0x20)
        && IgnoreComment.isOne(line[index...])
    }
    if let mark {
      comments.append(Comment(line: starts.count, start: mark, text: line[mark...], isAlone: isAlone))
    }
    starts.append(line.startIndex)
    isEmpty.append(text.isEmpty || isAlone)
  }

  /// The last line that a comment is about.
  func last(of comment: Comment) -> Int { comment.isAlone ? nextTexts[comment.line] : comment.line }

  private static func holdsWord(_ bytes: [UInt8]) -> Bool {
    let word = Array("portico-ignore".utf8)
    return bytes.indices.contains { bytes[$0] == word[0] && bytes[$0...].starts(with: word) }
  }
}
