import Bytes
package import Diagnostics
package import Files
package import SiteModel
package import YAML

/// Reads the files that say of their folder how it stands in the navigation: `.pages` and `_category_.json` or `.yml`.
package enum FolderFiles {
  /// What the files of a folder say, and the address that the folder's page has had.
  package struct Reading: Sendable {
    package var folders: [String: FolderSettings] = [:]
    package var redirects: [(from: Located<String>, to: Located<String>)] = []
  }

  /// Whether a listed file says something of its folder and so is not published.
  package static func isFolderFile(_ path: String) -> Bool {
    ["_category_.json", "_category_.yml", "_category_.yaml"].contains(ContentPath.name(of: path))
  }

  /// - Parameter paths: the files of the content; `.pages` is hidden, so it is looked for beside them.
  package static func read(_ tree: FileTree, paths: [String]) -> Outcome<Reading> {
    let folders = FolderFiles.folders(of: paths)
    var reading = Reading()
    var findings: [Diagnostic] = []
    for folder in folders.sortedByBytes() {
      let path = ContentPath.join(folder, ".pages")
      guard tree.contains(path), let root = parse(path, in: tree, &findings) else { continue }
      let read = AwesomePages.read(root, folder: folder, isFolder: folders.contains)
      reading.folders[folder] = read.value
      findings += read.diagnostics
    }
    for path in paths where isFolderFile(path) {
      guard let root = parse(path, in: tree, &findings) else { continue }
      let folder = ContentPath.folder(of: path)
      let read = CategoryFile.read(root, folder: folder)
      reading.folders[folder] = read.value.settings
      if let address = read.value.address {
        reading.redirects.append((address, Located(folder + "/", at: address.span)))
      }
      findings += read.diagnostics
    }
    return Outcome(reading, findings)
  }

  private static func parse(_ path: String, in tree: FileTree, _ findings: inout [Diagnostic]) -> YAMLNode? {
    guard let bytes = try? tree.read(path) else { return nil }
    let parsed = YAMLParser.parse(bytes, path: tree.displayPath(path))
    findings += parsed.diagnostics
    return parsed.value.first
  }

  private static func folders(of paths: [String]) -> Set<String> {
    var folders: Set<String> = [""]
    for path in paths {
      var folder = ContentPath.folder(of: path)
      while folders.insert(folder).inserted { folder = ContentPath.folder(of: folder) }
    }
    return folders
  }
}
