import Diagnostics

/// What the texts of an article may hold besides CommonMark.
struct InlineSyntax {
  let dialects: Dialects
  let variables: Variables
  var abbreviations = Abbreviations()

  /// The bytes that what is looked for begins with.
  var starters: ByteSet {
    var starters = ""
    if dialects.contains(.mkdocs) { starters += "=^+:{" }
    if dialects.contains(.github) { starters += ":" }
    if dialects.contains(.docusaurus) { starters += "{" }
    if dialects.contains(.portico) { starters += "{[]<" }
    return ByteSet(starters)
  }
}

/// Finds what the dialects make of the texts of one block, in one pass over its nodes.
///
/// The library could be given delimiters of ours, but it keeps special characters in a table of the process, where they
/// would cost every text and every other parse. Its tree has all that is needed: text between the markup that it knows.
struct InlineScanner {
  let syntax: InlineSyntax
  private let starters: ByteSet
  private let block: Node
  /// Tells what was escaped; nil where the text has no escapes.
  private(set) var locator: Locator?
  var edits = InlineEdits()
  /// Beginnings of marks that may yet end, innermost last.
  private var openMarks: [OpenEnd<InlineMark>] = []
  /// Brackets that a link with variables in its destination may begin at, innermost last.
  private var openBrackets: [OpenEnd<Void>] = []
  private var linkDepth = 0
  /// Ends of foreign constructs that do not come any more in the node being read.
  var missingEnds: Set<String> = []
  /// Where the last icon or emoji of the node being read ended.
  var shortcodeEnd = -1

  private struct OpenEnd<Kind> {
    let kind: Kind
    let parent: Node?
    let edit: Int
  }

  /// - Parameter locator: for a text that has escapes.
  init(_ block: Node, syntax: InlineSyntax, starters: ByteSet, locator: Locator?) {
    self.block = block
    self.syntax = syntax
    self.starters = starters
    self.locator = locator
    self.locator?.begin(block)
  }

  /// The edits of the block; the scanner is spent after this.
  mutating func run() -> InlineEdits {
    var walk = TreeWalk(block)
    while let (event, node) = walk.next() {
      if event == .leave {
        leave(node)
      } else if node.kind == .text {
        scan(node)
      } else if node.kind == .link {
        linkDepth += 1
        openBrackets = []
      }
    }
    edits.removeOpenEnds()
    return edits
  }

  private mutating func leave(_ node: Node) {
    if node.kind == .link {
      linkDepth -= 1
      openBrackets = []
    }
    while openMarks.last?.parent == node { openMarks.removeLast() }
    while openBrackets.last?.parent == node { openBrackets.removeLast() }
  }

  private mutating func scan(_ node: Node) {
    let text = node.literal
    let list = listOfBlock(endingIn: node)
    let end = list?.start ?? text.count
    shortcodeEnd = -1
    missingEnds = []
    var position = 0
    while position < end {
      let byte = text[position]
      if starters.contains(byte) {
        position = match(byte, at: position, in: node) ?? position + 1
      } else if !syntax.abbreviations.isEmpty, let word = syntax.abbreviations.match(text, at: position) {
        if let title = word.title { edits.append(.abbreviation(title), at: position..<word.end, in: node) }
        position = word.end
      } else {
        position += 1
      }
    }
    if let list { give(list.list, to: block, at: list.start..<text.count, in: node) }
  }

  /// - Returns: where the text goes on behind what was found; nil if nothing was.
  private mutating func match(_ byte: UInt8, at start: Int, in node: Node) -> Int? {
    switch byte {
    case UInt8(ascii: "{"): matchBraces(at: start, in: node) ?? matchAttributes(at: start, in: node)
    case UInt8(ascii: "<"): matchForeign(at: start, in: node)
    case UInt8(ascii: "="): matchRun(of: byte, at: start, in: node, two: .highlight)
    case UInt8(ascii: "^"): matchRun(of: byte, at: start, in: node, two: .insertion)
    case UInt8(ascii: "+"): matchKeys(at: start, in: node)
    case UInt8(ascii: ":"): matchShortcode(at: start, in: node)
    case UInt8(ascii: "["): matchWikiLink(at: start, in: node)
    case UInt8(ascii: "]"): matchLink(at: start, in: node)
    default: nil
    }
  }

