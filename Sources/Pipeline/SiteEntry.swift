import SiteModel
import YAML

/// The site in `site.json`: what it is, and which files it has for programs.
struct SiteEntry: APIRecord {
  private let settings: SiteSettings
  private let asOf: CalendarDate
  private let context: PlanContext

  static let file = APIFile("site", title: "The site and its files for programs") { context in
    SiteEntry(settings: context.site.settings, asOf: context.asOf, context: context)
  }

  static let shape = APIShape<SiteEntry>(
    "site",
    [
      APIField("$schema") { file.schemaAddress($0.context) },
      APIField("asOf", APIFile.asOf) { $0.asOf },
      APIField("title") { $0.settings.title },
      APIField("description") { $0.settings.description },
      APIField("url", "Of the home page.") { APIAddress($0.context.href(file: "")) },
      APIField("language", "A language tag (BCP 47).") { $0.settings.language.text },
      APIField("repository", "Where the sources are kept.") { $0.settings.repository?.url },
      APIField("feedback", "Where readers report problems.") { $0.settings.feedbackURL },
      APIField("files", "Files for programs, by path.") { $0.files },
    ])

  private var files: [FileEntry] {
    context.site.plannedFiles.filter { $0.title != nil }.sorted { $0.path < $1.path }.map {
      FileEntry(title: $0.title ?? "", mediaType: $0.mediaType, url: context.href(file: $0.path))
    }
  }
}

/// A file for programs.
private struct FileEntry: APIRecord {
  let title: String
  let mediaType: String
  let url: String

  static let shape = APIShape<FileEntry>(
    "file",
    [
      APIField("title") { $0.title },
      APIField("type", "Its media type.") { $0.mediaType },
      APIField("url") { APIAddress($0.url) },
    ])
}
