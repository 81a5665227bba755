import Bytes
import Platform
import SiteModel

/// A feed in the format Atom (RFC 4287).
enum AtomFeed {
  static func plan(_ feed: Feed) -> FilePlan {
    let path = feed.path + ".xml"
    return FilePlan(
      path: path, title: feed.title, format: "Atom", mediaType: "application/atom+xml", offeredBy: [feed.folder]
    ) { site in
      let context = PlanContext(site: site, file: path)
      var buffer = ByteBuffer()
      buffer.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
      buffer.append("<feed xmlns=\"http://www.w3.org/2005/Atom\">\n")
      write(feed, path, context, to: &buffer)
      buffer.append("</feed>\n")
      return buffer.bytes
    }
  }

  private static func write(_ feed: Feed, _ path: String, _ context: PlanContext, to buffer: inout ByteBuffer) {
    let entries = feed.latest(context)
    let page = context.link(folder: feed.folder)?.href ?? context.href(file: "")
    buffer.element("id", context.href(file: path))
    buffer.element("title", "\(context.site.settings.title): \(feed.title)")
    buffer.element("updated", (entries.first?.updated ?? Instant(startOf: context.asOf)).iso)
    buffer.append("<author>")
    buffer.element("name", context.site.settings.title)
    buffer.append("</author>\n")
    buffer.link("self", context.href(file: path), type: "application/atom+xml")
    buffer.link("alternate", page, type: "text/html")
    for entry in entries { write(entry, to: &buffer) }
  }

  private static func write(_ entry: FeedEntry, to buffer: inout ByteBuffer) {
    buffer.append("<entry>\n")
    buffer.element("id", entry.url)
    buffer.element("title", entry.title)
    buffer.element("updated", entry.updated.iso)
    buffer.link("alternate", entry.url, type: "text/html")
    for tag in entry.tags {
      buffer.append("<category term=\"")
      buffer.append(tag, escaping: .xml)
      buffer.append("\"/>\n")
    }
    buffer.element("summary", entry.summary)
    if let content = entry.content {
      buffer.append("<content type=\"html\" xml:base=\"")
      buffer.append(entry.url, escaping: .xml)
      buffer.append("\">")
      buffer.append(content, escaping: .xml)
      buffer.append("</content>\n")
    }
    buffer.append("</entry>\n")
  }
}

extension ByteBuffer {
  fileprivate mutating func element(_ name: String, _ text: String) {
    append("<\(name)>")
    append(text, escaping: .xml)
    append("</\(name)>\n")
  }

  fileprivate mutating func link(_ relation: String, _ url: String, type: String) {
    append("<link rel=\"\(relation)\" type=\"\(type)\" href=\"")
    append(url, escaping: .xml)
    append("\"/>\n")
  }
}
