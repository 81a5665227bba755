/// What in an SVG acts or loads instead of being drawn, when somebody opens the file by its address.
package struct ActiveContent: Equatable, Sendable {
  package enum Kind: Sendable {
    case script
    /// An attribute such as `onload`.
    case handler
    /// Something that is loaded from another host.
    case external
    /// A declaration of an entity.
    case entity
  }

  package let kind: Kind
  /// Where the tag, style sheet or declaration begins in the file.
  package let offset: Int
  /// The name of the element or attribute.
  package let name: String

  /// The first of each kind in an SVG file, in the order of the file.
  package static func find(in file: [UInt8]) -> [ActiveContent] {
    var found: [ActiveContent] = []
    func add(_ kind: Kind, _ offset: Int, _ name: String) {
      if !found.contains(where: { $0.kind == kind }) {
        found.append(ActiveContent(kind: kind, offset: offset, name: name))
      }
    }
    var tags = MarkupScanner(file[...])
    while let tag = tags.next() {
      let element = tag.localName
      if element.lowercased() == "script" { add(.script, tag.offset, element) }
      for (name, value) in tag.attributes {
        if let kind = kind(of: name, value, on: element) {
          add(kind, tag.offset, String(decoding: name, as: UTF8.self))
        }
      }
    }
    if let entity = tags.entity { add(.entity, entity, "ENTITY") }
    for call in ["url(", "@import"] {
      if let range = externalCall(call, in: file) { add(.external, range, call) }
    }
    return found.sorted { $0.offset < $1.offset }
  }

  private static func kind(of name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>, on element: String) -> Kind? {
    let local = StartTag.localName(name).lowercased()
    if local.hasPrefix("on"), local.utf8.count > 2, name.count == local.utf8.count { return .handler }
    guard local == "href" || local == "src" else { return nil }
    let url = value.drop(while: \.isBlank)
    if url.startsIgnoringCase(with: "javascript:") { return .script }
    // A link is followed by a reader who chooses to; everything else is loaded.
    return element != "a" && isExternal(url) ? .external : nil
  }

  private static func isExternal(_ url: ArraySlice<UInt8>) -> Bool {
    ["http:", "https:", "//"].contains { url.startsIgnoringCase(with: $0) }
  }

  /// Where a style sheet, or the attribute of one, first loads something from another host.
  private static func externalCall(_ call: String, in file: [UInt8]) -> Int? {
    var rest = file[...]
    while let range = rest.firstRange(of: call.utf8) {
      rest = file[range.upperBound...]
      let quotes = " \t\n\r\"'(".utf8
      let url = rest.drop { quotes.contains($0) }
      if isExternal(url.starts(with: "url(".utf8) ? url.dropFirst(4).drop { quotes.contains($0) } : url) {
        return range.lowerBound
      }
    }
    return nil
  }
}

extension ArraySlice<UInt8> {
  /// Whether these begin with the letters of a text in lower case.
  func startsIgnoringCase(with text: String) -> Bool {
    prefix(text.utf8.count).lazy.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }.elementsEqual(text.utf8)
  }
}
