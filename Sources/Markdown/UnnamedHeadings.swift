import Bytes

extension Article {
  /// The ids that GitHub gives to headings which are written as HTML and have none.
  package var unnamedHeadingIDs: Set<String> {
    var ids: Set<String> = []
    var text: [UInt8]?
    for piece in html.split(separator: UInt8(ascii: "<")) {
      let tag = piece.prefix { $0 != UInt8(ascii: ">") }
      if tag.isHeading {
        text = tag.hasID ? nil : []
      } else if tag.first == UInt8(ascii: "/"), tag.dropFirst().isHeading, let written = text {
        ids.insert(Slug.github(unsafe written.withUnsafeBufferPointer { unsafe Entities.decode(ByteView($0)) }))
        text = nil
      }
      text?.append(contentsOf: piece[tag.endIndex...].dropFirst())
    }
    return ids
  }
}

extension ArraySlice<UInt8> {
  /// Whether a tag without its brackets is `h1` to `h6`.
  fileprivate var isHeading: Bool {
    guard count >= 2, self[startIndex] | 0x20 == UInt8(ascii: "h") else { return false }
    let level = self[startIndex + 1]
    return (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(level) && dropFirst(2).first.map(isSpace) ?? true
  }

  fileprivate var hasID: Bool {
    split(whereSeparator: isSpace).dropFirst().contains {
      String(decoding: $0.prefix(3), as: UTF8.self).lowercased() == "id="
    }
  }
}
