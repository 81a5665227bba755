import Bytes
package import Diagnostics
import Markdown

/// Where a link leads, once it is known to lead somewhere.
package struct LinkTarget: Sendable {
  enum Place: Sendable {
    case page(Int)
    case file(String)
    /// A redirect's destination: a URL reference from the root of the site, or a full URL.
    case redirect(String)
    case external
  }

  let place: Place
  /// Query and fragment, with their marks.
  let suffix: String
  /// What an entity or a term is called.
  var title: String?
  /// What a term means.
  package var definition: String?

  var isInside: Bool {
    if case .external = place { false } else { true }
  }

  /// The page that the link leads to, if it leads to one.
  package var page: Int? {
    if case .page(let index) = place { index } else { nil }
  }

  /// The content path of the file that the link leads to, if it leads to one.
  package var file: String? {
    if case .file(let path) = place { path } else { nil }
  }

  /// The URL reference to write; nil for a link that stays as it is written.
  package func href(in site: Site, root: String) -> String? {
    switch place {
    case .page(let index): site.pages[index].href(root: root, suffix: suffix)
    case .file(let path): root + PercentEncoding.encode(path: path) + suffix
    case .redirect(let target): Reference(target) == nil ? target : root + LinkTarget.joined(target, suffix)
    case .external: nil
    }
  }

  /// The URL reference to write into Markdown, which leads to the Markdown of a page where it has one.
  package func markdownHref(in site: Site, root: String) -> String? {
    let markdown = page.flatMap { site.pages[$0].markdownHref(root: root) }.map { $0 + suffix }
    return (markdown ?? href(in: site, root: root))?.asMarkdownDestination
  }

  /// What the target is called: an entity or term by its name, a heading by its text, a page by its title, a file by its
  /// name; nil for what is outside of the site.
  package func title(in site: Site) -> String? {
    if let title { return title }
    switch place {
    case .page(let index):
      let id = suffix.hasPrefix("#") ? PercentEncoding.decode(String(suffix.dropFirst())) : nil
      return site.pages[index].document?.article.headings.first { $0.id == id }?.text ?? site.pages[index].title
    case .file(let path): return ContentPath.name(of: path)
    case .redirect, .external: return nil
    }
  }

  /// A redirect's destination with what was written behind its address; its own fragment counts (RFC 9110, section 10.2.2).
  static func joined(_ target: String, _ suffix: String) -> String { target.contains("#") ? target : target + suffix }
}

extension LinkTarget {
  /// The target as templates show it; nil for one outside the site.
  func link(in site: Site, root: String) -> PageLink? {
    let title = page.map { site.pages[$0].title } ?? ""
    return href(in: site, root: root).map { PageLink(title: title, href: $0) }
  }
}

extension String {
  /// A URL reference as it may stand in the parentheses of a Markdown link, which end with the first that is not opened.
  package var asMarkdownDestination: String {
    guard utf8.contains(where: { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") }) else { return self }
    return replacing("(", with: "%28").replacing(")", with: "%29")
  }
}

/// A link that leads nowhere, and what is known about why.
package struct LinkFailure: Sendable {
  package enum Reason: Sendable {
    /// Nothing of that name; `nearest` are references that would resolve, best first.
    case notFound(nearest: [String])
    /// The page is there, the anchor is not; `nearest` are anchors that are.
    case noAnchor(page: String, nearest: [String])
    /// The path exists in another letter case: `right` is a reference that would resolve.
    case letterCase(right: String)
    /// The path leads above the content folder.
    case outsideRoot
    case draft
    /// A YAML file that is read and not published.
    case source
    /// A reference such as `capability:secrets` to an entity that there is not; `nearest` are some that there are.
    case noEntity(nearest: [String])
    /// A term that no glossary defines.
    case noTerm(nearest: [String], hasGlossary: Bool)
  }

  package let destination: String
  package let span: SourceSpan
  package let isImage: Bool
  package let reason: Reason
}

/// All links of the site, resolved: by page, in the order of the page's article and of its plan's references.
package struct LinkGraph: Sendable {
  /// For each page, one target per link of its article; nil where it failed.
  package let links: [[LinkTarget?]]
  /// For each page, one target per reference of its plan; nil where it failed.
  package let references: [[LinkTarget?]]
  /// All that failed, in the order of the pages.
  package let failures: [LinkFailure]

  /// Joins what was found page by page.
  package init(_ pages: [PageLinks]) {
    links = pages.map(\.links)
    references = pages.map(\.references)
    failures = pages.flatMap(\.failures)
  }
}

/// The links of one page, resolved.
package struct PageLinks: Sendable {
  var links: [LinkTarget?] = []
  var references: [LinkTarget?] = []
  var failures: [LinkFailure] = []
}
