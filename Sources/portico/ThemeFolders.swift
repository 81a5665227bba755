import Bytes
import Files

/// Where themes are looked for: `PORTICO_THEMES`, then a `themes` folder beside the content, then one beside the program or
/// any folder above it, or in `share/portico` there.
struct ThemeFolders: Sendable {
  private let content: String
  private let roots: [String]

  init(content: String) {
    self.content = content
    var roots = (environment("PORTICO_THEMES") ?? "").split(separator: ":").map(String.init)
    roots.append(content + "/../themes")
    var folder = SystemFile.realPath("/proc/self/exe").map { ContentPath.folder(of: $0) } ?? ""
    while !folder.isEmpty {
      roots += [folder + "/themes", folder + "/share/portico/themes"]
      folder = ContentPath.folder(of: folder)
    }
    self.roots = roots.filter { SystemFile.status($0)?.kind == .folder }
  }

  /// Names of all themes that can be found.
  var names: [String] {
    let all = roots.flatMap { root in
      ((try? SystemFile.names(in: root)) ?? []).filter { SystemFile.status(root + "/" + $0 + "/theme.yaml") != nil }
    }
    return Set(all).sortedByBytes()
  }

  /// A path is taken from the current folder, then from the content folder; a bare name is looked up.
  func find(_ nameOrPath: String) -> FileTree? {
    let isPath = nameOrPath.contains("/") || nameOrPath == "." || nameOrPath == ".."
    let candidates = isPath ? [nameOrPath, content + "/" + nameOrPath] : roots.map { $0 + "/" + nameOrPath }
    return candidates.first { SystemFile.status($0 + "/theme.yaml")?.kind == .file }.map { path in
      FileTree(folder: ThemeFolders.readable(path))
    }
  }

  /// The path relative to the current folder where it lies below it, as a reader of reports would write it.
  private static func readable(_ path: String) -> String {
    guard let real = SystemFile.realPath(path), let current = SystemFile.realPath("."), real.hasPrefix(current + "/")
    else {
      return path
    }
    return String(real.dropFirst(current.count + 1))
  }
}
