import Bytes
package import Diagnostics
package import Markdown
import Synchronization
import YAML

/// One page of the site: a Markdown document, a planned page, both at once, or the list of a folder's pages.
///
/// It never changes; it is a class so that it is handed about without a copy of all that its document holds.
package final class Page: Sendable {
  package let document: Document?
  package let plan: PagePlan?
  private let pythonMarkdownIDsOnceMade = Mutex<[String: String]?>(nil)
  /// Address below the root; see `SitePath`.
  package let sitePath: String
  /// The content folder that relative links start from and that the navigation puts the page in.
  package let folder: String
  /// The language that it is written in, by its folder.
  package let language: SiteLanguage
  /// Whether this is the page of `folder` itself.
  package let isFolderPage: Bool
  package let title: String
  /// Its place among the pages of one folder; lower comes first, and pages without one come last.
  package let weight: Int?
  /// What a file in the folder says of it, for the folder's own page.
  let folderSettings: FolderSettings?
  private let plannedDescription: String?
  private let encodedPath: String

  /// - Parameters:
  ///   - settings: what they say of the folder, and whether the names of files have numbers.
  ///   - fallbackTitle: for a page that neither a document nor a plan names; otherwise its folder's name.
  init(
    document: Document? = nil, plan: PagePlan? = nil, sitePath: String, folder: String, isFolderPage: Bool,
    settings: SiteSettings = SiteSettings(), fallbackTitle: Phrase? = nil
  ) {
    self.document = document
    self.plan = plan
    self.sitePath = sitePath
    encodedPath = PercentEncoding.encode(path: sitePath)
    self.folder = folder
    let language = settings.language(ofFolder: folder)
    let phrases = settings.phrases(in: language)
    self.language = language
    plannedDescription = plan?.description.map(phrases.text)
    self.isFolderPage = isFolderPage
    folderSettings = isFolderPage ? settings.folders[folder] : nil
    let (number, name) = settings.fileNames.split(
      isFolderPage ? ContentPath.name(of: folder) : ContentPath.name(of: document?.path ?? ""))
    weight = folderSettings?.weight ?? document?.frontMatter.weight ?? plan?.weight ?? number
    title =
      document?.frontMatter.title ?? (plan?.title).map(phrases.text) ?? document?.title
      ?? fallbackTitle.map(phrases.text) ?? folderSettings?.pageTitle ?? folderSettings?.title
      ?? Document.readableName(name)
  }
}

extension Page {
  /// The page as a URL reference.
  ///
  /// - Parameters:
  ///   - root: what leads to the root of the site: `../`, or its full URL.
  ///   - suffix: query and fragment, with their marks.
  package func href(root: String, suffix: String = "") -> String { root + encodedPath + suffix }

  /// Where the Markdown of the page is published, below the root; nil for a page without any.
  package var markdownPath: String? {
    guard document != nil, !isNotFoundPage else { return nil }
    return String(SitePath.outputFile(sitePath).dropLast(5)) + ".md"
  }

  /// The Markdown of the page as a URL reference; nil for a page without any.
  ///
  /// - Parameter root: see `href(root:suffix:)`.
  package func markdownHref(root: String) -> String? { markdownPath.map { root + PercentEncoding.encode(path: $0) } }

  package var navigationTitle: String { folderSettings?.title ?? document?.frontMatter.navigationTitle ?? title }

  package var description: String? {
    document?.frontMatter.description ?? plannedDescription ?? folderSettings?.description
  }

  /// Whether it is the first page of its language.
  package var isHome: Bool { isFolderPage && folder == language.folder }

  /// Whether the layout has to show the title, since the text has no heading of level one.
  package var showsTitle: Bool { !(document?.article.headings.contains { $0.level == 1 } ?? false) }

  package var isNotFoundPage: Bool { sitePath == Page.notFoundPath }

  package var isSearchPage: Bool { sitePath == ContentPath.join(language.folder, Page.searchPath) }

  /// Whether navigation and lists show the page.
  package var isListed: Bool {
    !(document?.frontMatter.isHidden ?? false) && !(folderSettings?.isHidden ?? false) && !isNotFoundPage
      && !isSearchPage && plan?.isListed ?? true
  }

  /// The place that findings about the page as a whole point at; nil for a generated list of pages.
  package var span: SourceSpan? { document.map { SourceSpan(path: $0.displayPath) } ?? plan?.source?.span }

  /// The layout of the theme that renders the page.
  package var layout: String {
    if let template = document?.frontMatter.template?.value { return template }
    if let plan { return plan.layout }
    if isNotFoundPage { return "404" }
    if isSearchPage { return Page.searchLayout }
    return document == nil ? "section" : "page"
  }

  /// See `Anchors.pythonMarkdownIDs`; made when a link first asks, since few do.
  var pythonMarkdownIDs: [String: String] {
    pythonMarkdownIDsOnceMade.withLock { made in
      let ids = made ?? Anchors.pythonMarkdownIDs(of: document?.article.headings ?? [])
      made = ids
      return ids
    }
  }

  /// Ids on the page that links may name.
  package var anchors: Set<String> {
    (document?.article.anchors ?? []).union(plan?.anchors ?? [])
  }

  /// The headings whose ids are near to one that the page does not have, the nearest first.
  package func headings(near id: String) -> [Heading] {
    let headings = document?.article.headings ?? []
    return NearAnchors(of: self).nearest(to: id).compactMap { near in headings.first { $0.id == near } }
  }

  /// Whether the page belongs to a content folder or one below it; the folder's own page does.
  package func isBelow(folder ancestor: String) -> Bool { ContentPath.isInside(folder, folder: ancestor) }

  /// Reading order in one folder: by weight, then by file name.
  package func precedes(_ other: Page) -> Bool {
    let (left, right) = (weight ?? Int.max, other.weight ?? Int.max)
    return left != right ? left < right : sitePath.utf8.lexicographicallyPrecedes(other.sitePath.utf8)
  }

  /// The error page is served at any address, so its links are absolute.
  package static let notFoundPath = "404.html"

  /// The page that shows what a search finds, in the folder of its language; a page of the content at this address takes
  /// its place.
  package static let searchPath = "search.html"

  package static let searchLayout = "search"
}
