package import Bytes
package import Diagnostics

/// A rendered text: its HTML with the places of its link URLs and embeds, and what a site needs to know of it.
package struct Article: Sendable {
  /// Complete, valid HTML as written; the link URLs stand in it at `Link.range`, the embeds at `Embed.range`.
  package var html: [UInt8] = []
  /// In the order of their ranges, which do not overlap.
  package var links: [Link] = []
  /// In the order of their ranges, which overlap neither one another nor anything of the links.
  package var embeds: [Embed] = []
  package var headings: [Heading] = []
  /// The plain text, cut at the headings.
  package var sections: [Section] = []
  /// The terms of definition lists, in their order.
  package var definitions: [DefinedTerm] = []
  /// What a fragment may name: heading ids, footnote ids, and `id` and `name` of raw HTML.
  package var anchors: Set<String> = []
  /// Those of `anchors` that count footnotes and tabs, and so name others when the text changes.
  package var countedAnchors: Set<String> = []
  /// The parts of the text that stand in other files, in its order: a change there is a change of the article.
  package var inclusions: [Inclusion] = []
  /// Markdown files that constructs of other languages name, as `{% include 'a.md' %}` does; they are not run, so nothing is known
  /// of what becomes of them.
  package var foreignFiles: Set<String> = []
  /// The comments by which findings are left out, in the files that they stand in.
  package var ignores: [IgnoreComment] = []
  /// Whether it holds a block of code, or code in a line with its colours.
  package var hasCode = false
  /// How the text is written; nil where the options ask for none of it.
  package var prose: Prose?

  package init() {}

  /// Appends the HTML with what stands in the places of links and embeds, in one copying pass.
  ///
  /// - Parameters:
  ///   - fillings: one for each of `links`.
  ///   - fragments: HTML for each of `embeds`; nil keeps what was written.
  package func write(to buffer: inout ByteBuffer, links fillings: [LinkFilling], embeds fragments: [[UInt8]?]) {
    var pieces: [(range: Range<Int>, content: Piece)] = []
    func add(_ text: String?, at range: Range<Int>?) {
      if let text, let range { pieces.append((range, .text(text))) }
    }
    for (link, filling) in zip(links, fillings) {
      add(filling.url, at: link.range)
      if let attributes = filling.attributes {
        // They come behind the quotation mark that ends the URL.
        pieces.append((link.range.upperBound + 1..<link.range.upperBound + 1, .markup(attributes)))
      }
      add(filling.title, at: link.title)
      add(filling.definition, at: link.definition)
    }
    for (embed, fragment) in zip(embeds, fragments) {
      if let fragment { pieces.append((embed.range, .html(fragment))) }
    }
    pieces.sort { $0.range.lowerBound < $1.range.lowerBound }
    var copied = 0
    for (range, content) in pieces {
      buffer.append(html[copied..<range.lowerBound])
      switch content {
      case .text(let text): buffer.append(text, escaping: .attribute)
      case .markup(let text): buffer.append(text)
      case .html(let bytes): buffer.append(bytes)
      }
      copied = range.upperBound
    }
    buffer.append(html[copied...])
  }

  /// What takes the place of a part of the HTML.
  private enum Piece {
    case text(String)
    case markup(String)
    case html([UInt8])
  }
}

/// What takes the places of a link; nil keeps what was written.
package struct LinkFilling: Sendable {
  /// An unescaped URL.
  package var url: String?
  /// What the target is called.
  package var title: String?
  /// What a term means.
  package var definition: String?
  /// HTML that stands behind the URL of an image, each attribute with a blank before it.
  package var attributes: String?

  package init(url: String? = nil, title: String? = nil, definition: String? = nil, attributes: String? = nil) {
    self.url = url
    self.title = title
    self.definition = definition
    self.attributes = attributes
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

  /// What an author left of an image's size to its file.
  package enum Sizing: Sendable {
    case all
    /// The height for a width, in pixels.
    case height(width: Int)
    /// The width for a height.
    case width(height: Int)
    case nothing
  }

  package let kind: Kind
  /// The URL reference, with backslash escapes and entities decoded; percent-encoding is as written.
  package let destination: String
  /// The content folder that the destination starts from; nil for that of the page.
  package internal(set) var folder: String?
  /// The escaped URL in `Article.html`.
  package let range: Range<Int>
  /// The destination in the source file; of a reference link, in the definition.
  package internal(set) var span: SourceSpan
  /// What the title of the target takes the place of in `Article.html`: nothing in a link without text, or the name in a
  /// `[[name]]`; nil for a link with a text of its own.
  package internal(set) var title: Range<Int>?
  /// Where in `Article.html` the definition goes that a link to a term shows.
  package internal(set) var definition: Range<Int>?
  /// Of an image.
  package internal(set) var sizing = Sizing.nothing
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

/// A term of a definition list.
package struct DefinedTerm: Sendable {
  /// The plain text.
  package let term: String
  /// The id of its element.
  package let id: String
  /// The first line of the first definition, as plain text.
  package internal(set) var text = ""
}

/// The plain text between two headings.
package struct Section: Sendable {
  /// Index into the article's headings; nil for what comes before the first.
  package let heading: Int?
  /// Blocks end with a line feed; code is included, markup is not.
  package let text: String
}
