import Bytes

/// What definition lists say, for a glossary.
struct DefinitionRecorder {
  private(set) var definitions: [DefinedTerm] = []
  /// Terms that have no definition yet, by the list that they are in.
  private var waiting: [(list: Node, term: Int)] = []
  /// Where the definitions that are being written begin in the plain text, innermost last.
  private var starts: [Int] = []

  mutating func add(term: String, id: String, in list: Node) {
    waiting.append((list, definitions.count))
    definitions.append(DefinedTerm(term: term, id: id))
  }

  mutating func beginDefinition(at start: Int) { starts.append(start) }

  /// - Parameter text: everything written so far.
  mutating func endDefinition(in list: Node, text: ByteBuffer) {
    guard let start = starts.popLast() else { return }
    let line = text.bytes[start...].prefix { $0 != 0x0A }
    while let (last, term) = waiting.last, last == list {
      definitions[term].text = String(decoding: line, as: UTF8.self)
      waiting.removeLast()
    }
  }
}

extension Renderer {
  /// Writes the beginning of a term, which links can name: its id is out of the way of headings of the same text.
  mutating func open(term node: Node, of list: Node) {
    guard options.furniture else { return html.append("<dt>") }
    let outline = HeadingText(node, edits)
    let id = claim(id: "def-" + Slug.github(outline.slugText))
    definitions.add(term: outline.text, id: id, in: list)
    html.append("<dt id=\"\(id)\">")
  }
}
