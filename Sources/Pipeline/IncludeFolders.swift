import Bytes
import Diagnostics
import Files
import Markdown
import SiteModel
import YAML

/// The files that texts may include: those of the content, and of the folders that the site names for it.
///
/// Only files that a listing of such a folder has are read, so neither a path nor a symbolic link leads out of them.
struct IncludeFolders: Sendable {
  /// A folder outside of the content.
  private struct Outside {
    let tree: FileTree
    let paths: Set<String>
  }

  private let content: FileTree
  private let listed: Set<String>
  /// Folders of the content by their paths, in the order of the settings with those outside.
  private var folders: [(inside: String?, outside: Outside?)] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - listed: the paths of all files of the content.
  ///   - snippets: folders relative to the content folder, which they may lie outside of.
  init(content: FileTree, listed: Set<String>, snippets: [Located<String>]) {
    self.content = content
    self.listed = listed
    for folder in snippets { add(folder) }
  }

  private mutating func add(_ folder: Located<String>) {
    if let inside = ContentPath.resolve(folder.value, from: ""), !folder.value.hasPrefix("/") {
      guard content.containsFolder(inside) else { return report(folder) }
      return folders.append((inside, nil))
    }
    guard let path = IncludeFolders.path(folder.value, from: content.name), content.diskPath("") != nil,
      SystemFile.status(path)?.kind == .folder
    else { return report(folder) }
    let tree = FileTree(folder: path)
    let listing = tree.list()
    diagnostics += listing.diagnostics
    folders.append((nil, Outside(tree: tree, paths: Set(listing.value))))
  }

  private mutating func report(_ folder: Located<String>) {
    diagnostics.append(
      Diagnostic(
        .settingValue, "there is no folder '\(folder.value)'", at: folder.span,
        help: "Write its path from the folder of portico.yaml."))
  }

  /// A path from a folder as the user named it, which may be absolute; nil for one that no path leads to by words alone.
  private static func path(_ path: String, from folder: String) -> String? {
    guard !path.hasPrefix("/") else { return nil }
    let resolved = ContentPath.resolve(path, from: folder == "." ? "" : folder)
    return resolved.map { (folder.hasPrefix("/") ? "/" : "") + $0 } ?? folder + "/" + path
  }

  /// Whether a file is only there to be included: Docusaurus's `_name`, or a file of a folder of snippets.
  func isPartial(_ path: String) -> Bool {
    path.split(separator: "/").contains { $0.hasPrefix("_") }
      || folders.contains { folder in folder.inside.map { ContentPath.isInside(path, folder: $0) } ?? false }
  }

  // MARK: - Finding

  /// See `IncludeSource`.
  @Sendable func find(_ path: String, from includer: String) -> IncludeLookup {
    guard !path.hasPrefix("/"), path.firstRange(of: "://") == nil else { return .outside }
    let isRelative = path.hasPrefix("./") || path.hasPrefix("../")
    let home = folders.lazy.compactMap(\.outside).first { $0.tree.path(displayed: includer) != nil }
    let candidates = isRelative ? [] : self.candidates(path)
    for case (let tree, let paths, let path?) in candidates + [beside(includer, home, path)] where paths.contains(path)
    {
      return file(path, of: tree)
    }
    let leadsOut = beside(includer, home, path).path == nil && candidates.allSatisfy { $0.path == nil }
    return leadsOut ? .outside : .missing(nearest: nearest(to: path))
  }

  private typealias Candidate = (tree: FileTree, paths: Set<String>, path: String?)

  /// From the content folder, from each folder of snippets, and with the content folder's own name in front, as MkDocs
  /// starts from the folder above it.
  private func candidates(_ path: String) -> [Candidate] {
    var candidates: [Candidate] = [(content, listed, ContentPath.resolve(path, from: ""))]
    for folder in folders {
      if let outside = folder.outside {
        candidates.append((outside.tree, outside.paths, ContentPath.resolve(path, from: "")))
      } else {
        candidates.append((content, listed, ContentPath.resolve(path, from: folder.inside ?? "")))
      }
    }
    let name = ContentPath.name(of: SystemFile.realPath(content.name) ?? content.name) + "/"
    if path.hasPrefix(name) {
      candidates.append((content, listed, ContentPath.resolve(String(path.dropFirst(name.count)), from: "")))
    }
    return candidates
  }

  /// From the folder of the text that includes.
  private func beside(_ includer: String, _ home: Outside?, _ path: String) -> Candidate {
    let tree = home?.tree ?? content
    let folder = tree.path(displayed: includer).map { ContentPath.folder(of: $0) }
    return (tree, home?.paths ?? listed, folder.flatMap { ContentPath.resolve(path, from: $0) })
  }

  private func nearest(to path: String) -> String? {
    let outside = folders.lazy.compactMap(\.outside).flatMap(\.paths)
    return DidYouMean.nearest(to: path, in: listed.union(outside))
  }

  private func file(_ path: String, of tree: FileTree) -> IncludeLookup {
    do {
      let bytes = try tree.read(path)
      let isMarkdown = ["md", "markdown"].contains(ContentPath.fileExtension(of: path))
      let body = isMarkdown ? Document.body(of: bytes) : (bytes[...], firstLine: 1)
      let isContent = tree.name == content.name
      return .file(
        IncludedFile(
          path: tree.displayPath(path), text: body.text, firstLine: body.firstLine,
          folder: isContent ? ContentPath.folder(of: path) : nil))
    } catch {
      return .unreadable(reason: error.reason)
    }
  }
}
