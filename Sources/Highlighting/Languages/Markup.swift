extension Grammar {
  static let xml = Grammar(
    [
      .comment("<!--", "-->"), .string("<![CDATA[", "]]>", lines: true),
      .hook("<!") { $0.readDeclaration(to: ">") }, .hook("<?") { $0.readDeclaration(to: "?>") },
      .hook("<") { $0.readElementTag(.markupTag) },
      .hook("&") { $0.readEntity() },
    ], [], .noNumbers)

  /// With the scripts and style sheets in it.
  static let html = Grammar(
    [
      .comment("<!--", "-->"),
      .hook("<!") { $0.readDeclaration(to: ">") },
      .hook("<") { $0.readHTMLElement() },
      .hook("&") { $0.readEntity() },
    ] + templates, [], .noNumbers)

  fileprivate static let markupTag = Grammar(
    [
      .string("\"", lines: true, inside: [.hook("&") { $0.readEntity() }] + templates),
      .string("'", lines: true, inside: [.hook("&") { $0.readEntity() }] + templates),
    ] + templates,
    letters: "-:.@", word: tagWord)

  /// A word in a tag is a value behind `=`, the name of an attribute elsewhere.
  static let tagWord: WordHook = { scanner, range in
    scanner.bytes[range.lowerBound - 1] == UInt8(ascii: "=") ? .string : .property
  }
}

extension Scanner {
  /// Whether a name follows the `<` here.
  var beginsTag: Bool {
    let name = peek()
    return name.isWord && !name.isDigit
  }

  /// A tag from `<` to `>`: its name, and what the grammar makes of the rest.
  mutating func readTag(_ grammar: Grammar) {
    position += peek() == UInt8(ascii: "/") ? 2 : 1
    let start = position
    skip { $0.isWord || "-:.".utf8.contains($0) }
    add(.tag, from: start)
    grammar.read(&self, until: ">")
    if !isAtEnd { position += 1 }
  }

  fileprivate mutating func readElementTag(_ grammar: Grammar) -> Bool {
    let name = peek() == UInt8(ascii: "/") ? peek(2) : peek()
    guard name.isWord, !name.isDigit else { return false }
    readTag(grammar)
    return true
  }

  fileprivate mutating func readHTMLElement() -> Bool {
    let start = position
    guard readElementTag(.markupTag) else { return false }
    for (name, grammar) in [("script", Grammar.javascript), ("style", .css)] where hasName(name, at: start + 1) {
      var limit = position
      while limit < end, bytes[limit] != UInt8(ascii: "<") || !closes(name, at: limit) { limit += 1 }
      embed(grammar, to: limit)
    }
    return true
  }

  private func closes(_ name: String, at index: Int) -> Bool {
    self[index + 1] == UInt8(ascii: "/") && hasName(name, at: index + 2)
  }

  private func hasName(_ name: String, at index: Int) -> Bool {
    guard index + name.utf8.count <= end, !self[index + name.utf8.count].isWord else { return false }
    return bytes[index..<index + name.utf8.count].elementsEqual(name.utf8) { $0 | 0x20 == $1 }
  }

  /// `<!DOCTYPE html>`, `<?xml version="1.0"?>`.
  fileprivate mutating func readDeclaration(to close: Marker) -> Bool {
    read(.attribute, to: next(close, from: position) + close.count)
    return true
  }

  /// `&amp;`, `&#38;`.
  mutating func readEntity() -> Bool {
    var index = position + 1
    while index < position + 32, self[index].isWord || self[index] == UInt8(ascii: "#") { index += 1 }
    guard self[index] == UInt8(ascii: ";"), index > position + 1 else { return false }
    read(.escape, to: index + 1)
    return true
  }

}
