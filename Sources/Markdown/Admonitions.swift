import Diagnostics

/// The notes of Python-Markdown, `!!! type "Title"`, and those of pymdownx that fold, `???` and `???+`.
///
/// Source of the form: the extensions `admonition` and `pymdownx.details`. The body is what is indented by four columns
/// more than the marker, blank lines included, and ends with the first other line even within a paragraph.
extension Blocks {
  func openAdmonition(at line: BlockLine) -> Node? {
    guard let admonition = AdmonitionLine(line.text) else { return nil }
    if Callout.Kind(type: admonition.typeText) == nil,
      let help = DidYouMean.help(for: admonition.typeText, in: Callout.Kind.typeNames)
    {
      report(.unknownBlock, "there is no note '\(admonition.typeText)'", admonition.type, of: line, help: help)
    }
    let block = Block(content: .callout(admonition.callout), extent: .indented(line.indent + 4, isLazy: false))
    return open(block, at: line, title: admonition.title.flatMap { $0.isEmpty ? nil : $0 })
  }
}

/// The first line of an admonition: `!!! warning inline end "Title"`.
private struct AdmonitionLine {
  let text: ByteView
  /// Empty where none is written.
  let type: Range<Int>
  private var classes: [Range<Int>] = []
  /// Without its quotation marks.
  private(set) var title: Range<Int>?
  private var folding: Callout.Folding?

  /// - Returns: nil for a line of text.
  init?(_ text: ByteView) {
    self.text = text
    guard text.has("!!!", at: 0) || text.has("???", at: 0) else { return nil }
    var position = 3
    if text[0] == UInt8(ascii: "?") {
      folding = text.has("+", at: 3) ? .open : .closed
      position = folding == .open ? 4 : 3
      guard position == text.count || text[position] == 0x20 else { return nil }
    }
    var words: [Range<Int>] = []
    while true {
      position = text.endOfBlanks(from: position)
      let end = text.endOfWord(from: position)
      guard end > position else { break }
      words.append(position..<end)
      position = end
    }
    if position < text.count {
      let last = text.count - 1
      guard text[position] == UInt8(ascii: "\""), last > position, text[last] == UInt8(ascii: "\"") else { return nil }
      title = position + 1..<last
    }
    guard folding != nil || !words.isEmpty else { return nil }
    type = words.first ?? position..<position
    classes = Array(words.dropFirst())
  }

  var typeText: String { type.isEmpty ? "note" : text[type].text }

  var callout: Callout {
    var callout = Callout(kind: .init(type: typeText) ?? .note, type: typeText)
    callout.classes = classes.map { text[$0].text }
    callout.folding = folding
    // A note that folds needs something to unfold it by.
    callout.heading = title.map { !$0.isEmpty ? .title : folding == nil ? .none : .type } ?? .type
    return callout
  }
}

extension ByteView {
  /// Past what Python takes for a word, or `-`.
  fileprivate func endOfWord(from start: Int) -> Int {
    var end = start
    while end < count, isAlphanumeric(self[end]) || self[end] == 0x2D || self[end] == 0x5F || self[end] >= 0x80 {
      end += 1
    }
    return end
  }
}
