import Bytes
import Diagnostics
import Markdown
import SiteModel

/// What leads nowhere on a site, and somewhere on the Git host that its sources are read on.
struct GitHostView {
  private let site: Site
  private let files: RepositoryPaths?
  /// The path of the content folder in the repository; nil where it is not known.
  private let contentPath: String?
  private let publishedFiles: Set<String>
  /// By page, the ids that the host gives to headings which have none on the site.
  private var headings: [Int: Set<String>] = [:]

  init(_ site: Site, _ repository: CoveredRepository?) {
    self.site = site
    files = repository?.files
    contentPath = repository?.contentPath(of: site)
    publishedFiles = files == nil ? [] : Set(site.files)
  }

  /// What to say of a link that is right on the Git host; nil of any other.
  mutating func finding(on failure: LinkFailure) -> Diagnostic? {
    switch failure.cause {
    case .noAnchor(let id, let page): return anchor(id, page, failure)
    case .outsideRoot, .noPath: return file(failure)
    default: return nil
    }
  }

  // MARK: - Anchors

  private mutating func anchor(_ id: String, _ page: Int, _ failure: LinkFailure) -> Diagnostic? {
    let known = headings[page] ?? site.pages[page].document?.article.unnamedHeadingIDs ?? []
    headings[page] = known
    guard known.contains(id) else { return nil }
    return Diagnostic(
      .brokenAnchor,
      "the heading '#\(id)' on the page '\(site.pages[page].title)' is written as HTML, which has an id on the Git host alone",
      at: failure.span, help: "Write the heading as Markdown, or give it an 'id=\"\(id)\"'.")
  }

  // MARK: - Files

  private func file(_ failure: LinkFailure) -> Diagnostic? {
    guard let (written, suffix) = failure.parts, let path = target(of: failure, written) else { return nil }
    if let place = publishedPlace(of: path) {
      let right = link(to: place, from: failure.folder) + suffix
      return Diagnostic(
        .brokenLink, "'\(failure.destination)' is right in the repository, and the site begins at its content folder",
        at: failure.span, help: "Link to '\(right)'.",
        fix: Replacement(of: failure.span, reading: failure.destination, with: right))
    }
    let address = failure.isImage ? nil : self.address(of: path).map { $0 + suffix }
    let isOutside = !ContentPath.isInside(path, folder: contentPath ?? "")
    return Diagnostic(
      .brokenLink, "'\(failure.destination)' is in the repository, and the site does not publish it", at: failure.span,
      help: address.map { "Link to '\($0)'." } ?? GitHostView.help(isImage: failure.isImage),
      fix: isOutside ? address.map { Replacement(of: failure.span, reading: failure.destination, with: $0) } : nil)
  }

  private static func help(isImage: Bool) -> String {
    isImage ? "Move the image into the content folder." : "Link to its address on the Git host."
  }

  /// The file or folder of the repository that the link leads to on the host; one that begins with the content folder's name
  /// is meant from where that lies.
  private func target(of failure: LinkFailure, _ written: String) -> String? {
    guard let files, let contentPath, !written.isEmpty else { return nil }
    let start = written.hasPrefix("/") ? "" : ContentPath.join(contentPath, failure.folder)
    let isNamed = !contentPath.isEmpty && written.drop { $0 == "/" }.hasPrefix(ContentPath.name(of: contentPath) + "/")
    let starts = [start] + (isNamed ? [ContentPath.folder(of: contentPath)] : [])
    return starts.lazy.compactMap { ContentPath.resolve(written, from: $0) }.first {
      !$0.isEmpty && (files.contains($0) || files.containsFolder($0))
    }
  }

  /// The content path of what the site publishes of a file of the repository.
  private func publishedPlace(of path: String) -> String? {
    guard let contentPath, ContentPath.isInside(path, folder: contentPath) else { return nil }
    let place = String(path.dropFirst(contentPath.count).drop { $0 == "/" })
    return publishedFiles.contains(place) || site.map.page(at: place) != nil ? place : nil
  }

  /// A relative link to the page that the site makes of a file of the repository.
  func reference(toPage path: String, from folder: String) -> String? {
    publishedPlace(of: path).flatMap { site.map.page(at: $0) == nil ? nil : link(to: $0, from: folder) }
  }

  private func link(to place: String, from folder: String) -> String {
    PercentEncoding.encode(path: LinkResolver.relative(place, from: folder)).asMarkdownDestination
  }

  private func address(of path: String) -> String? {
    site.settings.repository.map { repository in
      let kind = files?.contains(path) == true ? "blob" : "tree"
      let encoded = PercentEncoding.encode(path: path).asMarkdownDestination
      return "\(repository.url)/\(kind)/\(repository.branch)/\(encoded)"
    }
  }
}

extension CoveredRepository {
  /// The path of a site's content folder; nil where it lies in another repository, or in none.
  func contentPath(of site: Site) -> String? {
    let places = site.pages.lazy.compactMap(\.document).compactMap { document -> String? in
      guard let path = path(document.displayPath), ("/" + path).hasSuffix("/" + document.path) else { return nil }
      return String(path.dropLast(document.path.count)).split(separator: "/").joined(separator: "/")
    }
    return places.first
  }
}
