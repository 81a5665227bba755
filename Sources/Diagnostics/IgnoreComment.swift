/// A comment by which an author leaves findings out at a place: `portico-ignore broken-link: the page comes in June`.
///
/// Several rules are separated by commas; a group of rules goes by its name.
package struct IgnoreComment: Sendable, Hashable {
  /// What a comment names, and where.
  package struct Name: Sendable, Hashable {
    package let text: String
    package let span: SourceSpan
  }

  /// Where the comment begins.
  package let span: SourceSpan
  /// The rules and groups that it names.
  package let names: [Name]
  /// Whether it says why.
  package let hasReason: Bool
  /// The lines of the file that it leaves findings out of, its own among them.
  package let lines: ClosedRange<Int>

  /// Whether a comment is one that leaves findings out.
  ///
  /// - Parameter comment: with what it begins and ends with in its language: `<!-- … -->` or `# …`.
  package static func isOne(_ comment: ArraySlice<UInt8>) -> Bool { request(of: comment) != nil }

  /// - Parameters:
  ///   - comment: as for `isOne`; nil is returned for any other comment.
  ///   - span: where it begins; its names are looked for on that line.
  package init?(_ comment: ArraySlice<UInt8>, at span: SourceSpan, lines: ClosedRange<Int>) {
    guard let request = IgnoreComment.request(of: comment) else { return nil }
    self.span = span
    self.lines = lines
    let colon = request.firstIndex(of: UInt8(ascii: ":"))
    hasReason = colon.map { !request[($0 + 1)...].allSatisfy(isBlank) } ?? false
    let firstLine = comment.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? comment.endIndex
    names = request[..<(colon ?? request.endIndex)].split(separator: UInt8(ascii: ",")).compactMap { part in
      let name = part.trimmed
      guard !name.isEmpty else { return nil }
      let place = SourceSpan(
        path: span.path, line: span.line, column: span.column + name.startIndex - comment.startIndex, length: name.count
      )
      return Name(text: String(decoding: name, as: UTF8.self), span: name.endIndex <= firstLine ? place : span)
    }
  }

  /// What follows the word that such comments begin with.
  private static func request(of comment: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var text = comment
    if text.starts(with: "<!--".utf8) {
      text = text.dropFirst(4)
      if text.suffix(3).elementsEqual("-->".utf8) { text = text.dropLast(3) }
    } else {
      text = text.drop { $0 == UInt8(ascii: "#") }
    }
    text = text.drop(while: isBlank)
    let word = "portico-ignore".utf8
    guard text.starts(with: word) else { return nil }
    text = text.dropFirst(word.count)
    return text.first.map { isBlank($0) || $0 == UInt8(ascii: ":") } ?? true ? text : nil
  }
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

extension ArraySlice<UInt8> {
  fileprivate var trimmed: ArraySlice<UInt8> {
    let start = drop(while: isBlank)
    return start[..<(start.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start.startIndex)]
  }
}
