import Bytes

/// What results show of a page: `[title, address, [heading, fragment, text, heading, fragment, text, …]]`.
enum ShownPage {
  /// Texts are cut here, in characters: what a result has room for, and some more, so that a match can be shown in its place.
  private static let longestText = 240

  static func json(of page: SearchPage) -> [UInt8] {
    let sections = page.sections.enumerated().flatMap { number, section in
      let lead = number == 0 ? lead(of: page, before: section) : ""
      return [section.heading, fragment(section.anchor), excerpt(lead + section.text)]
    }
    var buffer = ByteBuffer()
    buffer.append(.list([.text(page.title), .text(page.address), .list(sections.map(JSON.text))]))
    return buffer.bytes
  }

  /// The description, unless the text begins with it.
  private static func lead(of page: SearchPage, before section: SearchPage.Section) -> String {
    guard let description = page.description, !section.text.drop(while: \.isWhitespace).hasPrefix(description) else {
      return ""
    }
    return description + " "
  }

  private static func fragment(_ anchor: String) -> String {
    anchor.isEmpty ? "" : "#" + PercentEncoding.encode(path: anchor)
  }

  /// The first words of a text, with single blanks between them.
  ///
  /// A word without an end, such as a text in Chinese, is cut; of others only what is whole is shown.
  private static func excerpt(_ text: String) -> String {
    var excerpt: [UInt8] = []
    var length = 0
    var endOfWords = 0
    for byte in text.utf8 {
      guard byte > 0x20 else {
        if excerpt.isEmpty || excerpt.last == 0x20 { continue }
        endOfWords = excerpt.count
        excerpt.append(0x20)
        length += 1
        continue
      }
      let beginsScalar = byte & 0xC0 != 0x80
      if beginsScalar, length == longestText {
        return String(decoding: excerpt.prefix(endOfWords > 0 ? endOfWords : excerpt.count), as: UTF8.self) + "…"
      }
      excerpt.append(byte)
      if beginsScalar { length += 1 }
    }
    if excerpt.last == 0x20 { excerpt.removeLast() }
    return String(decoding: excerpt, as: UTF8.self)
  }
}
