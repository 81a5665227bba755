/// A line of a code block as it is shown.
struct CodeLine {
  /// Without what is not shown: the sign of a difference, a comment for the reader of the source only, the line end.
  var text: Range<Int>
  var style: LineStyle = []
  /// Whether a sign was taken from the text whose column the other lines have too.
  var hasGap = false
  /// The items of the list below that the line refers to.
  var notes: [Int] = []
}

/// The lines of a code block with what becomes of each.
struct CodeLines {
  private(set) var lines: [CodeLine] = []
  private let code: ByteView
  /// Where the signs stood that were taken out.
  private var signs: [Int] = []

  init(_ code: ByteView) {
    self.code = code
    var start = 0
    while start < code.count {
      let end = code.lineEnd(from: start)
      lines.append(CodeLine(text: start..<end))
      start = end + (code.has("\r\n", at: end) ? 2 : 1)
    }
  }

  var hasFocus: Bool { lines.contains { $0.style.contains(.focused) } }

  // MARK: - Marks of the info string

  /// Marks the lines that an info string names.
  ///
  /// - Returns: the marks that name lines that are not there.
  mutating func apply(_ marks: [FenceInfo.Marks]) -> [FenceInfo.Marks] {
    for style in [LineStyle.highlighted, .inserted, .deleted, .focused] {
      // How many ranges begin at a line less those that ended before it: ranges may be many, and overlap.
      var changes: [Int: Int] = [:]
      for mark in marks where mark.style == style && mark.lines.lowerBound <= lines.count {
        changes[mark.lines.lowerBound - 1, default: 0] += 1
        changes[mark.lines.upperBound, default: 0] -= 1
      }
      guard !changes.isEmpty else { continue }
      var depth = 0
      for index in lines.indices {
        depth += changes[index] ?? 0
        if depth > 0 { lines[index].style.insert(style) }
      }
    }
    return marks.filter { $0.lines.upperBound > lines.count }
  }

  // MARK: - Differences

  /// Takes the signs of a difference from its lines, which become inserted and deleted ones.
  ///
  /// The output of `diff` with its headers is left as it is: it is there to be applied.
  mutating func takeSigns() {
    guard !lines.contains(where: isHeader) else { return }
    // Where every line has a column for its sign, the column goes; else the sign took the place of a blank.
    let isAligned = lines.allSatisfy { $0.text.isEmpty || " +-".utf8.contains(code[$0.text.lowerBound]) }
    for index in lines.indices where !lines[index].text.isEmpty {
      let first = lines[index].text.lowerBound
      switch code[first] {
      case UInt8(ascii: "+"): lines[index].style.insert(.inserted)
      case UInt8(ascii: "-"): lines[index].style.insert(.deleted)
      default: if !isAligned { continue }
      }
      signs.append(first)
      lines[index].text = first + 1..<lines[index].text.upperBound
      lines[index].hasGap = !isAligned
    }
  }

  var hasSigns: Bool { !signs.isEmpty }

  /// The code with blanks in the places of the signs.
  var withoutSigns: [UInt8] {
    var bytes = code.array
    for sign in signs { bytes[sign] = 0x20 }
    return bytes
  }

  private func isHeader(_ line: CodeLine) -> Bool {
    ["@@ ", "diff --git ", "--- a/", "+++ b/"].contains { code.has($0, at: line.text.lowerBound) }
  }

  // MARK: - Comments

  /// Whether a text may hold a comment that `applyComments` takes out.
  static func mayHaveComments(_ code: ByteView) -> Bool {
    code.offset(of: "[!code ", anchor: 1) != nil || code.offset(of: "highlight-", anchor: 4) != nil
  }

  /// Takes the comments out that mark lines, as VitePress (`// [!code ++]`) and Docusaurus (`# highlight-next-line`)
  /// have them.
  mutating func applyComments() {
    var state = CommentState()
    var kept: [CodeLine] = []
    kept.reserveCapacity(lines.count)
    for var line in lines {
      if let comment = CodeComment(in: code[line.text]), state.apply(comment) {
        line.text = line.text.lowerBound..<line.text.lowerBound + comment.start
        guard !line.text.isEmpty else { continue }
      }
      line.style.formUnion(state.next())
      kept.append(line)
    }
    lines = kept
  }

  // MARK: - Notes

  /// Takes the marks `# (1)!` at the ends of lines out, which refer to the items of the list below.
  mutating func takeNotes(upTo count: Int) {
    for index in lines.indices {
      let line = code[lines[index].text]
      guard let mark = NoteMark(in: line), mark.numbers.allSatisfy({ $0 >= 1 && $0 <= count }) else { continue }
      lines[index].notes = mark.numbers
      lines[index].text = lines[index].text.lowerBound..<lines[index].text.lowerBound + mark.start
    }
  }
}

/// What the comments read so far mean for the lines to come.
private struct CommentState {
  /// For how many lines yet each style holds.
  private var pending: [(style: LineStyle, lines: Int)] = []
  private var isHighlighting = false

  /// - Returns: false for a comment that means nothing.
  mutating func apply(_ comment: CodeComment) -> Bool {
    switch comment.word.text {
    case "++": begin(.inserted, comment)
    case "--": begin(.deleted, comment)
    case "focus": begin(.focused, comment)
    case "hl", "highlight", "error", "warning", "next-line": begin(.highlighted, comment)
    case "start": isHighlighting = true
    case "end": isHighlighting = false
    default: return false
    }
    return true
  }

  private mutating func begin(_ style: LineStyle, _ comment: CodeComment) {
    pending.removeAll { $0.style == style && $0.lines <= comment.lines }
    pending.append((style, comment.lines))
  }

  /// The style of the line that comes next.
  mutating func next() -> LineStyle {
    var style: LineStyle = isHighlighting ? .highlighted : []
    guard !pending.isEmpty else { return style }
    for index in pending.indices {
      style.insert(pending[index].style)
      pending[index].lines -= 1
    }
    pending.removeAll { $0.lines <= 0 }
    return style
  }
}
