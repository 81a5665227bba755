/// A start tag of XML.
struct StartTag {
  let name: ArraySlice<UInt8>
  /// With entities as they are written.
  let attributes: [(name: ArraySlice<UInt8>, value: ArraySlice<UInt8>)]
  /// Where the tag begins in the file.
  let offset: Int

  /// The name without its prefix.
  var localName: String { StartTag.localName(name) }

  static func localName(_ name: ArraySlice<UInt8>) -> String {
    let start = name.firstIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? name.startIndex
    return String(decoding: name[start...], as: UTF8.self)
  }

  subscript(_ name: String) -> String? {
    attributes.first { $0.name.elementsEqual(name.utf8) }.map { String(decoding: $0.value, as: UTF8.self) }
  }
}

/// Finds the start tags of an XML text in one pass; comments, declarations and CDATA are skipped.
struct MarkupScanner {
  private let text: ArraySlice<UInt8>
  private var position: Int
  /// Whether all that was begun was ended.
  private(set) var isComplete = true
  /// Where the text declares an entity, which can grow without bound or read another file.
  private(set) var entity: Int?

  init(_ text: ArraySlice<UInt8>) {
    self.text = text
    position = text.startIndex
  }

  mutating func next() -> StartTag? {
    while let open = text[position...].firstIndex(of: UInt8(ascii: "<")) {
      position = open + 1
      switch text[position...].first {
      case UInt8(ascii: "?"): skip(past: "?>")
      case UInt8(ascii: "/"): skip(past: ">")
      case UInt8(ascii: "!"): skipDeclaration()
      default: return readTag(from: open)
      }
    }
    position = text.endIndex
    return nil
  }

  private mutating func skip(past end: String) {
    if let range = text[position...].firstRange(of: end.utf8) {
      position = range.upperBound
    } else {
      position = text.endIndex
      isComplete = false
    }
  }

  private mutating func skipDeclaration() {
    let rest = text[position...]
    if rest.starts(with: "!--".utf8) {
      position += 3
      skip(past: "-->")
    } else if rest.starts(with: "![CDATA[".utf8) {
      skip(past: "]]>")
    } else {
      if entity == nil, rest.starts(with: "!ENTITY".utf8) { entity = position - 1 }
      // The declarations within a document type are read like those outside.
      position = rest.firstIndex { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "[") }.map { $0 + 1 } ?? text.endIndex
    }
  }

  private mutating func readTag(from offset: Int) -> StartTag? {
    let name = read(while: { !MarkupScanner.endsName($0) })
    var attributes: [(name: ArraySlice<UInt8>, value: ArraySlice<UInt8>)] = []
    while true {
      _ = read(while: { $0.isBlank || $0 == UInt8(ascii: "/") })
      guard position < text.endIndex, text[position] != UInt8(ascii: ">") else { break }
      let attribute = read(while: { !MarkupScanner.endsName($0) && $0 != UInt8(ascii: "=") })
      _ = read(while: \.isBlank)
      guard position < text.endIndex, text[position] == UInt8(ascii: "=") else { continue }
      position += 1
      _ = read(while: \.isBlank)
      guard let quote = text[position...].first else { break }
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
        attributes.append((attribute, read(while: { !$0.isBlank && $0 != UInt8(ascii: ">") })))
        continue
      }
      position += 1
      attributes.append((attribute, read(while: { $0 != quote })))
      position = min(position + 1, text.endIndex)
    }
    guard position < text.endIndex else {
      isComplete = false
      return nil
    }
    position += 1
    return StartTag(name: name, attributes: attributes, offset: offset - text.startIndex)
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte.isBlank || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }

  private mutating func read(while isIncluded: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let start = position
    while position < text.endIndex, isIncluded(text[position]) { position += 1 }
    return text[start..<position]
  }
}

extension UInt8 {
  /// The white space of XML.
  var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