  /// Whether a byte of a text was escaped, and so stands for itself.
  mutating func isEscaped(_ index: Int, in node: Node) -> Bool {
    guard let offset = locator?.offset(of: index, in: node), let source = locator?.source.bytes else { return false }
    return source[offset] != node.literal[index]
  }
}

// MARK: - Marks

extension InlineScanner {
  /// Two bytes of a kind around a text that may hold markup, or one `^` on either side of a word.
  private mutating func matchRun(of byte: UInt8, at start: Int, in node: Node, two mark: InlineMark) -> Int? {
    let text = node.literal
    var end = start
    while end < text.count, text[end] == byte { end += 1 }
    guard syntax.dialects.contains(.mkdocs), end - start <= 2, !isEscaped(start, in: node) else { return end }
    if end - start == 2 {
      matchMark(mark, at: start..<end, in: node)
    } else if byte == UInt8(ascii: "^"), let close = endOfSuperscript(from: end, in: node) {
      edits.append(.span(.superscript, end..<close), at: start..<close + 1, in: node)
      return close + 1
    }
    return end
  }

  private mutating func matchMark(_ mark: InlineMark, at range: Range<Int>, in node: Node) {
    let (before, after) = neighbours(of: range, in: node)
    let pending = openMarks.lastIndex { $0.parent != node.parent || $0.kind == mark }
    if let pending, openMarks[pending].parent == node.parent {
      guard before != .blank, after != .word else { return }
      edits.set(.open(mark), ofEdit: openMarks[pending].edit)
      edits.append(.close(mark), at: range, in: node)
      openMarks.removeSubrange(pending...)
    } else if before != .word, after != .blank {
      openMarks.append(OpenEnd(kind: mark, parent: node.parent, edit: edits.count))
      edits.append(.none, at: range, in: node)
    }
  }

  private enum Neighbour {
    case blank, word, other

    init(_ byte: UInt8) { self = isSpace(byte) ? .blank : isAlphanumeric(byte) ? .word : .other }

    init(_ sibling: Node?) {
      switch sibling?.kind {
      case nil, .softBreak, .lineBreak: self = .blank
      default: self = .other
      }
    }
  }

  private func neighbours(of range: Range<Int>, in node: Node) -> (before: Neighbour, after: Neighbour) {
    let text = node.literal
    return (
      range.lowerBound > 0 ? Neighbour(text[range.lowerBound - 1]) : Neighbour(node.previous),
      range.upperBound < text.count ? Neighbour(text[range.upperBound]) : Neighbour(node.next)
    )
  }

  /// A superscript stands behind something, and has neither blanks nor markup in it.
  private func endOfSuperscript(from start: Int, in node: Node) -> Int? {
    let text = node.literal
    guard neighbours(of: start - 1..<start, in: node).before != .blank else { return nil }
    var end = start
    while end < text.count, !isSpace(text[end]), text[end] != UInt8(ascii: "^") { end += 1 }
    return end > start && text.has("^", at: end) && !text.has("^", at: end + 1) ? end : nil
  }

  /// `++ctrl+alt+"text"++`, with no name that is none of a key: `C++ and i++` are not keys.
  private mutating func matchKeys(at start: Int, in node: Node) -> Int? {
    let text = node.literal
    guard syntax.dialects.contains(.mkdocs), text.has("++", at: start), !isEscaped(start, in: node) else { return nil }
    guard neighbours(of: start..<start, in: node).before != .word, let keys = Keys(text, at: start) else {
      var end = start + 2
      while text.has("+", at: end) { end += 1 }
      return end
    }
    edits.append(.keys(keys.labels), at: start..<keys.end, in: node)
    return keys.end
  }
}

