/// A piece of an XML document.
enum XMLToken {
  /// A start tag; one that ends itself is followed by its end.
  case start(XMLTag)
  case end
  /// Character data, with its references as they are written.
  case text(ArraySlice<UInt8>)
}

/// A start tag.
struct XMLTag {
  /// With its prefix: `xlink:href`.
  let name: String
  let attributes: [XMLAttribute]

  func attribute(_ name: String) -> String? {
    attributes.first { $0.name == name }.map { String(decoding: $0.value, as: UTF8.self) }
  }
}

/// An attribute of a tag.
struct XMLAttribute {
  let name: String
  /// Between the quotation marks, with its references as they are written.
  let value: ArraySlice<UInt8>
}

/// Reads a well-formed document as tokens, in one pass: comments, declarations and processing instructions are left out.
///
/// What is not well-formed ends the reading: then there are no tokens.
struct XMLScanner {
  private let bytes: [UInt8]
  private var position = 0
  private var tokens: [XMLToken] = []
  private var open: [String] = []

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// - Returns: nil for what is not well-formed.
  static func tokens(of bytes: [UInt8]) -> [XMLToken]? {
    var scanner = XMLScanner(bytes)
    while scanner.position < bytes.count {
      guard scanner.readToken() else { return nil }
    }
    return scanner.open.isEmpty ? scanner.tokens : nil
  }

  private mutating func readToken() -> Bool {
    guard bytes[position] == UInt8(ascii: "<") else {
      readText()
      return true
    }
    if starts(with: "<!--") { return skip(behind: "-->") }
    if starts(with: "<![CDATA[") { return readCharacters() }
    if starts(with: "<?") || starts(with: "<!") { return skip(behind: ">") }
    return starts(with: "</") ? readEnd() : readStart()
  }

  private mutating func readText() {
    let end = bytes[position...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.endIndex
    tokens.append(.text(bytes[position..<end]))
    position = end
  }

  private mutating func readCharacters() -> Bool {
    let start = position + 9
    guard skip(behind: "]]>") else { return false }
    tokens.append(.text(bytes[start..<position - 3]))
    return true
  }

  private mutating func readEnd() -> Bool {
    position += 2
    guard let name = readName(), name == open.popLast() else { return false }
    skipSpace()
    guard take(">") else { return false }
    tokens.append(.end)
    return true
  }

  private mutating func readStart() -> Bool {
    position += 1
    guard let name = readName() else { return false }
    var attributes: [XMLAttribute] = []
    while true {
      skipSpace()
      if take("/>") {
        tokens += [.start(XMLTag(name: name, attributes: attributes)), .end]
        return true
      }
      if take(">") {
        tokens.append(.start(XMLTag(name: name, attributes: attributes)))
        open.append(name)
        return true
      }
      guard let attribute = readAttribute() else { return false }
      attributes.append(attribute)
    }
  }

  private mutating func readAttribute() -> XMLAttribute? {
    guard let name = readName() else { return nil }
    skipSpace()
    guard take("=") else { return nil }
    skipSpace()
    guard position < bytes.count, case let quote = bytes[position], quote == 0x22 || quote == 0x27,
      let end = bytes[(position + 1)...].firstIndex(of: quote)
    else { return nil }
    defer { position = end + 1 }
    return XMLAttribute(name: name, value: bytes[(position + 1)..<end])
  }

  private mutating func readName() -> String? {
    let start = position
    while position < bytes.count, XMLScanner.isNameByte(bytes[position]) { position += 1 }
    return start < position ? String(decoding: bytes[start..<position], as: UTF8.self) : nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "\""), 0x27, ...0x20:
      false
    default: true
    }
  }

  private mutating func skipSpace() {
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
  }

  private func starts(with text: StaticString) -> Bool {
    text.withUTF8Buffer { unsafe bytes[position...].starts(with: $0) }
  }

  private mutating func take(_ text: StaticString) -> Bool {
    guard starts(with: text) else { return false }
    position += text.utf8CodeUnitCount
    return true
  }

  /// Goes on behind the next occurrence of a text; false if there is none.
  private mutating func skip(behind text: StaticString) -> Bool {
    while position < bytes.count {
      if take(text) { return true }
      position += 1
    }
    return false
  }
}
