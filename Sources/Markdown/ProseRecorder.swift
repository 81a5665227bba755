import Bytes
import Diagnostics

/// Gathers the running text of one block after the other, and what stands where in it.
struct ProseRecorder {
  private(set) var prose = Prose()
  private let table: PhraseTable
  private var text = ByteBuffer()
  /// The nodes that the text came from, where in the text that of each begins, and where in the node.
  private var pieces: [(start: Int, node: Node, offset: Int)] = []
  private var ids: Set<String> = []

  /// Stands for what is no running text: neither part of a word nor space.
  private static let opaque: UInt8 = 0

  init(_ table: PhraseTable) { self.table = table }

  var count: Int { text.count }

  mutating func add(_ range: Range<Int>, of node: Node) {
    pieces.append((text.count, node, range.lowerBound))
    text.append(node.literal[range])
  }

  mutating func add(_ edit: InlineEdits.Edit) {
    switch edit.action {
    case .span(_, let range): add(range, of: edit.node)
    case .abbreviation: add(edit.range, of: edit.node)
    case .open, .close, .openForeignLink, .closeForeignLink, .attributes, .none: break
    case .keys, .value, .unknownVariable, .wikiLink, .openLink, .closeLink, .icon, .foreign: addOpaque()
    }
  }

  mutating func addSpace() { text.append(" ") }

  mutating func addOpaque() { text.append(ProseRecorder.opaque) }

  /// Ends a paragraph, heading or cell: finds what is looked for in its text.
  mutating func end(_ block: Node, _ locator: inout Locator) {
    var found: [(phrase: String, range: Range<Int>)] = []
    prose.wordCount += table.scan(text.bytes) { found.append(($0, $1)) }
    if !found.isEmpty { locator.begin(block) }
    var piece = 0
    for (phrase, range) in found {
      while piece + 1 < pieces.count, pieces[piece + 1].start <= range.lowerBound { piece += 1 }
      let (start, node, offset) = pieces[piece]
      let first = offset + range.lowerBound - start
      let place = locator.place(of: first..<min(first + range.count, node.literal.count), in: node)
      let written = String(decoding: text.bytes[range], as: UTF8.self)
      prose.phrases.append((phrase, Prose.Passage(text: written, span: place)))
    }
    text = ByteBuffer()
    pieces = []
  }

  /// Notes the text of a link that began at a count of the text.
  mutating func addLink(from start: Int, at span: SourceSpan) {
    let written = String(decoding: text.bytes[start...], as: UTF8.self)
    prose.linkTexts.append(Prose.Passage(text: written.trimmed, span: span))
  }

  mutating func add(emptyTableHeader span: SourceSpan) { prose.emptyTableHeaders.append(span) }

  /// Takes the id of an element; false for one that another element has.
  mutating func take(id: String) -> Bool { ids.insert(id).inserted }

  mutating func add(repeatedID id: String, at span: SourceSpan) {
    prose.repeatedIDs.append(Prose.Passage(text: id, span: span))
  }
}

extension String {
  /// Without white space at its ends.
  fileprivate var trimmed: String {
    var rest = drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
