import Checks
import Diagnostics
import Files
import SiteModel

/// The repository that a site lies in, as pages name its files under `covers`.
struct SiteRepository: Sendable {
  /// The content folder as the user named it.
  let content: String
  /// Absolute paths of what changed; nil where nobody asked.
  var changed: [String]?
  /// A folder with the files that the repository had at a revision, which Git does not know.
  var checkout: String?

  /// Nil where it is not known where the repository begins.
  @Sendable func facts(of site: Site) -> CoveredRepository? {
    guard let content = SystemFile.realPath(content) else { return nil }
    let top = checkout ?? Git(folder: content).root
    let said = site.settings.repository.flatMap { root(of: content, at: $0.contentPath) }
    guard let root = said ?? top else { return nil }
    let isCertain = top != nil && (said != nil || site.settings.repository == nil)
    let path = { @Sendable (absolute: String) in
      absolute.hasPrefix(root + "/") ? String(absolute.dropFirst(root.count + 1)) : nil
    }
    return CoveredRepository(
      changed: changed.map { RepositoryPaths($0.compactMap(path)) },
      files: isCertain ? files(below: root).map { RepositoryPaths($0) } : nil,
      read: { try? SystemFile.read(root + "/" + $0) }, path: { SystemFile.realPath($0).flatMap(path) })
  }

  private func files(below root: String) -> [String]? {
    checkout == nil ? Git(folder: root).files : FileTree(folder: root).list().value
  }

  /// The folder that the content has a path in; nil if it has another.
  private func root(of content: String, at path: String) -> String? {
    if path.isEmpty { return content }
    return content.hasSuffix("/" + path) ? String(content.dropLast(path.count + 1)) : nil
  }
}
