import Diagnostics

/// The blocks of pymdownx, `/// note | Title`, with their options on indented lines below the first.
///
/// Source of the form: `pymdownx.blocks`. Other lines of slashes are text.
extension Blocks {
  func openSlashes(at line: BlockLine) -> Node? {
    if let end = openEnd(at: line) { return end }
    guard let slashes = SlashLine(line.text), let content = slashes.content else { return nil }
    return openFenced(content, at: line, count: slashes.count, title: slashes.title, takesOptions: true)
  }

  /// Takes a line `    key: value` below the first one of a block of slashes.
  func takeOption(at line: BlockLine, of index: Int) -> Bool {
    guard line.indent >= 4, case .fenced(var fence) = blocks[index].extent,
      let colon = line.text.text.firstIndex(of: ":")
    else { return false }
    let text = line.text.text
    let value = text[text.index(after: colon)...].drop { $0 == " " }
    apply(text[..<colon], String(value), to: &blocks[index].content)
    fence.optionLine += 1
    blocks[index].extent = .fenced(fence)
    line.takeAll()
    return true
  }

  private func apply(_ key: Substring, _ value: String, to content: inout Block.Content) {
    let isTrue = value.lowercased() == "true"
    switch (content, key) {
    case (.callout(var callout), "open"):
      callout.folding = isTrue ? .open : .closed
      content = .callout(callout)
    case (.callout(let callout), "type"):
      var typed = Callout(kind: Callout.Kind(type: value) ?? .note, type: value)
      (typed.heading, typed.folding) = (callout.heading, callout.folding)
      content = .callout(typed)
    case (.tab(var tab), "new"):
      tab.beginsSet = isTrue
      content = .tab(tab)
    case (.tab(var tab), "select"):
      tab.isSelected = isTrue
      content = .tab(tab)
    default: break
    }
  }
}

/// The first line of a block of slashes.
private struct SlashLine {
  let count: Int
  private let name: String
  let title: Range<Int>?

  /// - Returns: nil for a line of text.
  init?(_ text: ByteView) {
    count = text.prefix { $0 == UInt8(ascii: "/") }.count
    let start = text.endOfBlanks(from: count)
    let end = text.endOfBlockName(from: start)
    let bar = text.endOfBlanks(from: end)
    guard count >= 3, end > start, bar == text.count || text[bar] == UInt8(ascii: "|") else { return nil }
    name = text[start..<end].text.lowercased()
    let titleStart = min(text.endOfBlanks(from: bar + 1), text.count)
    title = titleStart < text.count ? titleStart..<text.count : nil
  }

  /// - Returns: nil for a name that no block has.
  var content: Block.Content? {
    switch name {
    case "tab": return title == nil ? nil : .tab(Tab())
    case "caption", "figure-caption", "table-caption": return .caption
    case "html", "define": return .plain
    default:
      guard let kind = name == "admonition" ? .note : Callout.Kind(type: name) else { return nil }
      var callout = Callout(kind: kind, type: name == "admonition" ? "note" : name)
      if title != nil { callout.heading = .title }
      if name == "details" { callout.folding = .closed }
      return .callout(callout)
    }
  }
}
