import Bytes

/// What an author gave an element: `{#id .class key="value"}`.
struct Attributes {
  fileprivate(set) var id: String?
  fileprivate(set) var classes: [String] = []
  /// In the order of the text, each name once.
  fileprivate(set) var pairs: [(name: String, value: String)] = []

  subscript(_ name: String) -> String? { pairs.first { $0.name == name }?.value }
}

/// A list of attributes as it stands in a text.
///
/// Source: attr_list of Python-Markdown, and the inline attribute lists of kramdown, which it follows.
struct AttributeList {
  private(set) var attributes = Attributes()
  /// After the closing brace.
  private(set) var end: Int

  /// - Returns: nil where no list begins; `{name}` and `{{ name }}` are none.
  init?(_ text: ByteView, at start: Int) {
    guard text.has("{", at: start) else { return nil }
    end = start + 1
    let hasColon = text.has(":", at: end)
    if hasColon { end += 1 }
    var isList = hasColon
    var needsBlank = false
    while end < text.count {
      let itemEnd = end
      while end < text.count, text[end] == 0x20 || text[end] == 0x09 { end += 1 }
      if text.has("}", at: end) {
        end += 1
        guard isList, !attributes.isEmpty else { return nil }
        return
      }
      guard end > itemEnd || !needsBlank, end < text.count, let isNamed = readItem(text) else { return nil }
      isList = isList || isNamed
      needsBlank = true
    }
    return nil
  }

  /// The comment that Docusaurus writes for MDX: `{/* #id */}`.
  init?(comment text: ByteView, at start: Int) {
    guard text.has("{/*", at: start) else { return nil }
    var position = start + 3
    while position < text.count, text[position] == 0x20 { position += 1 }
    guard text.has("#", at: position) else { return nil }
    end = text.endOfName(from: position + 1)
    guard end > position + 1 else { return nil }
    attributes.id = text[position + 1..<end].text
    while end < text.count, text[end] == 0x20 { end += 1 }
    guard text.has("*/}", at: end) else { return nil }
    end += 3
  }

  /// Reads `#id`, `.class`, `key=value` or a word; nil for anything else, false for a word, which alone makes no list.
  private mutating func readItem(_ text: ByteView) -> Bool? {
    let first = text[end]
    let isMarked = first == UInt8(ascii: "#") || first == UInt8(ascii: ".")
    let start = isMarked ? end + 1 : end
    guard isMarked || isLetter(first), attributes.pairs.count < AttributeList.mostPairs else { return nil }
    end = text.endOfName(from: start)
    guard end > start else { return nil }
    let name = text[start..<end].text
    if isMarked {
      if first == UInt8(ascii: ".") { attributes.classes.append(name) } else { attributes.id = name }
      return true
    }
    guard text.has("=", at: end) else {
      attributes.add(name.lowercased(), "")
      return false
    }
    end += 1
    guard let value = readValue(text) else { return nil }
    attributes.add(name.lowercased(), value.text)
    return true
  }

  private mutating func readValue(_ text: ByteView) -> ByteView? {
    guard end < text.count else { return nil }
    let start = end
    if text[start] == UInt8(ascii: "\"") || text[start] == UInt8(ascii: "'") {
      guard let quote = (start + 1..<text.count).first(where: { text[$0] == text[start] }) else { return nil }
      end = quote + 1
      return text[start + 1..<quote]
    }
    while end < text.count, !isSpace(text[end]), !AttributeList.unquoted.contains(text[end]) { end += 1 }
    return end > start ? text[start..<end] : nil
  }

  /// Each name is compared with those before it, so that a list with more is text.
  private static let mostPairs = 64

  /// What ends a value without quotation marks.
  private static let unquoted = ByteSet("{}\"'<>`")
}

extension Attributes {
  var isEmpty: Bool { id == nil && classes.isEmpty && pairs.isEmpty }

  /// Whether there is an id and nothing else.
  var isID: Bool { id != nil && classes.isEmpty && pairs.isEmpty }

  fileprivate mutating func add(_ name: String, _ value: String) {
    switch name {
    case "id": id = value
    case "class": classes += value.split(separator: " ").map(String.init)
    default: if self[name] == nil { pairs.append((name, value)) }
    }
  }

  /// Takes out what may not stand on an element, and tells what that was.
  mutating func removeUnsafe(on kind: Node.Kind) -> [String] {
    let unsafe = pairs.map(\.name).filter { !AttributePolicy.allows($0, on: kind) }
    pairs.removeAll { unsafe.contains($0.name) }
    return unsafe
  }
}

extension ByteView {
  /// Past letters, digits, `-`, `_` and `:`, and what is no ASCII.
  fileprivate func endOfName(from start: Int) -> Int {
    var end = start
    while end < count,
      isAlphanumeric(self[end]) || self[end] == 0x2D || self[end] == 0x5F || self[end] == 0x3A || self[end] >= 0x80
    { end += 1 }
    return end
  }
}

/// Which attributes Markdown may set: none that runs a script or needs an inline style.
enum AttributePolicy {
  private static let onAll: Set<String> = ["title", "lang", "dir", "translate", "role"]
  private static let onLinks: Set<String> = ["target", "rel", "download", "hreflang", "type"]
  private static let onImages: Set<String> = ["width", "height", "loading", "align", "decoding", "fetchpriority"]

  static func allows(_ name: String, on kind: Node.Kind) -> Bool {
    if onAll.contains(name) || name.hasPrefix("data-") || name.hasPrefix("aria-") { return true }
    return switch kind {
    case .link: onLinks.contains(name)
    case .image: onImages.contains(name)
    default: false
    }
  }
}
