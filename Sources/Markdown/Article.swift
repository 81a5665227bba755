package import Bytes
package import Diagnostics

/// A rendered text: its HTML with the places of its link URLs, and what a site needs to know of it.
package struct Article: Sendable {
  /// Complete, valid HTML as written; the link URLs stand in it at `Link.range`.
  package var html: [UInt8] = []
  /// In the order of their ranges, which do not overlap.
  package var links: [Link] = []
  package var headings: [Heading] = []
  /// The plain text, cut at the headings.
  package var sections: [Section] = []
  /// What a fragment may name: heading ids, footnote ids, and `id` and `name` of raw HTML.
  package var anchors: Set<String> = []

  package init() {}

  /// Appends the HTML with link URLs replaced, in one copying pass.
  ///
  /// - Parameter replacements: one unescaped URL for each of `links`; nil keeps what was written.
  package func write(to buffer: inout ByteBuffer, replacing replacements: [String?]) {
    var copied = 0
    for (link, replacement) in zip(links, replacements) {
      guard let replacement else { continue }
      buffer.append(html[copied..<link.range.lowerBound])
      buffer.append(replacement, escaping: .attribute)
      copied = link.range.upperBound
    }
    buffer.append(html[copied...])
  }
}

/// One URL in an article.
package struct Link: Sendable {
  /// Where the URL stands.
  package enum Kind: Sendable {
    /// A Markdown link, an autolink or a bare URL.
    case link
    /// A Markdown image.
    case image
    /// An attribute of raw HTML.
    case rawHTML
  }

  package let kind: Kind
  /// The URL reference, with backslash escapes and entities decoded; percent-encoding is as written.
  package let destination: String
  /// The escaped URL in `Article.html`.
  package let range: Range<Int>
  /// The destination in the source file; of a reference link, in the definition.
  package let span: SourceSpan
}

/// A heading of an article.
package struct Heading: Sendable {
  /// 1 to 6.
  package let level: Int
  /// The id of its element, unique in the article.
  package let id: String
  /// The plain text, with the alternative text of images.
  package let text: String
  /// Inline HTML without links, footnote references, raw HTML, images or ids, for a table of contents.
  package let html: [UInt8]
  /// One-based line in the source file.
  package let line: Int
}

/// The plain text between two headings.
package struct Section: Sendable {
  /// Index into the article's headings; nil for what comes before the first.
  package let heading: Int?
  /// Blocks end with a line feed; code is included, markup is not.
  package let text: String
}
