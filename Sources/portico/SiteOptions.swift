import ArgumentParser
import Diagrams
import Files
import Glibc
import Pipeline
import Portal
import PublishedSite
import SiteModel
import SocialCards
import YAML

extension HostingProfile: ExpressibleByArgument {
  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

/// The options that every command on a site has.
struct SiteOptions: ParsableArguments {
  @Argument(help: "The folder that holds the content.", completion: .directory)
  var content = "content"

  @Option(name: .customLong("base-url"), help: "The URL that the site will be published at, instead of the site's own.")
  var baseURL: String?

  @Option(help: "What serves the site, instead of the site's own setting: \(HostingProfile.names). (default: nginx)")
  var hosting: HostingProfile?

  @Option(help: "A theme by name, or the path of a theme's folder.", completion: .directory)
  var theme: String?

  @Option(
    name: .customLong("as-of"),
    help:
      "The day to compute everything for that depends on today, as YYYY-MM-DD. (default: SOURCE_DATE_EPOCH, or today)")
  var asOf: String?

  @Option(help: "An earlier file of the roadmap, to show what moved since.", completion: .file())
  var previous: String?

  @Option(
    name: .customLong("previous-revision"),
    help: "A Git revision of the content, such as a tag, to show what moved on the roadmap since.")
  var previousRevision: String?

  @Option(help: "How many files to work on side by side. (default: the number of processors)")
  var jobs: Int?

  @Flag(help: "Include pages that are marked as drafts.")
  var drafts = false

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Flag(name: .shortAndLong, help: "Say nothing but findings.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say how long each stage took.")
  var verbose = false

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs wants a number from 1 to 1024, not \(jobs).")
    }
    if let asOf, CalendarDate(asOf) == nil {
      throw ValidationError("--as-of wants a day such as 2026-06-30, not '\(asOf)'.")
    }
    if let baseURL, SiteSettings.normalized(baseURL: baseURL) == nil {
      throw ValidationError("--base-url wants an absolute URL such as https://portal.example.com/, not '\(baseURL)'.")
    }
    if previous != nil, previousRevision != nil {
      throw ValidationError("--previous and --previous-revision exclude each other.")
    }
    if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other.") }
  }
}

extension SiteOptions {
  var normalizedBaseURL: String? { baseURL.flatMap { SiteSettings.normalized(baseURL: $0) } }

  var jobCount: Int { jobs ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// The build that the options ask for.
  func buildOptions() throws -> BuildOptions {
    guard let status = SystemFile.status(SystemFile.realPath(content) ?? content) else {
      throw ValidationError("There is no content folder '\(content)'. Name one: portico build FOLDER.")
    }
    guard status.kind == .folder else { throw ValidationError("The content '\(content)' is a file, not a folder.") }
    let folders = ThemeFolders(content: content)
    let themes = ThemeLocator(names: folders.names, find: folders.find)
    if let theme, themes.find(theme) == nil {
      throw ValidationError("There is no theme '\(theme)'. \(themes.help(for: theme))")
    }
    var options = BuildOptions(
      content: FileTree(folder: content), themes: themes, asOf: try asOf.flatMap { CalendarDate($0) } ?? Self.today(),
      jobs: jobCount)
    options.theme = theme
    options.baseURL = normalizedBaseURL
    options.hosting = hosting
    options.includesDrafts = drafts
    options.openCardPainter = CardPainter.open
    options.drawer = DiagramRenderer(mermanPaths: MermanLibrary.paths).drawer
    return options
  }

  /// What the roadmap is compared with.
  func earlierContent() throws -> EarlierContent? {
    if let previous {
      do {
        let bytes = try SystemFile.read(previous)
        return EarlierContent(name: previous) { _ in bytes }
      } catch {
        throw ValidationError("--previous: cannot read '\(previous)': \(error.reason).")
      }
    }
    guard let previousRevision else { return nil }
    let git = Git(folder: content)
    if let objection = git.objection(to: previousRevision) {
      throw ValidationError("--previous-revision: \(objection). Name a commit, branch or tag.")
    }
    return EarlierContent(name: previousRevision) { git.read($0, at: previousRevision) }
  }

  /// The day of `SOURCE_DATE_EPOCH` (<https://reproducible-builds.org/specs/source-date-epoch/>), or of the clock, in UTC.
  private static func today() throws -> CalendarDate {
    guard let epoch = environment("SOURCE_DATE_EPOCH"), !epoch.isEmpty else {
      return CalendarDate(daysSinceEpoch: time(nil) / 86_400)
    }
    guard let seconds = Int(epoch) else {
      throw ValidationError("SOURCE_DATE_EPOCH wants seconds since 1970 such as 1782777600, not '\(epoch)'.")
    }
    return CalendarDate(daysSinceEpoch: seconds / 86_400)
  }
}
