/// What an attribute's value means to a site.
enum AttributeMeaning: Equatable {
  /// A URL that the page leads to or loads.
  case url(isImage: Bool)
  /// The image candidates of a `srcset`.
  case candidates
  /// Declarations of CSS, which may load images.
  case style
  /// What `<meta http-equiv="refresh">` does: a delay, and the URL to go to.
  case refresh
  /// A name that a fragment may give.
  case anchor

  var isImage: Bool {
    switch self {
    case .url(let isImage): isImage
    case .candidates, .style: true
    case .refresh, .anchor: false
    }
  }

  /// Whether anything but white space stands beside the URLs.
  var hasOtherText: Bool {
    if case .url = self { false } else { true }
  }

  init?(_ attribute: TagScanner.Attribute) {
    let name = attribute.name
    func isOn(_ tag: String) -> Bool { attribute.tag.equalsIgnoringCase(tag) }
    if name.equalsIgnoringCase("href") || name.equalsIgnoringCase("xlink:href") {
      self = .url(isImage: isOn("image"))
    } else if ["src", "poster", "background"].contains(where: name.equalsIgnoringCase) {
      self = .url(isImage: true)
    } else if ["action", "formaction"].contains(where: name.equalsIgnoringCase)
      || name.equalsIgnoringCase("data") && isOn("object")
    {
      self = .url(isImage: false)
    } else if name.equalsIgnoringCase("srcset") || name.equalsIgnoringCase("imagesrcset") {
      self = .candidates
    } else if name.equalsIgnoringCase("style") {
      self = .style
    } else if name.equalsIgnoringCase("content"), isOn("meta") {
      self = .refresh
    } else if name.equalsIgnoringCase("id") || name.equalsIgnoringCase("name") && isOn("a") {
      self = .anchor
    } else {
      return nil
    }
  }

  /// Where the URLs of such a value stand in it, in their order.
  func urls(in html: ByteView, _ value: Range<Int>) -> [Range<Int>] {
    var scanner = AttributeURLs(html, value)
    switch self {
    case .url: return scanner.single()
    case .candidates: return scanner.candidates()
    case .style: return scanner.styleURLs()
    case .refresh: return scanner.refresh()
    case .anchor: return []
    }
  }
}

/// Finds the URLs in the value of an attribute of raw HTML, whose entities are as written.
private struct AttributeURLs {
  private let html: ByteView
  private let end: Int
  private var position: Int

  init(_ html: ByteView, _ value: Range<Int>) {
    self.html = html
    (position, end) = (value.lowerBound, value.upperBound)
  }

  /// The whole value without the white space that browsers strip (URL Standard, 4.4).
  func single() -> [Range<Int>] {
    var (start, end) = (position, end)
    while start < end, html[start] <= 0x20 { start += 1 }
    while end > start, html[end - 1] <= 0x20 { end -= 1 }
    return [start..<end]
  }

  /// URLs with descriptors, separated by commas (HTML Standard, "parse a srcset attribute").
  mutating func candidates() -> [Range<Int>] {
    var found: [Range<Int>] = []
    while position < end {
      skip { isSpace($0) || $0 == UInt8(ascii: ",") }
      let start = position
      skip { !isSpace($0) }
      var last = position
      while last > start, html[last - 1] == UInt8(ascii: ",") { last -= 1 }
      guard last > start else { continue }
      found.append(start..<last)
      if last == position { skip { $0 != UInt8(ascii: ",") } }
    }
    return found
  }

  /// What stands in `url(…)`, bare or quoted; neither data, which no style can run, nor what holds an escape of CSS.
  mutating func styleURLs() -> [Range<Int>] {
    var found: [Range<Int>] = []
    while position + 4 <= end {
      guard html[position..<position + 3].equalsIgnoringCase("url"), html[position + 3] == UInt8(ascii: "(") else {
        position += 1
        continue
      }
      position += 4
      skip(while: isSpace)
      let quote = readQuote()
      let start = position
      while position < end, quote.map({ !html.has($0, at: position) }) ?? !isEndOfBareURL { position += 1 }
      let url = html[start..<position]
      if !url.isEmpty, !url.has("data:", at: 0), url.offset(of: "\\") == nil { found.append(start..<position) }
    }
    return found
  }

  private var isEndOfBareURL: Bool { html[position] == UInt8(ascii: ")") || isSpace(html[position]) }

  /// The URL of `0; url=…` (HTML Standard, "shared declarative refresh steps").
  mutating func refresh() -> [Range<Int>] {
    skip(while: isSpace)
    skip { isDigit($0) || $0 == UInt8(ascii: ".") }
    skip { isSpace($0) || $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ",") }
    guard position + 3 < end, html[position..<position + 3].equalsIgnoringCase("url") else { return [] }
    position += 3
    skip(while: isSpace)
    guard position < end, html[position] == UInt8(ascii: "=") else { return [] }
    position += 1
    skip(while: isSpace)
    guard let quote = readQuote() else { return single() }
    let start = position
    while position < end, !html.has(quote, at: position) { position += 1 }
    return [start..<position]
  }

  /// Reads past a quotation mark, which may be an entity; how it is written, for the one that ends the text.
  private mutating func readQuote() -> String? {
    let quote = ["'", "\"", "&quot;", "&#34;", "&#39;", "&apos;"].first { html.has($0, at: position) }
    if let quote { position = min(position + quote.utf8.count, end) }
    return quote
  }

  private mutating func skip(while isIncluded: (UInt8) -> Bool) {
    while position < end, isIncluded(html[position]) { position += 1 }
  }
}
