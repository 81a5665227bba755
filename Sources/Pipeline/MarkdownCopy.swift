import Bytes
import Diagnostics
import Markdown
import SiteModel

/// The Markdown of a page for programs: its text under its title, with links that lead from where the copy lies.
///
/// A link to a page leads to that page's Markdown, where it has one. What the page includes stands in it.
struct MarkdownCopy {
  private let site: Site
  private let index: Int
  private let source: [UInt8]

  /// - Parameter source: the file of the page.
  init(of index: Int, in site: Site, source: [UInt8]) {
    self.site = site
    self.index = index
    self.source = source
  }

  var bytes: [UInt8] {
    let page = site.pages[index]
    let text = Document.text(of: source)
    var buffer = ByteBuffer(capacity: source.count + 256)
    if page.showsTitle { buffer.append("# \(MarkdownEscape.inline(page.title))\n\n") }
    if let document = page.document { append(Part(of: document, source, from: text.startIndex), to: &buffer) }
    return buffer.bytes
  }

  private func append(_ part: Part, to buffer: inout ByteBuffer) {
    var copied = part.start
    for (range, text) in replacements(in: part) where range.lowerBound >= copied {
      buffer.append(part.bytes[copied..<range.lowerBound])
      buffer.append(text)
      copied = range.upperBound
    }
    buffer.append(part.bytes[copied...])
  }

  /// Where a part names pages and files of the site, and what leads there; and what it includes.
  ///
  /// A definition stands for all links that use it.
  private func replacements(in part: Part) -> [(range: Range<Int>, text: String)] {
    let page = site.pages[index]
    let links = page.document?.article.links ?? []
    let targets = site.links.links[index]
    let root = site.settings.baseURL ?? SitePath.rootPrefix(page.markdownPath ?? "")
    let found = part.links.flatMap { number -> [(range: Range<Int>, text: String)] in
      let link = links[number]
      guard let target = targets[number], let address = target.markdownHref(in: site, root: root),
        let range = part.range(of: link)
      else { return [] }
      let title = MarkdownEscape.inline(target.title(in: site) ?? "")
      if link.kind == .wiki { return part.wikiLink(around: range, title: title, address: address) }
      let needsTitle = link.title != nil && part.bytes[..<range.lowerBound].hasSuffix("[](")
      return (needsTitle ? [(range.lowerBound - 2..<range.lowerBound - 2, title)] : []) + [(range, address)]
    }
    let included = part.inclusions.compactMap { inclusion in
      part.range(of: inclusion.span).map { ($0, text(of: inclusion, behind: part.startOfLine(at: $0))) }
    }
    return (found + included).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// What takes the place of an include, each line behind the markers of the blocks that the include stands in.
  private func text(of inclusion: Inclusion, behind line: ArraySlice<UInt8>) -> String {
    var buffer = ByteBuffer()
    if let info = inclusion.info { buffer.append("```\(info)\n") }
    append(Part(of: inclusion), to: &buffer)
    if inclusion.info != nil { buffer.append("```\n") }
    let markers = String(decoding: line.map { $0 == UInt8(ascii: ">") || $0 == 0x09 ? $0 : 0x20 }, as: UTF8.self)
    let lines = buffer.text.split(separator: "\n", omittingEmptySubsequences: false)
    return (lines.last?.isEmpty == true ? lines.dropLast() : lines).joined(separator: "\n" + markers)
  }
}

/// A page's file, or what it includes of another one.
private struct Part {
  let bytes: [UInt8]
  /// Where the part begins in the bytes.
  let start: Int
  let links: Range<Int>
  let inclusions: [Inclusion]
  private let path: String
  private let lines: LineIndex
  /// Numbers in the file of the lines, ascending; nil where they are those of the bytes.
  private let numbers: [Int]?

  init(of document: Document, _ source: [UInt8], from start: Int) {
    (bytes, self.start, path) = (source, start, document.displayPath)
    links = document.article.links.indices
    inclusions = document.article.inclusions
    lines = LineIndex(source)
    numbers = nil
  }

  init(of inclusion: Inclusion) {
    (bytes, start, path) = (inclusion.text, 0, inclusion.path)
    links = inclusion.links
    inclusions = inclusion.inclusions
    lines = LineIndex(inclusion.text)
    numbers = inclusion.lineNumbers
  }

  /// Where a destination stands letter for letter, which is wherever no entity and no backslash is in it.
  func range(of link: Link) -> Range<Int>? {
    guard let range = range(of: link.span), bytes[range].elementsEqual(link.destination.utf8) else { return nil }
    return range
  }

  func range(of span: SourceSpan) -> Range<Int>? {
    guard span.path == path, let line = numbers.map({ $0.firstIndex(of: span.line).map { $0 + 1 } }) ?? span.line else {
      return nil
    }
    let start = lines.range(ofLine: line).lowerBound + span.column - 1
    let end = start + span.length
    return end <= bytes.count ? start..<end : nil
  }

  /// What stands before a place on its line.
  func startOfLine(at range: Range<Int>) -> ArraySlice<UInt8> {
    bytes[range.lowerBound - lines.position(of: range.lowerBound).column + 1..<range.lowerBound]
  }

  /// `[[target|text]]` as a link that any reader of Markdown knows.
  func wikiLink(around target: Range<Int>, title: String, address: String) -> [(range: Range<Int>, text: String)] {
    guard bytes[..<target.lowerBound].hasSuffix("[["),
      let close = bytes[target.upperBound...].firstIndex(of: UInt8(ascii: "]"))
    else { return [] }
    let label = bytes[target.upperBound..<close].drop { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "\\") }
    let text = label.isEmpty ? title : String(decoding: label, as: UTF8.self)
    return [(target.lowerBound - 2..<min(close + 2, bytes.count), "[\(text)](\(address))")]
  }
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { unsafe suffix($0.count).elementsEqual($0) }
  }
}
