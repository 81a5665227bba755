/// Lines that stand for a text of another file.
///
/// A leaf keeps them as they are; `Renderer` reads what they ask for when it comes to them.
extension Blocks {
  /// `--8<-- "file"`, or the scissors that begin a list of files.
  func openSnippet(at line: BlockLine) -> Node? {
    guard options.includes != nil, let snippet = SnippetLine(line.text) else { return nil }
    switch snippet {
    case .file: return openLine(Block(content: .include, extent: .line), at: line)
    case .scissors: return openList(at: line)
    case .escaped:
      // What is left of the line is text.
      line.takeBlanks()
      line.take(columns: 1)
      return nil
    }
  }

  /// `{!file!}`.
  func openBraces(at line: BlockLine) -> Node? {
    guard options.includes != nil, BraceInclude(line.text) != nil else { return nil }
    return openLine(Block(content: .include, extent: .line), at: line)
  }

  /// `:::include file`.
  func openFile(at line: BlockLine) -> Node? {
    guard options.includes != nil, options.dialects.contains(.portico) else { return nil }
    let directive = DirectiveLine(line.text)
    guard directive.colons >= 3, directive.isNameAlone, directive.nameText == "include" else { return nil }
    return openLine(Block(content: .include, extent: .line), at: line)
  }

  /// Scissors around the names of files, up to the next ones.
  private func openList(at line: BlockLine) -> Node? {
    // Each line is looked at once: the search ends at the next scissors, which are the end of this list.
    let end = (line.number..<max(source.lineCount, line.number)).first { isScissors(onLine: $0 + 1) }
    guard let end else {
      report(
        .includeSyntax, "the list of files that begins here does not end", 0..<line.text.count, of: line,
        help: "Write '--8<--' below the last file; or '--8<-- \"file\"' for one file.")
      return nil
    }
    return openLine(Block(content: .include, extent: .lines(upTo: end + 1)), at: line)
  }

  private func isScissors(onLine number: Int) -> Bool {
    let line = source.bytes[source.contents(ofLine: number)].trimmedEnd
    let start = line.prefix { isSpace($0) || $0 == UInt8(ascii: ">") }.count
    if case .scissors? = SnippetLine(line[start..<line.count]) { return true }
    return false
  }
}
