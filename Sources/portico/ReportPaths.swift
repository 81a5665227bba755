import Bytes
import Diagnostics
import Files

/// Files by their paths in the Git repository that the current folder lies in, as services know them.
struct ReportPaths {
  /// Without a slash at either end; the current folder where there is no repository.
  private let root: String
  private let folder: String

  init() {
    folder = String((SystemFile.realPath(".") ?? "").dropFirst())
    var root = folder
    while SystemFile.status("/" + root + "/.git") == nil, !root.isEmpty { root = ContentPath.folder(of: root) }
    self.root = root.isEmpty ? folder : root
  }

  /// The path of a file in the repository; an absolute one for a file outside of it.
  ///
  /// - Parameter path: from the current folder, or absolute.
  func path(of path: String) -> String {
    let absolute = ContentPath.resolve(path, from: path.hasPrefix("/") ? "" : folder)
    guard let absolute else { return path }
    guard ContentPath.isInside(absolute, folder: root) else { return "/" + absolute }
    return absolute == root ? "." : String(absolute.dropFirst(root.isEmpty ? 0 : root.utf8.count + 1))
  }

  /// Where a file lies on disk that `path` names.
  func diskPath(_ path: String) -> String { path.hasPrefix("/") ? path : "/\(root)/\(path)" }

  /// The findings with their files so named.
  func naming(_ findings: [Diagnostic]) -> [Diagnostic] {
    var known: [String: String] = [:]
    func rename(_ span: SourceSpan) -> SourceSpan {
      let path = known[span.path] ?? self.path(of: span.path)
      known[span.path] = path
      return span.moved(to: path)
    }
    return findings.map { finding in
      var renamed = finding
      renamed.span = finding.span.map(rename)
      renamed.fix = finding.fix.map { Replacement(of: rename($0.span), reading: $0.original, with: $0.text) }
      return renamed
    }
  }
}
