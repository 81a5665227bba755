import Bytes
import Platform
import SiteModel

/// A feed in the format JSON Feed 1.1 (<https://www.jsonfeed.org/version/1.1/>).
enum JSONFeed {
  static func plan(_ feed: Feed) -> FilePlan {
    let path = feed.path + ".json"
    return FilePlan(
      path: path, title: feed.title, format: "JSON Feed", mediaType: "application/feed+json", offeredBy: [feed.folder]
    ) { json(feed, path, PlanContext(site: $0, file: path)).file }
  }

  private static func json(_ feed: Feed, _ path: String, _ context: PlanContext) -> JSON {
    [
      "version": "https://jsonfeed.org/version/1.1",
      "title": .text("\(context.site.settings.title): \(feed.title)"),
      "home_page_url": context.link(folder: feed.folder).map { .text($0.href) },
      "feed_url": .text(context.href(file: path)),
      "language": .text(context.site.settings.language.text),
      "authors": [["name": .text(context.site.settings.title)]],
      "items": .list(feed.latest(context).map(json)),
    ]
  }

  private static func json(_ entry: FeedEntry) -> JSON {
    [
      "id": .text(entry.url),
      "url": .text(entry.url),
      "title": .text(entry.title),
      "summary": .text(entry.summary),
      "content_html": entry.content.map { .text(String(decoding: $0, as: UTF8.self)) },
      "content_text": entry.content == nil ? .text(entry.summary) : nil,
      "date_modified": .text(entry.updated.iso),
      "tags": .list(entry.tags.map { .text($0) }),
    ]
  }
}
