import Bytes
package import Diagnostics
import Markdown
package import SiteModel

/// Links to files of the site's own repository, on the branch that the site is made from, which are not in the working tree.
package struct RepositoryLinks: SiteCheck {
  package static let rules: [Rule] = [.brokenLink]

  private let repository: @Sendable (Site) -> CoveredRepository?

  /// - Parameter repository: asked if a page has such a link; nil where there is none.
  package init(_ repository: @escaping @Sendable (Site) -> CoveredRepository?) { self.repository = repository }

  package func check(_ site: Site) -> [Diagnostic] {
    guard let settings = site.settings.repository else { return [] }
    let address = RepositoryAddress(settings)
    let links = site.pages.flatMap { $0.document?.article.links ?? [] }.compactMap { link in
      address.path(in: link.destination).map { (link, path: $0) }
    }
    guard !links.isEmpty, let files = repository(site)?.files else { return [] }
    return links.compactMap { link, path in
      guard !path.isEmpty, !files.contains(path), !files.containsFolder(path) else { return nil }
      return Diagnostic(
        .brokenLink, "the repository has no file '\(path)'", at: link.span,
        help: DidYouMean.help(files.nearest(to: path).map { [$0] } ?? []))
    }
  }
}

/// The addresses of a repository's files on its Git host.
struct RepositoryAddress {
  private let base: String
  private let branch: String

  init(_ repository: Repository) {
    base = RepositoryAddress.withoutScheme(repository.url).lowercased() + "/"
    branch = repository.branch
  }

  /// The path of the file or folder that a URL shows on the branch of the site; nil for any other URL.
  func path(in url: String) -> String? {
    let rest = RepositoryAddress.withoutScheme(url)
    guard rest.utf8.count > base.utf8.count, rest.prefix(base.count).lowercased() == base else { return nil }
    // GitLab has a hyphen before what it shows.
    var parts = rest.dropFirst(base.count).prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
    if parts.first == "-" { parts.removeFirst() }
    guard let kind = parts.first, ["blob", "tree", "raw", "edit", "blame"].contains(kind) else { return nil }
    let path = parts.dropFirst().map(String.init)
    let names = branch.split(separator: "/").map(String.init)
    if path.first == "HEAD" { return RepositoryAddress.decoded(path.dropFirst()) }
    return path.starts(with: names) ? RepositoryAddress.decoded(path.dropFirst(names.count)) : nil
  }

  private static func decoded(_ path: ArraySlice<String>) -> String {
    PercentEncoding.decode(path.joined(separator: "/"))
  }

  private static func withoutScheme(_ url: String) -> Substring {
    guard let slashes = url.firstRange(of: "//"), url[..<slashes.lowerBound].utf8.count <= 6 else { return url[...] }
    return url[slashes.upperBound...]
  }
}
