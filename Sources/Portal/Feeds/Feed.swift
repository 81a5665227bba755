import Platform
import SiteModel

/// What is new of something, for feed readers.
struct Feed: Sendable {
  /// Path below the root without its extension, which each format adds.
  let path: String
  let title: String
  /// The folder of the page that shows the same to people.
  let folder: String
  /// Seen from the feed, in any order.
  let entries: @Sendable (PlanContext) -> [FeedEntry]

  /// The feed in all formats.
  var plans: [FilePlan] { [AtomFeed.plan(self), JSONFeed.plan(self)] }

  /// The latest entries, the latest first.
  func latest(_ context: PlanContext) -> [FeedEntry] {
    let entries = entries(context).enumerated().sorted { left, right in
      (right.element.updated, left.offset) < (left.element.updated, right.offset)
    }
    return entries.prefix(50).map(\.element)
  }
}

/// One thing that is new.
struct FeedEntry: Sendable {
  let title: String
  /// Full address, by which readers know the entry again.
  let url: String
  let updated: Instant
  /// Plain text.
  let summary: String
  /// The text of its page as HTML, with full addresses.
  let content: [UInt8]?
  /// What it is and how it stands, in words.
  let tags: [String]
}