// MARK: - Names

extension InlineScanner {
  private mutating func matchShortcode(at start: Int, in node: Node) -> Int? {
    let text = node.literal
    guard start == shortcodeEnd || neighbours(of: start..<start, in: node).before != .word,
      start == 0 || start == shortcodeEnd || !InlineScanner.beforeNoShortcode.contains(text[start - 1]),
      let end = text.endOfShortcode(at: start), !isEscaped(start, in: node)
    else { return nil }
    let name = text[start + 1..<end - 1]
    if syntax.dialects.contains(.mkdocs), Icons.isIcon(name) {
      edits.append(.icon, at: start..<end, in: node)
    } else if let emoji = Emoji.named(name) {
      edits.append(.value(emoji), at: start..<end, in: node)
    } else {
      return nil
    }
    shortcodeEnd = end
    return end
  }

  private static let beforeNoShortcode = ByteSet(":/")

  private mutating func matchBraces(at start: Int, in node: Node) -> Int? {
    let text = node.literal
    guard syntax.dialects.contains(.portico), text.has("{{", at: start) || text.has("{%", at: start) else { return nil }
    if isEscaped(start, in: node) { return start + 2 }
    guard let reference = VariableReference(text, at: start) else {
      return matchForeign(at: start, in: node) ?? start + 2
    }
    let range = start..<reference.end
    switch syntax.variables.value(of: reference.name) {
    case .known(let value): edits.append(.value(value), at: range, in: node)
    case .unknown: edits.append(.unknownVariable(reference.name.text), at: range, in: node)
    case .foreign: break
    }
    return reference.end
  }

  /// What only another language can make something of.
  private mutating func matchForeign(at start: Int, in node: Node) -> Int? {
    let text = node.literal
    guard let construct = ForeignConstruct(text, at: start, missing: &missingEnds) ?? component(text, at: start),
      !isEscaped(start, in: node)
    else { return nil }
    edits.append(.foreign(construct), at: start..<construct.end, in: node)
    return construct.end
  }

  /// A tag of JSX that the library does not take for one of HTML.
  private func component(_ text: ByteView, at start: Int) -> ForeignConstruct? {
    guard let tag = ForeignTag(text, at: start), tag.isCapital, tag.hasMore || tag.isClosing || tag.isDotted else {
      return nil
    }
    return ForeignConstruct(.component, end: tag.end, isShown: false)
  }
}

// MARK: - Links

extension InlineScanner {
  private mutating func matchWikiLink(at start: Int, in node: Node) -> Int? {
    let text = node.literal
    guard syntax.dialects.contains(.portico), linkDepth == 0 else { return nil }
    if let link = WikiLink(text, at: start), !isEscaped(start, in: node) {
      edits.append(.wikiLink(target: link.target, text: link.text), at: start..<link.end, in: node)
      return link.end
    }
    if !isEscaped(start, in: node) {
      openBrackets.append(OpenEnd(kind: (), parent: node.parent, edit: edits.count))
      edits.append(.none, at: start..<start + 1, in: node)
    }
    return start + 1
  }

  /// `](…{{ name }}…)`, which the blanks keep the library from taking for a link.
  private mutating func matchLink(at start: Int, in node: Node) -> Int? {
    guard let bracket = openBrackets.last, bracket.parent == node.parent else { return nil }
    openBrackets.removeLast()
    let text = node.literal
    guard let end = text.endOfDestinationWithVariables(at: start + 1), !isEscaped(start, in: node) else {
      return matchForeignLink(from: bracket.edit, at: start, in: node)
    }
    let (destination, unknown) = syntax.variables.substituted(text[start + 2..<end])
    guard unknown.isEmpty else { return nil }
    edits.set(.openLink(destination: destination), ofEdit: bracket.edit)
    edits.append(.closeLink, at: start..<end + 1, in: node)
    openBrackets = []
    return end + 1
  }
}

