import Bytes
import Diagnostics
import Markdown
import SiteModel

/// The Markdown of a page for programs: its text under its title, with links that lead from where the copy lies.
///
/// A link to a page leads to that page's Markdown, where it has one.
struct MarkdownCopy {
  private let site: Site
  private let index: Int
  private let source: [UInt8]
  private let lines: LineIndex

  /// - Parameter source: the file of the page.
  init(of index: Int, in site: Site, source: [UInt8]) {
    self.site = site
    self.index = index
    self.source = source
    lines = LineIndex(source)
  }

  var bytes: [UInt8] {
    let page = site.pages[index]
    let text = Document.text(of: source)
    var buffer = ByteBuffer(capacity: source.count + 256)
    if page.showsTitle { buffer.append("# \(MarkdownEscape.inline(page.title))\n\n") }
    var copied = text.startIndex
    for (range, text) in replacements where range.lowerBound >= copied {
      buffer.append(source[copied..<range.lowerBound])
      buffer.append(text)
      copied = range.upperBound
    }
    buffer.append(source[copied..<text.endIndex])
    return buffer.bytes
  }

  /// Where the text names pages and files of the site, and what leads there; a definition stands for all links that use it.
  private var replacements: [(range: Range<Int>, text: String)] {
    let page = site.pages[index]
    let links = page.document?.article.links ?? []
    let root = site.settings.baseURL ?? SitePath.rootPrefix(page.markdownPath ?? "")
    let found = zip(links, site.links.links[index]).flatMap { link, target -> [(range: Range<Int>, text: String)] in
      guard let target, let address = target.markdownHref(in: site, root: root), let range = range(of: link) else {
        return []
      }
      let title = MarkdownEscape.inline(target.title(in: site) ?? "")
      if link.kind == .wiki { return wikiLink(around: range, title: title, address: address) }
      let needsTitle = link.title != nil && source[..<range.lowerBound].hasSuffix("[](")
      return (needsTitle ? [(range.lowerBound - 2..<range.lowerBound - 2, title)] : []) + [(range, address)]
    }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// `[[target|text]]` as a link that any reader of Markdown knows.
  private func wikiLink(around target: Range<Int>, title: String, address: String) -> [(
    range: Range<Int>, text: String
  )] {
    guard source[..<target.lowerBound].hasSuffix("[["),
      let close = source[target.upperBound...].firstIndex(of: UInt8(ascii: "]"))
    else { return [] }
    let label = source[target.upperBound..<close].drop { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "\\") }
    let text = label.isEmpty ? title : String(decoding: label, as: UTF8.self)
    return [(target.lowerBound - 2..<min(close + 2, source.count), "[\(text)](\(address))")]
  }

  /// Where a destination stands letter for letter, which is wherever no entity and no backslash is in it.
  private func range(of link: Link) -> Range<Int>? {
    let line = lines.range(ofLine: link.span.line)
    let start = line.lowerBound + link.span.column - 1
    let end = start + link.span.length
    guard end <= source.count, source[start..<end].elementsEqual(link.destination.utf8) else { return nil }
    return start..<end
  }
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { unsafe suffix($0.count).elementsEqual($0) }
  }
}
