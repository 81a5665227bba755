/// Knows fenced code that begins in the first column.
///
/// Such a fence ends every list and quote before it, so only HTML
/// can make it mean something else; other fences are not told from text.
struct CodeTracker {
  private static let markers = ByteSet(">-+*.)0123456789")

  private var fence: (byte: UInt8, length: Int)?
  private var html: HTMLEnd?

  /// What the HTML block ends with that the line before may be in.
  private enum HTMLEnd {
    case blankLine
    case one(of: [String])
  }

  /// Whether a line is fenced code or a fence.
  ///
  /// To be asked of each line in turn.
  mutating func contains(_ text: ByteView, line: Range<Int>) -> Bool {
    if let fence {
      if CodeTracker.closes(fence, text, line) { self.fence = nil }
      return true
    }
    if html == nil { fence = CodeTracker.opening(text, line) }
    if fence != nil { return true }
    trackHTML(text[line])
    return false
  }

  private static func opening(_ text: ByteView, _ line: Range<Int>) -> (byte: UInt8, length: Int)? {
    guard let first = line.first.map({ text[$0] }), first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else {
      return nil
    }
    let length = text[line].prefix { $0 == first }.count
    guard length >= 3 else { return nil }
    let info = line.lowerBound + length..<line.upperBound
    if first == UInt8(ascii: "`"), info.contains(where: { text[$0] == first }) { return nil }
    // The library keeps the length in one byte.
    return (first, min(length, 255))
  }

  private static func closes(_ fence: (byte: UInt8, length: Int), _ text: ByteView, _ line: Range<Int>) -> Bool {
    let indent = text[line].prefix { $0 == 0x20 }.count
    let rest = line.lowerBound + indent..<line.upperBound
    let length = text[rest].prefix { $0 == fence.byte }.count
    guard indent < 4, length >= fence.length else { return false }
    return (rest.lowerBound + length..<rest.upperBound).allSatisfy { text[$0] == 0x20 || text[$0] == 0x09 }
  }

  private mutating func trackHTML(_ line: ByteView) {
    if html == nil { html = CodeTracker.opening(line) }
    switch html {
    case .blankLine: if (0..<line.count).allSatisfy({ isSpace(line[$0]) }) { html = nil }
    case .one(let ends): if line.containsIgnoringCase(ends) { html = nil }
    case nil: break
    }
  }

  private static func opening(_ line: ByteView) -> HTMLEnd? {
    let start = (0..<line.count).first { !isSpace(line[$0]) && !markers.contains(line[$0]) }
    guard let start, line[start] == UInt8(ascii: "<") else { return nil }
    if line.has("<!--", at: start) { return .one(of: ["-->"]) }
    if line.has("<?", at: start) { return .one(of: ["?>"]) }
    if line.has("<![CDATA[", at: start) { return .one(of: ["]]>"]) }
    if line.has("<!", at: start) { return .one(of: [">"]) }
    let name = line[start + 1..<line.count].prefix(while: isLetter)
    let isRaw = ["script", "pre", "style", "textarea"].contains(where: name.equalsIgnoringCase)
    return isRaw ? .one(of: ["</script>", "</pre>", "</style>", "</textarea>"]) : .blankLine
  }
}

extension ByteView {
  /// Whether one of some texts in lower case is among these bytes.
  fileprivate func containsIgnoringCase(_ texts: [String]) -> Bool {
    texts.contains { text in
      (0...max(0, count - text.utf8.count)).contains { start in
        start + text.utf8.count <= count && self[start..<start + text.utf8.count].equalsIgnoringCase(text)
      }
    }
  }
}