extension InlineScanner {
  /// `](…{{< ref "x" >}}…)`, which the library does not take for a link either.
  private mutating func matchForeignLink(from bracket: Int, at start: Int, in node: Node) -> Int? {
    let text = node.literal
    guard text.has("(", at: start + 1), !isEscaped(start, in: node) else { return nil }
    let limit = min(text.count, start + 2_000)
    var position = start + 2
    var found: (language: ForeignConstruct.Language, range: Range<Int>)?
    while position < limit, text[position] != UInt8(ascii: ")"), !isSpace(text[position]) {
      let construct = ForeignConstruct(text, at: position, missing: &missingEnds)
      if let construct { found = found ?? (construct.language, position..<construct.end) }
      position = construct?.end ?? position + 1
    }
    guard let found, text.has(")", at: position) else { return nil }
    edits.set(.openForeignLink, ofEdit: bracket)
    edits.append(.closeForeignLink(found.language, found.range), at: start..<position + 1, in: node)
    openBrackets = []
    return position + 1
  }
}

// MARK: - Attributes

extension InlineScanner {
  /// A list that the whole block takes: the end of a heading or cell, or a line of its own in a paragraph.
  private func listOfBlock(endingIn node: Node) -> (list: AttributeList, start: Int)? {
    guard starters.contains(UInt8(ascii: "{")), node.parent == block else { return nil }
    let text = node.literal.trimmedEnd
    guard text.has("}", at: text.count - 1) else { return nil }
    if block.kind == .paragraph {
      guard node.isLine, syntax.dialects.contains(.mkdocs),
        let list = AttributeList(text, at: 0), list.end == text.count
      else { return nil }
      return (list, 0)
    }
    guard node.next == nil, let start = (0..<text.count).last(where: { text[$0] == UInt8(ascii: "{") }),
      let list = trailingList(text, at: start), list.end == text.count
    else { return nil }
    return (list, text[0..<start].trimmedEnd.count)
  }

  /// Docusaurus knows ids of headings only.
  private func trailingList(_ text: ByteView, at start: Int) -> AttributeList? {
    if syntax.dialects.contains(.mkdocs), let list = AttributeList(text, at: start) { return list }
    guard syntax.dialects.contains(.docusaurus), block.kind == .heading,
      let list = AttributeList(text, at: start) ?? AttributeList(comment: text, at: start), list.attributes.isID
    else { return nil }
    return list
  }

  /// A list right behind an element, an icon or an emoji.
  private mutating func matchAttributes(at start: Int, in node: Node) -> Int? {
    let isBehindShortcode = start > 0 && start == shortcodeEnd
    guard syntax.dialects.contains(.mkdocs), start == 0 || isBehindShortcode,
      let list = AttributeList(node.literal, at: start)
    else { return nil }
    if isBehindShortcode {
      edits.append(.attributes(dropped: []), at: start..<list.end, in: node)
    } else {
      guard let element = node.previous, InlineScanner.takesAttributes(element.kind), !isEscaped(start, in: node) else {
        return nil
      }
      give(list, to: element, at: start..<list.end, in: node)
    }
    return list.end
  }

  private static func takesAttributes(_ kind: Node.Kind) -> Bool {
    switch kind {
    case .link, .image, .code, .emphasis, .strong, .strikethrough: true
    default: false
    }
  }

  private mutating func give(_ list: AttributeList, to element: Node, at range: Range<Int>, in node: Node) {
    var attributes = list.attributes
    let dropped = attributes.removeUnsafe(on: element.kind)
    let isTaken = element.kind != .paragraph || element.firstChild != element.lastChild && !element.isTightParagraph
    edits.append(.attributes(dropped: isTaken ? dropped : nil), at: range, in: node)
    if isTaken { edits.give(attributes, to: element) }
  }
}
