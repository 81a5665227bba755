/// The text of a page as its readers have it: what stands in its `<main>` behind the title, cut at the headings that a link
/// can name.
///
/// What is listed of other pages is found there: an element with `data-no-search` is left out, and a heading that leads to
/// another page begins no section.
///
/// Made for pages that are shown from data. It reads any bytes in one pass; what is no HTML gives text that nobody wanted.
package struct ReadableText {
  private let html: [UInt8]
  private var position: Int
  /// The first has neither heading nor anchor.
  package private(set) var sections = [SearchPage.Section(text: "")]
  private var text: [UInt8] = []
  private var heading: (level: UInt8, start: Int, anchor: String?, leadsAway: Bool)?
  /// The id of what was begun last, which a heading without an id of its own goes by.
  private var enclosingID: String?

  package init(html: [UInt8]) {
    self.html = html
    position =
      html.indices.first { html[$0] == UInt8(ascii: "<") && html[$0...].starts(with: "<main".utf8) } ?? html.count
    while position < html.count, readOn() {}
    endSection()
  }

  /// What readers of a text do not read, and what is said about the page.
  private static let skipped: Set<String> = [
    "nav", "svg", "script", "style", "template", "noscript", "dialog", "select", "button", "footer",
  ]

  /// Elements that are part of a line, so that what stands behind them may belong to the word before.
  private static let inline: Set<String> = [
    "a", "abbr", "b", "code", "del", "em", "i", "ins", "kbd", "mark", "s", "small", "span", "strong", "sub", "sup", "u",
    "wbr",
  ]

  /// - Returns: false at the end of what is to be read.
  private mutating func readOn() -> Bool {
    guard html[position] == UInt8(ascii: "<") else {
      appendText()
      return true
    }
    let tag = readTag()
    if tag.name == "main", tag.isEnd { return false }
    if !tag.isEnd, ReadableText.skipped.contains(tag.name) || tag.isLeftOut { skip(to: tag.name) }
    if tag.leadsAway { heading?.leadsAway = true }
    if let level = tag.headingLevel { tag.isEnd ? endHeading(level) : beginHeading(level, tag.id) }
    if !tag.isEnd, heading == nil, let id = tag.id { enclosingID = id }
    if !ReadableText.inline.contains(tag.name), text.last != UInt8(ascii: " ") { text.append(UInt8(ascii: " ")) }
    return true
  }

  private mutating func appendText() {
    let end = html[position...].firstIndex(of: UInt8(ascii: "<")) ?? html.count
    var index = position
    while index < end {
      guard html[index] == UInt8(ascii: "&"), let (character, length) = ReadableText.reference(html[index..<end]) else {
        text.append(html[index])
        index += 1
        continue
      }
      text += character.utf8
      index += length
    }
    position = end
  }

  /// The character references that templates and Markdown write.
  private static func reference(_ bytes: ArraySlice<UInt8>) -> (character: String, length: Int)? {
    references.first { bytes.starts(with: $0.written.utf8) }.map { ($0.character, $0.written.utf8.count) }
  }

  private static let references: [(written: String, character: String)] = [
    ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "), ("&shy;", ""),
  ]

  // MARK: Sections

  private mutating func beginHeading(_ level: UInt8, _ id: String?) {
    heading = (level, text.count, id ?? enclosingID, false)
  }

  /// The heading of the page itself begins no section, and ends what leads to it; one that no link can name begins none either.
  private mutating func endHeading(_ level: UInt8) {
    guard let begun = heading, begun.level == level else { return }
    heading = nil
    enclosingID = nil
    if level == 1, sections.count == 1 { text.removeAll(keepingCapacity: true) }
    guard level > 1, !begun.leadsAway, let anchor = begun.anchor else { return }
    let title = String(decoding: text[begun.start...], as: UTF8.self).singleSpaced
    text.removeLast(text.count - begun.start)
    endSection()
    sections.append(SearchPage.Section(heading: title, anchor: anchor, text: ""))
  }

  private mutating func endSection() {
    sections[sections.count - 1].text += String(decoding: text, as: UTF8.self)
    text.removeAll(keepingCapacity: true)
  }

  // MARK: Tags

  private struct Tag {
    var name = ""
    var isEnd = false
    var id: String?
    var isLeftOut = false
    /// Whether it is a link to something that is not on the page.
    var leadsAway = false

    /// 1 to 6 for `h1` to `h6`.
    var headingLevel: UInt8? {
      let letters = Array(name.utf8)
      guard letters.count == 2, letters[0] == UInt8(ascii: "h"), (0x31...0x36).contains(letters[1]) else { return nil }
      return letters[1] - 0x30
    }
  }

  /// Reads from `<` to behind `>`.
  private mutating func readTag() -> Tag {
    var tag = Tag()
    position += 1
    if position < html.count, html[position] == UInt8(ascii: "/") {
      tag.isEnd = true
      position += 1
    }
    tag.name = readName().lowercased()
    while position < html.count, html[position] != UInt8(ascii: ">") {
      let name = readName()
      guard !name.isEmpty else {
        position += 1
        continue
      }
      if name == "hidden" || name == "data-no-search" { tag.isLeftOut = true }
      guard position + 1 < html.count, html[position] == UInt8(ascii: "=") else { continue }
      let quote = html[position + 1]
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { continue }
      let start = position + 2
      position = html[min(start, html.count)...].firstIndex(of: quote) ?? html.count
      if name == "id" { tag.id = String(decoding: html[start..<position], as: UTF8.self) }
      if name == "href" { tag.leadsAway = start < position && html[start] != UInt8(ascii: "#") }
      position = min(position + 1, html.count)
    }
    position = min(position + 1, html.count)
    return tag
  }

  private mutating func readName() -> String {
    let start = position
    while position < html.count, html[position].isPartOfName { position += 1 }
    return String(decoding: html[start..<position], as: UTF8.self)
  }

  /// Skips an element with all of the same name in it.
  private mutating func skip(to name: String) {
    var depth = 1
    while depth > 0, let next = html[position...].firstIndex(of: UInt8(ascii: "<")) {
      position = next
      let tag = readTag()
      if tag.name == name { depth += tag.isEnd ? -1 : 1 }
    }
    if depth > 0 { position = html.count }
  }
}

extension UInt8 {
  fileprivate var isPartOfName: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}

extension String {
  /// Without blanks at the ends, and with single ones between words.
  fileprivate var singleSpaced: String {
    unicodeScalars.split { $0.properties.isWhitespace }.map(String.init).joined(separator: " ")
  }
}
