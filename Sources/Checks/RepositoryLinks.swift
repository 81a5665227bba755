import Bytes
package import Diagnostics
import Markdown
package import SiteModel

extension Rule {
  package static let pageOnGitHost = Rule(
    "page-on-git-host", .warning, in: .writing, "A link leads to the source of a page, in place of the page.",
    rationale:
      "Readers leave the portal for what they could read in it, with its navigation, its search and its live data.",
    remedy: """
      Link to the page. A link that is meant to show the source says so with '?plain=1' or with the lines, as '#L10'.
      """,
    bad: "[setup](https://git.example.com/team/portal/blob/main/content/setup.md)", good: "[setup](setup.md)")
}

/// Links to files of the site's own repository, on the branch that the site is made from: those that the working tree does not
/// have, lines that a file does not have, and pages of the site.
package struct RepositoryLinks: SiteCheck {
  package static let rules: [Rule] = [.brokenLink, .brokenAnchor, .pageOnGitHost]

  private let repository: @Sendable (Site) -> CoveredRepository?

  /// - Parameter repository: asked if a page has such a link; nil where there is none.
  package init(_ repository: @escaping @Sendable (Site) -> CoveredRepository?) { self.repository = repository }

  package func check(_ site: Site) -> [Diagnostic] {
    guard let settings = site.settings.repository else { return [] }
    let address = RepositoryAddress(settings)
    let links = site.pages.flatMap { page in
      (page.document?.article.links ?? []).compactMap { link in
        address.place(in: link.destination).map { (link, link.folder ?? page.folder, $0) }
      }
    }
    guard !links.isEmpty, let repository = repository(site), let files = repository.files else { return [] }
    let view = GitHostView(site, repository)
    var lines = LineCounts(repository)
    return links.compactMap { link, folder, place in
      let path = place.path
      guard path.isEmpty || files.contains(path) || files.containsFolder(path) else {
        return Diagnostic(
          .brokenLink, "the repository has no file '\(path)'", at: link.span,
          help: DidYouMean.help(files.nearest(to: path).map { [$0] } ?? []))
      }
      if let last = place.lastLine { return RepositoryLinks.line(last, of: path, &lines, at: link.span) }
      guard place.isPlain, let page = view.reference(toPage: path, from: folder) else { return nil }
      return Diagnostic(
        .pageOnGitHost, "'\(path)' is a page of the site", at: link.span, help: "Link to '\(page)'.")
    }
  }

  private static func line(
    _ line: Int, of path: String, _ lines: inout LineCounts, at span: SourceSpan
  ) -> Diagnostic? {
    guard let count = lines[path], line > count else { return nil }
    return Diagnostic(.brokenAnchor, "'\(path)' ends with line \(count), before line \(line)", at: span)
  }
}

/// How many lines files of a repository have, each read once.
private struct LineCounts {
  private let repository: CoveredRepository
  private var known: [String: Int] = [:]

  init(_ repository: CoveredRepository) { self.repository = repository }

  /// Nil for a folder, and for a file that cannot be read.
  subscript(path: String) -> Int? {
    mutating get {
      if let count = known[path] { return count }
      let bytes = repository.read(path)
      known[path] = bytes.map { $0.count { $0 == 0x0A } + ($0.last.map { $0 == 0x0A } ?? true ? 0 : 1) }
      return known[path]
    }
  }
}

/// The addresses of a repository's files on its Git host.
struct RepositoryAddress {
  /// What a URL shows.
  struct Place {
    /// From the root of the repository.
    let path: String
    /// Whether it is a whole file, as the host shows it to readers.
    let isPlain: Bool
    /// The last of the lines that it marks, from one.
    let lastLine: Int?
  }

  private let base: String
  private let branch: String

  init(_ repository: Repository) {
    base = RepositoryAddress.withoutScheme(repository.url).lowercased() + "/"
    branch = repository.branch
  }

  /// The file or folder that a URL shows on the branch of the site; nil for any other URL.
  func place(in url: String) -> Place? {
    let rest = RepositoryAddress.withoutScheme(url)
    guard rest.utf8.count > base.utf8.count, rest.prefix(base.count).lowercased() == base else { return nil }
    let address = rest.dropFirst(base.count)
    let suffix = address.drop { $0 != "?" && $0 != "#" }
    // GitLab has a hyphen before what it shows.
    var parts = address[..<suffix.startIndex].split(separator: "/")
    if parts.first == "-" { parts.removeFirst() }
    guard let kind = parts.first, ["blob", "tree", "raw", "edit", "blame"].contains(kind) else { return nil }
    let named = parts.dropFirst().map(String.init)
    let names = named.first == "HEAD" ? ["HEAD"] : branch.split(separator: "/").map(String.init)
    guard named.starts(with: names) else { return nil }
    let path = PercentEncoding.decode(named.dropFirst(names.count).joined(separator: "/"))
    let line = suffix.firstIndex(of: "#").flatMap { RepositoryAddress.lastLine(in: suffix[$0...].dropFirst()) }
    return Place(path: path, isPlain: kind == "blob" && !suffix.hasPrefix("?"), lastLine: line)
  }

  /// Of `L10`, `L10-L20`, `L10C1-L20C8` and GitLab's `L10-20`; nil for any other fragment.
  private static func lastLine(in fragment: Substring) -> Int? {
    guard fragment.hasPrefix("L"), let last = fragment.split(separator: "-").last else { return nil }
    return Int((last.hasPrefix("L") ? last.dropFirst() : last).prefix { $0 != "C" })
  }

  private static func withoutScheme(_ url: String) -> Substring {
    guard let slashes = url.firstRange(of: "//"), url[..<slashes.lowerBound].utf8.count <= 6 else { return url[...] }
    return url[slashes.upperBound...]
  }
}
