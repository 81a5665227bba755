import SiteModel
import YAML

/// A page in `pages.json`, which tools for sites of GOV.UK's Tech Docs Template read too: they know the first four keys.
///
/// Source: alphagov/tech-docs-gem, `lib/source/api/pages.json.erb`, and the shape that alphagov/tech-docs-monitor reads.
struct PageEntry: APIRecord {
  private let page: Page
  private let context: PlanContext

  static let file = APIFile("pages", title: "All pages") { context in
    context.site.pages.filter(\.isListed).map { PageEntry(page: $0, context: context) }
      .sorted { $0.page.sitePath.utf8.lexicographicallyPrecedes($1.page.sitePath.utf8) }
  }

  static let shape = APIShape<PageEntry>(
    "page",
    [
      APIField("title") { $0.page.title },
      APIField("url") { APIAddress($0.context.href($0.page)) },
      APIField("review_by", "The last day on which the page's review holds.") { $0.matter?.reviewedUntil },
      APIField("owner_slack", "Where its owner is reached in chat, such as #platform-help.") { $0.channel },
      APIField("description") { $0.page.description },
      APIField("type", "What kind of reading it is, after Diátaxis.") { $0.matter?.type },
      APIField("owner") { $0.owner },
      APIField("capability", "The capability that it says it belongs to.") { $0.matter?.capability?.value },
      APIField("audience") { $0.matter?.audience ?? [] },
      APIField("tags") { $0.matter?.tags ?? [] },
      APIField("reviewed", "The day of its last review.") { $0.matter?.reviewed?.value },
      APIField("overdue", "Whether its review has run out.") { entry in
        entry.matter?.reviewedUntil.map { $0 < entry.context.asOf } ?? false
      },
      APIField("markdown", "Its text in Markdown.") { entry in
        entry.page.markdownPath.map { APIAddress(entry.context.href(file: $0)) }
      },
      APIField("source", "Where its text can be edited.") { $0.context.site.editURL(of: $0.page) },
    ])

  private var matter: FrontMatter? { page.document?.frontMatter }

  private var owner: OwnerEntry? {
    matter?.owner.map { OwnerEntry(reference: $0.value, owner: context.site.owner($0.value), context: context) }
  }

  /// The owner as written where that is a name in chat, else the channel that the owner gives.
  private var channel: String? {
    guard let written = matter?.owner?.value else { return nil }
    return written.hasPrefix("#") || written.hasPrefix("@") ? written : context.site.owner(written)?.channel
  }
}

/// Who answers for a page.
private struct OwnerEntry: APIRecord {
  let reference: String
  /// Nil where nobody knows who is meant.
  let owner: Owner?
  let context: PlanContext

  static let shape = APIShape<OwnerEntry>(
    "owner",
    [
      APIField("ref", "As the page names it.") { $0.reference },
      APIField("title") { $0.owner?.name ?? $0.reference },
      APIField("url") { entry in
        entry.owner?.folder.flatMap { entry.context.link(folder: $0) }.map { APIAddress($0.href) }
      },
    ])
}
