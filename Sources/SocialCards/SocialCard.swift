import Bytes

/// What the picture of a page says, which social networks and chats show beside a link to it.
package struct SocialCard: Sendable, Hashable {
  package let site: String
  /// The part of the site that the page belongs to; nil for none.
  package let section: String?
  package let title: String

  /// In pixels, as Open Graph's readers want it.
  package static let (width, height) = (1200, 630)

  package init(site: String, section: String?, title: String) {
    self.site = SocialCard.line(site)
    self.section = section.map(SocialCard.line)
    self.title = SocialCard.line(title)
  }

  /// On one line, and not longer than any card has room for.
  private static func line(_ text: String) -> String {
    text.prefix(300).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// What tells a card from others, and from those that another version of this file draws.
  var key: String { ["1", site, section ?? "", title].joined(separator: "\0") }
}

/// Where the parts of a card stand, and its colours as `0xRRGGBB`.
enum CardDesign {
  static let margin = 88
  static let textWidth = SocialCard.width - 2 * margin
  static let bar = 16
  static let siteTop = 76
  static let sectionTop = 236
  static let titleTop = 290
  static let (siteSize, sectionSize, titleSize) = (34, 34, 72)
  static let titleLines = 3

  static let background: UInt32 = 0x0F1B2D
  static let text: UInt32 = 0xFFFFFF
  static let accent: UInt32 = 0x7CC4FF
}
