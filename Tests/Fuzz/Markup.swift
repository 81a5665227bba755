/// Reads HTML as a strict reader would, to find what a browser would have to guess about.
///
/// Every element is closed where it was opened, attributes are quoted and stand once, ids are unique, `<` and `&` are
/// escaped, and no element stands where the HTML standard ends another for it (13.1.2.4, "Optional tags").
struct Markup {
  private static let voids: Set<String> = [
    "area", "br", "col", "hr", "img", "input", "line", "link", "meta", "path", "rect", "source", "wbr",
  ]
  /// What ends a paragraph that it stands in.
  private static let blocks: Set<String> = [
    "article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figcaption", "figure", "h1", "h2", "h3",
    "h4", "h5", "h6", "hr", "nav", "ol", "p", "pre", "section", "table", "ul",
  ]
  private static let parents: [String: Set<String>] = [
    "li": ["ul", "ol"], "dt": ["dl", "div"], "dd": ["dl", "div"], "tr": ["thead", "tbody", "table"],
    "td": ["tr"], "th": ["tr"], "summary": ["details"], "figcaption": ["figure"], "legend": ["fieldset"],
  ]

  private let html: [UInt8]
  private var position = 0
  private var open: [String] = []
  private var ids: Set<String> = []

  private struct Fault: Error {
    let message: String
  }

  /// What is wrong, with its place; nil for well-formed HTML.
  static func fault(in html: [UInt8]) -> String? {
    var markup = Markup(html: html)
    do throws(Fault) {
      try markup.read()
      return nil
    } catch {
      let start = max(0, markup.position - 120)
      let around = String(decoding: html[start..<min(html.count, markup.position + 60)], as: UTF8.self)
      return "\(error.message) at byte \(markup.position): …\(around)…"
    }
  }

  private init(html: [UInt8]) { self.html = html }

  private mutating func read() throws(Fault) {
    while position < html.count {
      switch html[position] {
      case UInt8(ascii: "<"): try readTag()
      case UInt8(ascii: "&"): try readReference()
      default: position += 1
      }
    }
    if let last = open.last { throw Fault(message: "<\(last)> is never closed") }
  }

  private mutating func readReference() throws(Fault) {
    var end = position + 1
    while end < html.count, isNameByte(html[end]) || html[end] == UInt8(ascii: "#") { end += 1 }
    guard end < html.count, end > position + 1, html[end] == UInt8(ascii: ";") else {
      throw Fault(message: "an ampersand that is not escaped")
    }
    position = end + 1
  }

  private mutating func readTag() throws(Fault) {
    position += 1
    if take("!--") { return try readComment() }
    let isEnd = take("/")
    let name = readName()
    if name.isEmpty { throw Fault(message: "a '<' that is not escaped") }
    if isEnd {
      guard take(">") else { throw Fault(message: "an end tag that goes on") }
      guard let last = open.popLast(), last == name else { throw Fault(message: "</\(name)> closes nothing") }
      return
    }
    let isEmpty = try readAttributes(of: name)
    try checkPlace(of: name)
    if !isEmpty, !Markup.voids.contains(name) { open.append(name) }
  }

  private mutating func readComment() throws(Fault) {
    while position < html.count {
      if take("-->") { return }
      position += 1
    }
    throw Fault(message: "a comment that never ends")
  }

  private func checkPlace(of name: String) throws(Fault) {
    if Markup.blocks.contains(name), let paragraph = open.lastIndex(of: "p") {
      throw Fault(message: "<\(name)> in <p>, \(open[paragraph...])")
    }
    if name == "a", open.contains("a") { throw Fault(message: "<a> in <a>") }
    if let allowed = Markup.parents[name], !allowed.contains(open.last ?? "") {
      throw Fault(message: "<\(name)> in <\(open.last ?? "")>")
    }
  }

  /// - Returns: whether the tag ends with a slash.
  private mutating func readAttributes(of element: String) throws(Fault) -> Bool {
    var names: Set<String> = []
    while true {
      let isSpaced = skipBlanks()
      if take("/>") { return true }
      if take(">") { return false }
      let name = readName()
      guard isSpaced, !name.isEmpty else { throw Fault(message: "a tag <\(element)> that is not well-formed") }
      guard names.insert(name).inserted else { throw Fault(message: "'\(name)' stands twice in <\(element)>") }
      guard take("=") else { continue }
      let value = try readValue()
      if name == "id", !ids.insert(value).inserted { throw Fault(message: "the id '\(value)' stands twice") }
      if name == "style" || name.hasPrefix("on") { throw Fault(message: "an attribute '\(name)'") }
    }
  }

  private mutating func readValue() throws(Fault) -> String {
    guard take("\"") else { throw Fault(message: "a value without quotation marks") }
    let start = position
    while position < html.count, html[position] != UInt8(ascii: "\"") {
      if html[position] == UInt8(ascii: "<") { throw Fault(message: "a '<' in a value") }
      if html[position] == UInt8(ascii: "&") { try readReference() } else { position += 1 }
    }
    let value = String(decoding: html[start..<position], as: UTF8.self)
    guard take("\"") else { throw Fault(message: "a value that never ends") }
    return value
  }

  private mutating func readName() -> String {
    let start = position
    while position < html.count, isNameByte(html[position]) { position += 1 }
    return String(decoding: html[start..<position], as: UTF8.self)
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"): true
    default: false
    }
  }

  private mutating func skipBlanks() -> Bool {
    let start = position
    while position < html.count, html[position] == 0x20 || html[position] == 0x0A { position += 1 }
    return position > start
  }

  private mutating func take(_ text: StaticString) -> Bool {
    let matches = text.withUTF8Buffer { html[position...].starts(with: $0) }
    if matches { position += text.utf8CodeUnitCount }
    return matches
  }
}
