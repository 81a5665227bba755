import Bytes
import Diagnostics
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
  /// Whether it is written as a full URL, which stays.
  var isFullURL = false
  /// Whether the page has left the address that was linked to.
  var isMoved = false

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
    case _ where isFullURL: nil
    case .page(let index): site.pages[index].href(root: root, suffix: suffix)
    case .file(let path): root + PercentEncoding.encode(path: path) + suffix
    case .redirect(let target): Reference(target) == nil ? target : root + LinkTarget.joined(target, suffix)
    case .external: nil
    }
  }

  /// The URL reference to write into Markdown, which leads to the Markdown of a page where it has one.
  package func markdownHref(in site: Site, root: String) -> String? {
    let markdown = isFullURL ? nil : page.flatMap { site.pages[$0].markdownHref(root: root) }.map { $0 + suffix }
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

/// All links of the site, resolved: by page, in the order of the page's article and of its plan's references.
package struct LinkGraph: Sendable {
  /// For each page, one target per link of its article; nil where it failed.
  package let links: [[LinkTarget?]]
  /// For each page, one target per reference of its plan; nil where it failed.
  package let references: [[LinkTarget?]]
  /// All that failed or leads by a detour, in the order of the pages.
  package let failures: [LinkFailure]

  /// No links at all.
  init() { (links, references, failures) = ([], [], []) }

  /// Joins what was found page by page.
  package init(_ pages: [PageLinks], of site: Site) {
    links = pages.map(\.links)
    references = pages.map(\.references)
    let failed = pages.flatMap(\.failures)
    guard !failed.isEmpty else {
      failures = []
      return
    }
    var advisor = LinkAdvisor(site)
    failures = failed.map { advisor.advice(on: $0) }
  }
}

/// The links of one page, resolved.
package struct PageLinks: Sendable {
  var links: [LinkTarget?] = []
  var references: [LinkTarget?] = []
  var failures: [UnresolvedLink] = []
}
