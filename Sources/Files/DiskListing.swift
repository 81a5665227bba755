import Bytes
import Diagnostics

/// One walk over a folder on disk that follows symbolic links as far as they stay inside it.
struct DiskListing {
  private let tree: FileTree
  private let root: String
  private var files: [String] = []
  private var diagnostics: [Diagnostic] = []

  init(tree: FileTree, root: String) {
    self.tree = tree
    self.root = root
  }

  mutating func run(excluding isExcluded: (String) -> Bool) -> Outcome<[String]> {
    if let realRoot = SystemFile.realPath(root) {
      visit(folder: "", realRoot: realRoot, chain: [realRoot], isExcluded)
    } else {
      report(.fileUnreadable, "the folder does not exist", "")
    }
    return Outcome(files.sortedByBytes(), diagnostics)
  }

  /// - Parameter chain: the real paths of the folders on the way here, which tell a loop.
  private mutating func visit(folder: String, realRoot: String, chain: [String], _ isExcluded: (String) -> Bool) {
    let names: [String]
    do {
      names = try SystemFile.names(in: diskPath(folder))
    } catch {
      return report(.fileUnreadable, "the folder cannot be read: \(error.reason)", folder)
    }
    for name in names {
      let path = ContentPath.join(folder, name)
      if isExcluded(path) { continue }
      guard isUsable(name: name) else {
        report(.fileName, "the name '\(printable(name))' has a control character or is not UTF-8", folder)
        continue
      }
      switch SystemFile.status(diskPath(path))?.kind {
      case .file: files.append(path)
      case .folder:
        visit(folder: path, realRoot: realRoot, chain: chain + [chain[chain.count - 1] + "/" + name], isExcluded)
      case .symbolicLink: follow(path, realRoot: realRoot, chain: chain, isExcluded)
      case .special: report(.specialFile, "'\(path)' is a pipe, socket or device and is left out", path)
      case nil: break
      }
    }
  }

  private mutating func follow(_ path: String, realRoot: String, chain: [String], _ isExcluded: (String) -> Bool) {
    guard let target = SystemFile.realPath(diskPath(path)) else {
      return report(.symlinkLoop, "the symbolic link leads to nothing or to itself", path)
    }
    guard ContentPath.isInside(target, folder: realRoot) else {
      return report(
        .symlinkOutside, "the symbolic link leads to '\(target)', outside the content folder", path,
        help: "Copy the target into the content folder.")
    }
    switch SystemFile.status(target)?.kind {
    case .folder where chain.contains { ContentPath.isInside($0, folder: target) }:
      report(.symlinkLoop, "the symbolic link leads to a folder that it lies in", path)
    case .folder: visit(folder: path, realRoot: realRoot, chain: chain + [target], isExcluded)
    case .file: files.append(path)
    default: report(.specialFile, "'\(path)' leads to a pipe, socket or device and is left out", path)
    }
  }

  private mutating func report(_ rule: Rule, _ message: String, _ path: String, help: String? = nil) {
    diagnostics.append(Diagnostic(rule, message, at: SourceSpan(path: tree.displayPath(path)), help: help))
  }

  private func diskPath(_ path: String) -> String { path.isEmpty ? root : root + "/" + path }

  private func isUsable(name: String) -> Bool { !name.unicodeScalars.contains(where: isUnusable) }

  private func printable(_ name: String) -> String {
    String(String.UnicodeScalarView(name.unicodeScalars.map { isUnusable($0) ? "\u{FFFD}" : $0 }))
  }

  /// Control characters, line breaks of Unicode, and what stands for bytes that are not UTF-8.
  private func isUnusable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: scalar == "\u{FFFD}"
    }
  }
}
