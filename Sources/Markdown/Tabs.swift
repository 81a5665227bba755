/// One of several texts of which a reader wants to see one.
///
/// Tabs that follow one another are a set.
struct Tab {
  /// Whether it begins a set though it follows another tab.
  var beginsSet = false
  /// Whether it is the one shown first; else the first of its set is.
  var isSelected = false
}

/// The tabs of pymdownx, `=== "Label"`, `===!` for the first of another set, `===+` for the one to show first.
///
/// Source of the form: `pymdownx.tabbed`. The body is what is indented, as that of an admonition.
extension Blocks {
  func openTab(at line: BlockLine) -> Node? {
    let text = line.text
    guard text.has("===", at: 0) else { return nil }
    var tab = Tab()
    var position = 3
    while position < min(text.count, 5), text[position] != UInt8(ascii: "\""), text[position] != 0x20 {
      switch text[position] {
      case UInt8(ascii: "!"): tab.beginsSet = true
      case UInt8(ascii: "+"): tab.isSelected = true
      default: return nil
      }
      position += 1
    }
    let quote = text.endOfBlanks(from: position)
    guard quote > position, text.has("\"", at: quote), text.count > quote + 2,
      text[text.count - 1] == UInt8(ascii: "\"")
    else { return nil }
    let block = Block(content: .tab(tab), extent: .indented(line.indent + 4, isLazy: false))
    return open(block, at: line, title: quote + 1..<text.count - 1)
  }
}
