import Bytes

/// The abbreviations that a text defines, `*[SLO]: Service level objective`, found in its texts as whole words.
///
/// Source: the extension Abbreviations of Python-Markdown.
struct Abbreviations {
  /// A trie over the bytes of the abbreviations, so that each place in a text is looked at once for all of them.
  private var children: [[UInt8: Int]] = []
  private var titles: [String?] = []
  /// The paragraphs that hold nothing but definitions.
  private var definitions: Set<Node> = []

  /// Longer ones are text, since a place in a text is compared with as many bytes.
  private static let longest = 100

  init() {}

  var isEmpty: Bool { children.isEmpty }

  func isDefinition(_ paragraph: Node) -> Bool { !definitions.isEmpty && definitions.contains(paragraph) }

  /// Takes the definitions below a node; to be called only for a text that may have some.
  mutating func read(in root: Node) {
    var walk = TreeWalk(root)
    while let (event, node) = walk.next() {
      guard event == .enter, node.kind == .paragraph, node.firstChild?.literalOfText?.has("*[", at: 0) == true else {
        continue
      }
      addDefinitions(of: node)
    }
  }

  /// Takes those of another text, whose nodes do not outlive this call.
  mutating func read(of root: Node) {
    let own = definitions
    read(in: root)
    definitions = own
  }

  /// A paragraph defines abbreviations if each of its lines does or goes on with the line before.
  private mutating func addDefinitions(of paragraph: Node) {
    var found: [(name: ByteView, title: ByteBuffer)] = []
    var isLineStart = true
    for node in paragraph.children {
      guard let text = node.literalOfText else {
        guard node.kind == .softBreak else { return }
        isLineStart = true
        continue
      }
      if isLineStart, let (name, title) = Abbreviations.definition(text) {
        var buffer = ByteBuffer()
        buffer.append(title)
        found.append((name, buffer))
      } else if !found.isEmpty {
        if isLineStart { found[found.count - 1].title.append(" ") }
        found[found.count - 1].title.append(text)
      } else {
        return
      }
      isLineStart = false
    }
    definitions.insert(paragraph)
    for (name, title) in found { add(name, title.text) }
  }

  private static func definition(_ line: ByteView) -> (name: ByteView, title: ByteView)? {
    guard line.has("*[", at: 0), let bracket = line.endOfLabel(from: 2, to: line.count), bracket > 2,
      bracket <= longest, line.has(":", at: bracket + 1)
    else { return nil }
    var start = bracket + 2
    while start < line.count, isSpace(line[start]) { start += 1 }
    return (line[2..<bracket], line[start..<line.count].trimmedEnd)
  }

  private mutating func add(_ name: ByteView, _ title: String) {
    if children.isEmpty { addNode() }
    var node = 0
    for index in 0..<name.count {
      if let next = children[node][name[index]] {
        node = next
      } else {
        children[node][name[index]] = children.count
        node = children.count
        addNode()
      }
    }
    titles[node] = title
  }

  private mutating func addNode() {
    children.append([:])
    titles.append(nil)
  }

  /// The word that begins at an offset, or the longest abbreviation; nil inside of a word and where none begins.
  func match(_ text: ByteView, at start: Int) -> (title: String?, end: Int)? {
    guard children[0][text[start]] != nil, start == 0 || !Abbreviations.isWord(text[start - 1]) else { return nil }
    var node = 0
    var index = start
    var found: (title: String, end: Int)?
    while index < text.count, let next = children[node][text[index]] {
      node = next
      index += 1
      if let title = titles[node], index == text.count || !Abbreviations.isWord(text[index]) { found = (title, index) }
    }
    return found.map { ($0.title, $0.end) }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte >= 0x80
  }
}

extension Node {
  /// The bytes of a text; nil for any other node.
  var literalOfText: ByteView? { kind == .text ? literal : nil }
}
