import Bytes
import Diagnostics
import SiteModel
import Templates
import YAML

/// A page for each tag, with the pages that have it, and one that lists the tags.
///
/// Pages of the content at these addresses keep them, so that there are none then.
struct TagPages: PageSource {
  static let folder = "tags"

  /// The layouts of these pages; a theme may do without them.
  static let (layout, listLayout) = ("tag", "tags")

  /// The folder of a tag's page; tags that differ in letter case and punctuation alone share one.
  static func folder(of tag: String) -> String? {
    let slug = Slug.github(tag)
    return slug.isEmpty ? nil : ContentPath.join(folder, slug)
  }

  func claims(apiVersion: String, kind: String) -> Bool { false }

  var layouts: [LayoutField] {
    [
      LayoutField(layout: TagPages.layout, field: "tag", shape: TagView.schema.shape),
      LayoutField(layout: TagPages.listLayout, field: "tags", shape: TagList.schema.shape),
    ]
  }

  func plan(_ content: SourceContent, site: SiteSettings, asOf: CalendarDate) -> Outcome<SourcePlan> {
    let tags = Tag.all(in: content.pages)
    guard !tags.isEmpty, !content.pages.contains(where: { TagPages.isInTheWay($0.path) }) else {
      return Outcome(SourcePlan())
    }
    let list = page(TagPages.folder, title: "Tags", TagPages.listLayout) { context in
      TagList.schema.value(TagList(tags: tags.map { TagView(tag: $0, context: context) }))
    }
    let pages = tags.map { tag in
      page(TagPages.folder + "/" + tag.slug, title: Phrase(verbatim: tag.name), TagPages.layout) {
        TagView.schema.value(TagView(tag: tag, context: $0))
      }
    }
    return Outcome(SourcePlan(pages: [list] + pages))
  }

  private static func isInTheWay(_ path: String) -> Bool {
    ContentPath.isInside(path, folder: folder) || path == folder + ".md"
  }

  private func page(
    _ folder: String, title: Phrase, _ layout: String, data: @escaping @Sendable (PlanContext) -> Value
  ) -> PagePlan {
    var page = PagePlan(folder: folder, title: title, layout: layout, data: data)
    page.isListed = false
    return page
  }
}

/// A tag, and the content paths of the pages that have it.
private struct Tag: Sendable {
  let slug: String
  /// Of several spellings the first in alphabetical order.
  var name: String
  var pages: [String]

  /// All tags of the pages that readers are meant to find, in alphabetical order.
  static func all(in pages: [Document]) -> [Tag] {
    var tags: [String: Tag] = [:]
    for page in pages where !page.frontMatter.isHidden {
      for name in page.frontMatter.tags {
        let slug = Slug.github(name)
        guard !slug.isEmpty else { continue }
        tags[slug, default: Tag(slug: slug, name: name, pages: [])].add(page.path, spelling: name)
      }
    }
    return tags.values.sorted { $0.slug < $1.slug }
  }

  private mutating func add(_ page: String, spelling: String) {
    guard pages.last != page else { return }
    pages.append(page)
    name = min(name, spelling)
  }
}

/// A tag as seen from a page.
private struct TagView: Sendable {
  let tag: Tag
  let context: PlanContext

  static let schema = Schema<TagView>(
    "tag",
    [
      .text("title") { $0.tag.name },
      .text("href") { view in view.context.link(folder: TagPages.folder + "/" + view.tag.slug)?.href },
      .text("count") { String($0.tag.pages.count) },
      .list("pages", PageLink.schema) { view in view.tag.pages.compactMap { view.context.link(document: $0) } },
    ])
}

private struct TagList: Sendable {
  let tags: [TagView]

  static let schema = Schema<TagList>("tags", [.list("all", TagView.schema) { $0.tags }])
}

/// A tag as a page that has it shows it.
struct TagEntry: Sendable {
  let title: String
  /// Nil where the tag has no page.
  let href: String?

  static let schema = Schema<TagEntry>("tag entry", [.text("title") { $0.title }, .text("href") { $0.href }])
}
