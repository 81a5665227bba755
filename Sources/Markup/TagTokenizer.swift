/// Finds the tags of a text of HTML or XML as a browser does (HTML Standard, 13.2.5), in one pass.
///
/// Comments, declarations, scripts, texts of forms and what is in a `<template>` are skipped. What is in a `<noscript>`
/// counts, as it does for a reader without scripts.
struct TagTokenizer {
  enum TagKind { case start, end }

  /// A tag; of its attributes those that have a name of `AttributeName`, the first of each.
  struct Tag {
    fileprivate(set) var element = ElementName.other
    /// Values as they are written, without quotes.
    fileprivate(set) var attributes: [(name: AttributeName, value: Range<Int>)] = []
    /// Whether it is in a drawing or formula, or the text is XML.
    fileprivate(set) var isForeign = false
    /// The style sheet that a `<style>` holds.
    fileprivate(set) var content: Range<Int>?
    fileprivate(set) var name = 0..<0
    fileprivate var isSelfClosing = false

    subscript(_ name: AttributeName) -> Range<Int>? { attributes.first { $0.name == name }?.value }
  }

  /// Deeper drawings within drawings are read as parts of those that they are in, so that any text takes linear time.
  private static let maximumDepth = 100

  private let text: Text
  private let isXML: Bool
  private var position = 0
  /// The drawings, formulas and their places for HTML that are open, from the outermost on.
  private var contexts: [ElementName] = []
  private var templateDepth = 0
  /// The tag that was read last.
  private(set) var tag = Tag()

  init(_ text: Text, isXML: Bool) {
    self.text = text
    self.isXML = isXML
  }

  /// Reads on to the next start tag.
  ///
  /// - Returns: false at the end of the text.
  mutating func next() -> Bool {
    while let kind = nextTag() { if kind == .start { return true } }
    return false
  }

  /// Reads on to the next tag.
  ///
  /// - Returns: nil at the end of the text.
  mutating func nextTag() -> TagKind? {
    while true {
      position = text.offset(of: UInt8(ascii: "<"), from: position, to: text.count) + 1
      guard position < text.count else { return nil }
      switch text[position] {
      case UInt8(ascii: "!"): skipDeclaration()
      case UInt8(ascii: "?"): skip(past: isXML ? "?>" : ">")
      case UInt8(ascii: "/"): if readEndTag(), templateDepth == 0 { return .end }
      case let byte where byte.isLetter || isXML:
        guard readTag() else { return nil }
        let isInTemplate = templateDepth > 0
        begin()
        if !isInTemplate { return .start }
      default: break
      }
    }
  }

  private var isForeign: Bool { isXML || contexts.last == .svg || contexts.last == .math }

  // MARK: What is no tag

  private mutating func skip(past end: StaticString) {
    while position < text.count, !text.has(end, at: position, before: text.count) { position += 1 }
    position = min(position + end.utf8CodeUnitCount, text.count)
  }

  private mutating func skipDeclaration() {
    if text.has("!--", at: position, before: text.count) {
      position += 3
      skipComment()
    } else if isForeign, text.has("![cdata[", at: position, before: text.count) {
      skip(past: "]]>")
    } else {
      skip(past: ">")
    }
  }

  /// Comments also end with `--!>`, and `<!-->` and `<!--->` are whole ones.
  private mutating func skipComment() {
    if text.has(">", at: position, before: text.count) || text.has("->", at: position, before: text.count) {
      return skip(past: ">")
    }
    while position < text.count {
      position = text.offset(of: UInt8(ascii: "-"), from: position, to: text.count)
      if text.has("-->", at: position, before: text.count) || text.has("--!>", at: position, before: text.count) {
        return skip(past: ">")
      }
      position += 1
    }
  }

  // MARK: Tags

