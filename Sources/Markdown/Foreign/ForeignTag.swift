/// A tag whose name is none of HTML: of JSX, `<Tabs items={x}>` or `</Tabs>`, or a word such as `<MY-APP>`.
struct ForeignTag {
  let name: ByteView
  /// After the `>`.
  let end: Int
  let isClosing: Bool
  /// Whether the name begins with a capital letter, as those of components do.
  let isCapital: Bool
  /// Whether attributes or a closing slash stand behind the name, and not only words.
  let hasMore: Bool
  /// Whether the name is one within another, `Tabs.Item`.
  let isDotted: Bool
  /// The title that the component would show; nil where there is none.
  private(set) var label: ByteView?

  init?(_ text: ByteView, at start: Int) {
    guard text.has("<", at: start) else { return nil }
    isClosing = text.has("/", at: start + 1)
    let nameStart = start + (isClosing ? 2 : 1)
    guard nameStart < text.count, isLetter(text[nameStart]) else { return nil }
    isCapital = text[nameStart] < UInt8(ascii: "a")
    name = text[nameStart..<text.count].prefix {
      isAlphanumeric($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }
    isDotted = name.text.contains(".")
    guard !HTMLElements.contains(name), let end = ForeignTag.end(text, from: nameStart + name.count) else { return nil }
    self.end = end
    let inside = text[nameStart + name.count..<end - 1]
    hasMore = inside.trimmedEnd.has("/", at: inside.trimmedEnd.count - 1) || inside.hasAttribute
    label = ForeignTag.label(in: inside)
  }

  /// Skips texts in quotes and expressions in braces, which may hold a `>`.
  private static func end(_ text: ByteView, from start: Int) -> Int? {
    guard start < text.count, isSpace(text[start]) || text.has(">", at: start) || text.has("/>", at: start) else {
      return nil
    }
    // So that a text of many beginnings is not read again for each of them.
    let limit = min(text.count, start + 2_000)
    var position = start
    var depth = 0
    while position < limit {
      switch text[position] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let quote = text[position]
        position += 1
        while position < limit, text[position] != quote { position += 1 }
      case UInt8(ascii: ">") where depth <= 0: return position + 1
      case UInt8(ascii: "<") where depth <= 0: return nil
      default: break
      }
      position += 1
    }
    return nil
  }

  /// The value of `label` or `title`, in quotes.
  private static func label(in text: ByteView) -> ByteView? {
    for index in 0..<text.count where index == 0 || isSpace(text[index - 1]) {
      for name in ["label=", "title="] where text.has(name, at: index) {
        let start = index + name.utf8.count
        guard start < text.count, "\"'".utf8.contains(text[start]) else { continue }
        return text[start + 1..<text.count].prefix { $0 != text[start] }
      }
    }
    return nil
  }
}

extension ByteView {
  /// Whether a value or an expression stands in the inside of a tag.
  fileprivate var hasAttribute: Bool { (0..<count).contains { "={".utf8.contains(self[$0]) } }
}

/// The names of the elements of HTML (<https://html.spec.whatwg.org/multipage/indices.html#elements-3>), and of the two
/// other languages that stand in it.
enum HTMLElements {
  private static let names: Set<String> = [
    "a", "abbr", "acronym", "address", "area", "article", "aside", "audio", "b", "base", "bdi", "bdo", "big",
    "blockquote", "body", "br", "button", "canvas", "caption", "center", "cite", "code", "col", "colgroup", "data",
    "datalist", "dd", "del", "details", "dfn", "dialog", "dir", "div", "dl", "dt", "em", "embed", "fieldset",
    "figcaption", "figure", "font", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head",
    "header", "hgroup", "hr", "html", "i", "iframe", "img", "input", "ins", "kbd", "label", "legend", "li", "link",
    "main", "map", "mark", "marquee", "math", "menu", "meta", "meter", "nav", "nobr", "noscript", "object", "ol",
    "optgroup", "option", "output", "p", "param", "picture", "pre", "progress", "q", "rp", "rt", "ruby", "s", "samp",
    "script", "search", "section", "select", "slot", "small", "source", "span", "strike", "strong", "style", "sub",
    "summary", "sup", "svg", "table", "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "time", "title",
    "tr", "track", "tt", "u", "ul", "var", "video", "wbr",
  ]

  static func contains(_ name: ByteView) -> Bool { names.contains(name.text.lowercased()) }
}
