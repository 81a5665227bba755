import CCMarkGFM
import Diagnostics

/// The alerts of GitHub, `> [!NOTE]`, with the titles that GitLab and Obsidian allow behind the type, and the signs by
/// which Obsidian folds one, `[!note]-` and `[!note]+`.
///
/// GitHub takes them in its five types and at the top of a page only; here they may stand anywhere, in every type that
/// is known. A quote whose first line names another type is a quote.
extension Blocks {
  func openAlert(at line: BlockLine) -> Node? {
    let outer = line.parent
    guard outer.kind == .blockQuote, outer.firstChild == nil || outer.blockIndex != nil,
      let alert = AlertLine(line.text)
    else { return nil }
    guard let kind = alert.kind else {
      if let help = DidYouMean.help(for: alert.type, in: Callout.Kind.typeNames) {
        report(.unknownBlock, "there is no note '\(alert.type)'", 2..<2 + alert.type.utf8.count, of: line, help: help)
      }
      return nil
    }
    guard let quote = outer.blockIndex == nil ? outer : beginQuote(below: outer, at: line) else { return nil }
    var callout = Callout(kind: kind, type: alert.type.lowercased())
    callout.folding = alert.folding
    if alert.title != nil { callout.heading = .title }
    register(quote, as: Block(content: .callout(callout), extent: .line))
    if let title = alert.title { append(title, of: line, to: quote) }
    line.takeAll()
    return quote
  }

  /// A quote of its own for the second alert that an author wrote into one, with an empty line between the two.
  private func beginQuote(below quote: Node, at line: BlockLine) -> Node? {
    quote.parent.flatMap { line.add(CMARK_NODE_BLOCK_QUOTE, to: $0) }
  }
}

/// The first line of an alert: `[!WARNING] Title`.
private struct AlertLine {
  let type: String
  private(set) var folding: Callout.Folding?
  private(set) var title: Range<Int>?

  init?(_ text: ByteView) {
    guard text.has("[!", at: 0) else { return nil }
    let end = text.endOfBlockName(from: 2)
    guard end > 2, text.has("]", at: end) else { return nil }
    type = text[2..<end].text
    var position = end + 1
    if text.has("-", at: position) { folding = .closed }
    if text.has("+", at: position) { folding = .open }
    if folding != nil { position += 1 }
    let start = text.endOfBlanks(from: position)
    guard start > position || start == text.count else { return nil }
    title = start < text.count ? start..<text.count : nil
  }

  /// GitHub's `CAUTION` is graver than the `caution` of the other dialects, and above its `WARNING`.
  var kind: Callout.Kind? { type.lowercased() == "caution" ? .danger : Callout.Kind(type: type) }
}
