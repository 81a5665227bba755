import Markdown

/// What a site answers: every address below its root, with the anchors that others may link to.
///
/// Each build publishes it, so that a later one can tell what would be gone.
package struct PublicAddresses: APIRecord {
  /// The anchors by address, in order; an address has no leading slash, and that of the home page is empty.
  package let anchors: [String: [String]]

  package init(anchors: [String: [String]]) { self.anchors = anchors }

  /// Pages, redirects and files, less what the theme brings and what follows from pages, such as their Markdown and their tags.
  package init(of site: Site) {
    var anchors: [String: [String]] = [:]
    for page in site.pages where !page.isNotFoundPage && page.plan?.isListed ?? true {
      anchors[page.sitePath] = page.lastingAnchors.sorted()
    }
    for address in site.redirects.map(\.sitePath) + site.files + site.plannedFiles.map(\.path) {
      anchors[address] = []
    }
    self.anchors = anchors
  }

  package static let file = APIFile("urls", title: "All addresses with their anchors") { PublicAddresses(of: $0.site) }

  package static let shape = APIShape<PublicAddresses>(
    "urls", [APIField("urls", "The ids on each page by its path below the root.") { $0.anchors }])
}

extension Page {
  /// The ids on the page that stay with what they name.
  fileprivate var lastingAnchors: Set<String> {
    anchors.subtracting(document?.article.countedAnchors ?? [])
  }
}
