import Bytes
import SiteModel
import SocialCards

/// The pictures of the pages, which chats and social networks show beside a link.
struct PageCards: Sendable {
  private let painter: CardPainter
  private let site: Site
  let mediaType: String

  init(of site: Site, painter: CardPainter) {
    self.site = site
    self.painter = painter
    mediaType = painter.mediaType
  }

  /// Where the picture of a page lies below the root; nil for the error page, to which nobody links.
  func path(ofPage index: Int) -> String? { card(ofPage: index).map(path) }

  /// One for each picture, which pages of one title share.
  var outputs: [Output] {
    var seen: Set<SocialCard> = []
    return site.pages.indices.compactMap(card).filter { seen.insert($0).inserted }.map {
      Output(path: path(of: $0), content: .card($0))
    }
  }

  func bytes(of card: SocialCard) -> [UInt8] { painter.bytes(of: card) }

  private func path(of card: SocialCard) -> String { "cards/" + painter.fileName(of: card) }

  private func card(ofPage index: Int) -> SocialCard? {
    let page = site.pages[index]
    guard !page.isNotFoundPage else { return nil }
    return SocialCard(
      site: site.settings.title(in: page.language), section: site.section(ofPage: index), title: page.title)
  }
}

extension Site {
  /// The part of the site that a page belongs to, by its name in the navigation; nil for that part itself, and outside of it.
  fileprivate func section(ofPage index: Int) -> String? {
    let navigation = navigation(of: pages[index])
    guard let node = navigation.nodeOfPage[index], let first = navigation.ancestors(of: node).first else { return nil }
    return navigation.nodes[first].title
  }
}
