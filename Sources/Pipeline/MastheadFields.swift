import Bytes
import Images
import SiteModel
import Templates

/// The logo, the links of the header and the announcement as layouts see them.
extension PageContext {
  static let mastheadFields: [Field<PageContext>] = [
    .record("logo", logoSchema) { context in context.site.masthead.logo.map { (path: $0, context: context) } },
    .list("links", headerLinkSchema) { $0.site.settings.headerLinks },
    .record("announcement", announcementSchema) { context in
      context.site.masthead.announcement.map { (announcement: $0, context: context) }
    },
  ]

  /// In CSS pixels; the width follows from the size of the file, so that nothing moves when it has loaded.
  private static let logoHeight = 28

  private static let logoSchema = Schema<(path: String, context: PageContext)>(
    "logo",
    [
      .text("href") { $0.context.root + PercentEncoding.encode(path: $0.path) },
      .text("width") { logo in
        logo.context.site.images[logo.path].map { String(max(1, $0.width * logoHeight / max(1, $0.height))) }
      },
      .text("height") { _ in String(logoHeight) },
    ])

  private static let headerLinkSchema = Schema<HeaderLink>(
    "header link", [.text("title") { $0.title }, .text("href") { $0.url }])

  private static let announcementSchema = Schema<(announcement: Masthead.Announcement, context: PageContext)>(
    "announcement",
    [
      .html("text") { $0.announcement.text },
      .text("href") { $0.announcement.href(in: $0.context.site, root: $0.context.root) },
    ])
}