  /// Reads a tag from its name on.
  ///
  /// - Returns: false where the text ends in it, which makes it none.
  private mutating func readTag() -> Bool {
    tag.attributes.removeAll(keepingCapacity: true)
    tag.isSelfClosing = false
    tag.name = readName { $0.isBlank || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ">") }
    while position < text.count {
      switch text[position] {
      case UInt8(ascii: ">"):
        position += 1
        return true
      case UInt8(ascii: "/"):
        position += 1
        tag.isSelfClosing = position < text.count && text[position] == UInt8(ascii: ">")
      case let byte where byte.isBlank: position += 1
      default: readAttribute()
      }
    }
    return false
  }

  private mutating func readName(endsAt isEnd: (UInt8) -> Bool) -> Range<Int> {
    let start = position
    while position < text.count, !isEnd(text[position]) { position += 1 }
    return start..<position
  }

  private mutating func readAttribute() {
    let start = position
    // An equals sign at the beginning is part of the name.
    position += 1
    _ = readName {
      $0.isBlank || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/")
    }
    let name = AttributeName(text, start..<position)
    let equals = text.offset(behindBlanksAt: position, to: text.count)
    var value = position..<position
    if equals < text.count, text[equals] == UInt8(ascii: "=") {
      position = text.offset(behindBlanksAt: equals + 1, to: text.count)
      value = readValue()
    }
    if name != .other, name.isOneOfMany || tag[name] == nil { tag.attributes.append((name, value)) }
  }

  private mutating func readValue() -> Range<Int> {
    guard position < text.count else { return position..<position }
    let quote = text[position]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return readName { $0.isBlank || $0 == UInt8(ascii: ">") }
    }
    let start = position + 1
    let end = text.offset(of: quote, from: start, to: text.count)
    position = min(end + 1, text.count)
    return start..<end
  }

  // MARK: What a tag begins and ends

  private mutating func begin() {
    tag.element = element(tag.name)
    tag.content = nil
    if !isXML, !contexts.isEmpty, tag.element.endsDrawings, isForeign { contexts.removeAll() }
    tag.isForeign = isForeign
    switch tag.element {
    case .svg, .math, .foreignObject, .desc: beginContext()
    case .title where isForeign: beginContext()
    case .template where !isForeign: templateDepth += 1
    case .plaintext where !isForeign: position = text.count
    case .style where !tag.isSelfClosing || !isForeign: tag.content = readText()
    case let element where element.isTextOnly && !isForeign: _ = readText()
    default: break
    }
  }

  /// The places for HTML count within a drawing only; XML has none.
  private mutating func beginContext() {
    guard !isXML, !tag.isSelfClosing, contexts.count < TagTokenizer.maximumDepth,
      isForeign || tag.element == .svg || tag.element == .math
    else { return }
    contexts.append(tag.element)
  }

  /// Reads what an end tag begins with.
  ///
  /// - Returns: whether it is one.
  private mutating func readEndTag() -> Bool {
    position += 1
    guard position < text.count else { return false }
    guard text[position].isLetter || isXML else {
      skip(past: ">")
      return false
    }
    guard readTag() else { return false }
    if !isXML { end(element(tag.name)) }
    return true
  }

  private mutating func end(_ ended: ElementName) {
    switch ended {
    case .template where !isForeign: templateDepth = max(0, templateDepth - 1)
    case .svg, .math, .foreignObject, .desc, .title:
      if let open = contexts.lastIndex(of: ended) { contexts.removeSubrange(open...) }
    default: break
    }
  }

  private func element(_ name: Range<Int>) -> ElementName {
    guard isXML else { return ElementName(text, name) }
    let colon = text.offset(of: UInt8(ascii: ":"), from: name.lowerBound, to: name.upperBound)
    return ElementName(text, colon < name.upperBound ? colon + 1..<name.upperBound : name)
  }

  /// Reads the text of an element up to its end tag.
  private mutating func readText() -> Range<Int> {
    let start = position
    var isEscaped = false
    var isDoubleEscaped = false
    let isScript = tag.element == .script
    while position < text.count {
      switch text[position] {
      case UInt8(ascii: "<") where !isDoubleEscaped && isEnd(of: tag.name, at: position + 1): return start..<position
      case UInt8(ascii: "<") where isScript && text.has("<!--", at: position, before: text.count):
        isEscaped = true
        position += 2
      case UInt8(ascii: "<") where isEscaped && isScriptTag(at: position + 1): isDoubleEscaped = true
      case UInt8(ascii: "<") where isDoubleEscaped && isEnd(of: tag.name, at: position + 1): isDoubleEscaped = false
      case UInt8(ascii: "-") where isEscaped && text.has("-->", at: position, before: text.count):
        (isEscaped, isDoubleEscaped) = (false, false)
      default: break
      }
      position += 1
    }
    return start..<position
  }

  private func isEnd(of name: Range<Int>, at offset: Int) -> Bool {
    let start = offset + 1
    guard start + name.count < text.count, text[offset] == UInt8(ascii: "/") else { return false }
    for index in 0..<name.count
    where text[start + index].lowercased != text[name.lowerBound + index].lowercased { return false }
    return endsTagName(at: start + name.count)
  }

  private func isScriptTag(at offset: Int) -> Bool {
    text.has("script", at: offset, before: text.count) && endsTagName(at: offset + 6)
  }

  private func endsTagName(at offset: Int) -> Bool {
    offset < text.count
      && (text[offset].isBlank || text[offset] == UInt8(ascii: "/") || text[offset] == UInt8(ascii: ">"))
  }
}
