/// HTML as a part of a page that has several such parts: with ids of its own, and headings below those of the page.
package enum NestedMarkup {
  /// The text with a prefix before each id and before all that refers to an id in the text.
  ///
  /// - Parameters:
  ///   - prefix: bytes that may stand in an id and need no escape.
  ///   - levels: how many levels lower headings become; none comes to stand below the sixth.
  package static func nest(_ html: [UInt8], prefix: [UInt8], levels: Int) -> [UInt8] {
    html.withUnsafeBufferPointer { text in
      var reader = NestingReader(text, levels: levels)
      reader.read()
      return reader.nested(prefix: prefix)
    }
  }
}

/// Finds the places of a text that change when it becomes a part of another.
private struct NestingReader {
  private enum Change {
    /// The prefix goes before the id that stands here.
    case id
    /// It does if the text has that id.
    case reference
    /// The digit here becomes another.
    case level(UInt8)
  }

  private let text: Text
  private let levels: Int
  /// In the order of the text; of a level the digit, else the id.
  private var changes: [(place: Range<Int>, change: Change)] = []
  private var ids: Set<ArraySlice<UInt8>> = []

  init(_ text: Text, levels: Int) {
    self.text = text
    self.levels = levels
  }

  mutating func read() {
    var tokenizer = TagTokenizer(text, isXML: false)
    while let kind = tokenizer.nextTag() {
      readLevel(tokenizer.tag.name)
      guard kind == .start else { continue }
      for (name, value) in tokenizer.tag.attributes where !value.isEmpty { read(name, value, of: tokenizer.tag) }
    }
  }

  func nested(prefix: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count + changes.count * prefix.count)
    var copied = 0
    for (place, change) in changes {
      if case .reference = change, !ids.contains(bytes(place)) { continue }
      output += text[copied..<place.lowerBound]
      copied = place.lowerBound
      if case .level(let digit) = change {
        output.append(digit)
        copied += 1
      } else {
        output += prefix
      }
    }
    return output + text[copied...]
  }

  private func bytes(_ range: Range<Int>) -> ArraySlice<UInt8> { ArraySlice(text[range]) }

  private mutating func readLevel(_ name: Range<Int>) {
    guard name.count == 2, text[name.lowerBound].lowercased == UInt8(ascii: "h") else { return }
    let digit = text[name.lowerBound + 1]
    guard (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(digit) else { return }
    let lower = min(Int(digit) + levels, Int(UInt8(ascii: "6")))
    changes.append((name.lowerBound + 1..<name.upperBound, .level(UInt8(lower))))
  }

  private mutating func read(_ name: AttributeName, _ value: Range<Int>, of tag: TagTokenizer.Tag) {
    switch name {
    case .id: add(id: value)
    // Of sections to unfold only one of a name is open.
    case .name where tag.element == .a || text.has("details", in: tag.name): add(id: value)
    case .href, .xlinkHref: if text[value.lowerBound] == UInt8(ascii: "#") { add(reference: value.dropFirst()) }
    case .idReferences: for word in text.words(in: value) { add(reference: word) }
    case .paint, .style: add(urls: value)
    default: break
    }
  }

  private mutating func add(id place: Range<Int>) {
    ids.insert(bytes(place))
    changes.append((place, .id))
  }

  private mutating func add(reference place: Range<Int>) { changes.append((place, .reference)) }

  /// Adds the id of each `url(#id)`.
  private mutating func add(urls value: Range<Int>) {
    var position = value.lowerBound
    while position < value.upperBound {
      if text.has("url(#", at: position, before: value.upperBound) {
        let start = position + 5
        position = text.offset(of: UInt8(ascii: ")"), from: start, to: value.upperBound)
        add(reference: start..<position)
      }
      position += 1
    }
  }
}
