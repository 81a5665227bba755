import Bytes

/// The contents of a heading, for its id, its label and a table of contents.
struct HeadingText {
  private var textBuffer = ByteBuffer()
  private var htmlBuffer = ByteBuffer()
  private var imageDepth = 0
  /// Where the alternative text of images is in the plain text.
  private var alternatives: [Range<Int>] = []

  /// Plain text, with the alternative text of images.
  private(set) var text = ""
  /// Inline HTML of code, emphasis and text only.
  var html: [UInt8] { htmlBuffer.bytes }

  init(_ heading: Node) {
    var walk = TreeWalk(heading)
    while let (event, node) = walk.next() {
      add(node, event)
    }
    text = textBuffer.text
  }

  /// Plain text as GitHub makes ids from it: without images.
  var slugText: String {
    guard !alternatives.isEmpty else { return text }
    var bytes = textBuffer.bytes
    for range in alternatives.reversed() { bytes.removeSubrange(range) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func add(_ node: Node, _ event: TreeWalk.Event) {
    switch (node.kind, event) {
    case (.text, _): add(node.literal)
    case (.code, _): add(code: node.literal)
    case (.softBreak, _), (.lineBreak, _): addSpace()
    case (.emphasis, _): addTag("em", event)
    case (.strong, _): addTag("strong", event)
    case (.strikethrough, _): addTag("del", event)
    case (.image, .enter): imageDepth += 1
    case (.image, .leave): imageDepth -= 1
    default: break
    }
  }

  private mutating func add(_ literal: ByteView) {
    let start = textBuffer.count
    textBuffer.append(literal)
    htmlBuffer.append(literal, escaping: .html)
    if imageDepth > 0 { alternatives.append(start..<textBuffer.count) }
  }

  private mutating func add(code literal: ByteView) {
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
