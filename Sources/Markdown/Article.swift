package import Bytes
package import Diagnostics

/// A rendered text: its HTML with the places of its link URLs and embeds, and what a site needs to know of it.
package struct Article: Sendable {
  /// Complete, valid HTML as written; the link URLs stand in it at `Link.range`, the embeds at `Embed.range`.
  package var html: [UInt8] = []
  /// In the order of their ranges, which do not overlap.
  package var links: [Link] = []
  /// In the order of their ranges, which overlap neither one another nor those of the links.
  package var embeds: [Embed] = []
  package var headings: [Heading] = []
  /// The plain text, cut at the headings.
  package var sections: [Section] = []
  /// What a fragment may name: heading ids, footnote ids, and `id` and `name` of raw HTML.
  package var anchors: Set<String> = []
  /// How the text is written; nil where the options ask for none of it.
  package var prose: Prose?

  package init() {}

  /// Appends the HTML with link URLs and embeds replaced, in one copying pass.
  ///
  /// - Parameters:
  ///   - urls: one unescaped URL for each of `links`; nil keeps what was written.
  ///   - fragments: HTML for each of `embeds`; nil keeps what was written.
  package func write(to buffer: inout ByteBuffer, replacing urls: [String?], embeds fragments: [[UInt8]?]) {
    var copied = 0
    var pending = zip(embeds, fragments).makeIterator()
    var nextEmbed = pending.next()
    func copy(before end: Int, to buffer: inout ByteBuffer) {
      while let (embed, fragment) = nextEmbed, embed.range.lowerBound < end {
        if let fragment {
          buffer.append(html[copied..<embed.range.lowerBound])
          buffer.append(fragment)
          copied = embed.range.upperBound
        }
        nextEmbed = pending.next()
      }
      buffer.append(html[copied..<end])
    }
    for (link, url) in zip(links, urls) {
      guard let url else { continue }
      copy(before: link.range.lowerBound, to: &buffer)
      buffer.append(url, escaping: .attribute)
      copied = link.range.upperBound
    }
    copy(before: html.count, to: &buffer)
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
    /// `[[…]]`, which may name a page by its title.
    case wiki
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
  /// Its first line in the source file, without what stands before the heading.
  package let span: SourceSpan
}

/// The plain text between two headings.
package struct Section: Sendable {
  /// Index into the article's headings; nil for what comes before the first.
  package let heading: Int?
  /// Blocks end with a line feed; code is included, markup is not.
  package let text: String
}
