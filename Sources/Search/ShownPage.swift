import Bytes

/// What results show of a page: `[title, address, [heading, anchor, text, heading, anchor, text, …]]`.
enum ShownPage {
  /// Texts are cut here, in characters: what a result has room for, and some more, so that a match can be shown in its place.
  private static let longestText = 320

  static func json(of page: SearchPage) -> [UInt8] {
    let lead = page.description.map { $0 + " " } ?? ""
    let sections = page.sections.enumerated().flatMap { number, section in
      [section.heading, section.anchor, excerpt((number == 0 ? lead : "") + section.text)]
    }
    var buffer = ByteBuffer()
    buffer.append(.list([.text(page.title), .text(page.address), .list(sections.map(JSON.text))]))
    return buffer.bytes
  }

  /// The first words of a text, with single blanks between them.
  private static func excerpt(_ text: String) -> String {
    var excerpt = ""
    var length = 0
    for word in text.unicodeScalars.split(whereSeparator: { $0.properties.isWhitespace }) {
      let room = longestText - length
      if word.count > room {
        // A word without an end, such as a text in Chinese, is cut; of others only what is whole is shown.
        if excerpt.isEmpty { excerpt.unicodeScalars.append(contentsOf: word.prefix(room)) }
        return excerpt + "…"
      }
      if !excerpt.isEmpty { excerpt.append(" ") }
      excerpt.unicodeScalars.append(contentsOf: word)
      length += word.count + 1
    }
    return excerpt
  }
}
