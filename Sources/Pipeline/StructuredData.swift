import Bytes
import SiteModel
import Templates

/// What a page is and where it stands, for search engines (<https://schema.org>): a `TechArticle`, or the `WebSite` on its home
/// page, and the `BreadcrumbList` above it.
///
/// It wants full addresses, so there is none without a base URL.
struct StructuredData {
  private let context: PageContext

  init(_ context: PageContext) { self.context = context }

  /// JSON as it may stand in a `<script>`, which is data there and run by nobody; nil for none.
  var fragment: Fragment? {
    guard let baseURL = context.site.settings.baseURL, let address = context.canonical, !context.page.isNotFoundPage
    else { return nil }
    let thing = context.page.isHome ? webSite(baseURL) : article(address, baseURL)
    let trail = trail(to: address, baseURL)
    var buffer = ByteBuffer(capacity: 1_024)
    buffer.append(["@context": "https://schema.org", "@graph": .list(trail.map { [thing, $0] } ?? [thing])])
    let pieces = buffer.bytes.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false)
    return Fragment(Array(pieces.joined(separator: "\\u003c".utf8)))
  }

  private func webSite(_ baseURL: String) -> JSON {
    let settings = context.site.settings
    return [
      "@type": "WebSite", "name": .text(settings.title(in: context.page.language)), "url": .text(baseURL),
      "description": settings.description(in: context.page.language).map { .text($0) },
    ]
  }

  private func article(_ address: String, _ baseURL: String) -> JSON {
    let settings = context.site.settings
    return [
      "@type": "TechArticle", "headline": .text(context.page.title), "url": .text(address),
      "description": context.page.description.map { .text($0) }, "inLanguage": .text(context.page.language.tag.text),
      "image": context.card.map { .text($0.href) },
      "author": context.owner.map { ["@type": "Organization", "name": .text($0.name)] },
      "isPartOf": [
        "@type": "WebSite", "name": .text(settings.title(in: context.page.language)), "url": .text(baseURL),
      ],
    ]
  }

  /// Nil for a page at the top.
  ///
  /// A step without an address is left out, since the list wants one of each.
  private func trail(to address: String, _ baseURL: String) -> JSON? {
    let above = context.breadcrumbs(root: baseURL).compactMap { step in step.href.map { (step.title, $0) } }
    guard !above.isEmpty else { return nil }
    let steps = above + [(context.page.navigationTitle, address)]
    return [
      "@type": "BreadcrumbList",
      "itemListElement": .list(
        steps.enumerated().map { number, step in
          ["@type": "ListItem", "position": .integer(number + 1), "name": .text(step.0), "item": .text(step.1)]
        }),
    ]
  }
}

/// The picture of a page as layouts see it.
struct CardView: Sendable {
  /// With the site's base URL.
  let href: String
  let mediaType: String

  static let schema = Schema<CardView>("card", [.text("href") { $0.href }, .text("type") { $0.mediaType }])
}
