/// A text that begins on the line after its announcement and ends at a line of its own.
struct Heredoc: Sendable {
  /// Where its end mark was announced.
  let delimiter: Range<Int>
  /// Whether the end mark may be indented.
  let isIndented: Bool
  /// What may stand inside.
  let text: Quote
}

extension Rule {
  /// A rule that announces a heredoc: `<<EOF`, `<<-'EOF'`.
  ///
  /// - Parameters:
  ///   - indents: the bytes behind the mark that say that the end may be indented; without any it always may.
  ///   - raws: the quotes round the name that say that nothing in the text is replaced.
  ///   - inside: what else may stand inside.
  static func heredoc(_ open: Marker, indents: String, raws: String, inside: [Rule]) -> Rule {
    let text = Quote("", "", lines: true, inside: inside)
    let rawText = Quote("", "", lines: true, inside: [])
    return .hook(open) { scanner in
      var index = scanner.position + open.count
      let isIndented = indents.isEmpty || indents.utf8.contains(scanner[index])
      if !indents.isEmpty, isIndented { index += 1 }
      guard let (delimiter, isRaw) = scanner.readHeredocName(at: index, raws: raws) else { return false }
      scanner.heredocs.append(Heredoc(delimiter: delimiter, isIndented: isIndented, text: isRaw ? rawText : text))
      return true
    }
  }
}

extension Grammar {
  /// The texts of the heredocs that the last line announced.
  func readHeredocs(_ scanner: inout Scanner) {
    let heredocs = scanner.heredocs
    scanner.heredocs = []
    for heredoc in heredocs { read(heredoc, &scanner) }
  }

  private func read(_ heredoc: Heredoc, _ scanner: inout Scanner) {
    while !scanner.isAtEnd {
      let lineEnd = scanner.lineEnd
      if scanner.isEnd(of: heredoc, lineEnd) {
        return scanner.read(.string, to: scanner.skippingBlanks(from: scanner.position) + heredoc.delimiter.count)
      }
      scanner.within(lineEnd) { readText(heredoc.text, .string, &$0) }
      if !scanner.isAtEnd {
        scanner.add(.string, scanner.position..<scanner.position + 1)
        scanner.passNewline()
      }
    }
  }
}

extension Scanner {
  /// The name that ends a heredoc, with or without quotes; nil where none stands.
  fileprivate mutating func readHeredocName(at index: Int, raws: String) -> (name: Range<Int>, isRaw: Bool)? {
    let index = skippingBlanks(from: index)
    let isQuoted = "'\"\\".utf8.contains(self[index])
    let start = isQuoted ? index + 1 : index
    guard self[start].isWord, !self[start].isDigit else { return nil }
    let isRaw = raws.utf8.contains(self[index])
    position = start
    skip { $0.isWord }
    let name = start..<position
    if isQuoted, byte == self[index] { position += 1 }
    add(.string, from: index)
    return (name, isRaw)
  }

  /// Whether this line ends a heredoc: with its name, behind which PHP goes on.
  fileprivate func isEnd(of heredoc: Heredoc, _ lineEnd: Int) -> Bool {
    let start = heredoc.isIndented ? skippingBlanks(from: position) : position
    let length = heredoc.delimiter.count
    guard start + length <= lineEnd, !self[start + length].isWord else { return false }
    return bytes[start..<start + length].elementsEqual(bytes[heredoc.delimiter])
  }
}
