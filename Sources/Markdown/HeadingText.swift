import Bytes

/// The contents of a heading, for its id, its label and a table of contents.
struct HeadingText {
  private var textBuffer = ByteBuffer()
  private var htmlBuffer = ByteBuffer()
  private var imageDepth = 0
  private var edits: InlineEdits
  /// What GitHub makes ids from instead of parts of the plain text: nothing for images, the names of emoji.
  private var slugParts: [(range: Range<Int>, text: [UInt8])] = []

  /// Plain text, with the alternative text of images.
  private(set) var text = ""
  /// Inline HTML of code, emphasis and text only.
  var html: [UInt8] { htmlBuffer.bytes }

  /// - Parameter edits: of the heading, none of which was written yet.
  init(_ heading: Node, _ edits: InlineEdits) {
    self.edits = edits
    var walk = TreeWalk(heading)
    while let (event, node) = walk.next() {
      add(node, event)
    }
    text = textBuffer.text
  }

  /// Plain text as GitHub makes ids from it: without images, with the names of emoji.
  var slugText: String {
    guard !slugParts.isEmpty else { return text }
    var bytes = textBuffer.bytes
    for part in slugParts.reversed() { bytes.replaceSubrange(part.range, with: part.text) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func add(_ node: Node, _ event: TreeWalk.Event) {
    switch (node.kind, event) {
    case (.text, _): add(text: node)
    case (.code, _): add(code: node.literal.array)
    case (.softBreak, _), (.lineBreak, _): addSpace()
    case (.emphasis, _): addTag("em", event)
    case (.strong, _): addTag("strong", event)
    case (.strikethrough, _): addTag("del", event)
    case (.image, .enter): imageDepth += 1
    case (.image, .leave): imageDepth -= 1
    default: break
    }
  }

  private mutating func add(text node: Node) {
    let text = node.literal
    var position = 0
    while let edit = edits.next(in: node) {
      add(text[position..<edit.range.lowerBound].array)
      let written = text[edit.range]
      if case .value = edit.action, written.has(":", at: 0) {
        add(edit.plainText, slug: written.array)
      } else {
        add(edit.plainText)
      }
      position = edit.range.upperBound
    }
    add(text[position..<text.count].array)
  }

  private mutating func add(_ literal: [UInt8], slug: [UInt8]? = nil) {
    let start = textBuffer.count
    textBuffer.append(literal)
    htmlBuffer.append(literal, escaping: .html)
    if imageDepth > 0 || slug != nil {
      slugParts.append((start..<textBuffer.count, imageDepth > 0 ? [] : slug ?? []))
    }
  }

  private mutating func add(code literal: [UInt8]) {
    if imageDepth == 0 { htmlBuffer.append("<code>") }
    add(literal)
    if imageDepth == 0 { htmlBuffer.append("</code>") }
  }

  private mutating func addSpace() {
    textBuffer.append(" ")
    htmlBuffer.append(" ")
  }

  private mutating func addTag(_ name: String, _ event: TreeWalk.Event) {
    guard imageDepth == 0 else { return }
    htmlBuffer.append(event == .enter ? "<\(name)>" : "</\(name)>")
  }
}
