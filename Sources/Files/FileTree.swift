import Bytes
package import Diagnostics

/// A folder of files, on disk or in memory: what a build reads.
package struct FileTree: Sendable {
  private enum Storage: Sendable {
    case disk(root: String)
    case memory([String: [UInt8]])
    /// Folders laid over one another; a file of an earlier one hides its namesakes.
    case union([FileTree])
  }

  /// How the user names the folder; spans of its files begin with it.
  package let name: String
  private let storage: Storage

  private init(name: String, storage: Storage) {
    self.name = name
    self.storage = storage
  }

  /// A folder on disk; its name is the path as the user wrote it.
  package init(folder: String) {
    name = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    storage = .disk(root: name)
  }

  /// Files in memory by their paths below the root, for tests.
  package init(name: String, files: [String: [UInt8]]) {
    self.name = name
    storage = .memory(files)
  }

  /// One tree of all files of some trees; where several have a file, the first has it.
  package init(union trees: [FileTree]) {
    name = trees.first?.name ?? ""
    storage = .union(trees)
  }

  /// The folders on disk that the tree shows, as they were named.
  package var roots: [String] {
    switch storage {
    case .disk(let root): [root]
    case .memory: []
    case .union(let trees): trees.flatMap(\.roots)
    }
  }

  /// The path by which reports name a file of this tree; that of the tree itself for an empty path.
  package func displayPath(_ path: String) -> String {
    if case .union(let trees) = storage, let owner = trees.first(where: { $0.contains(path) }) {
      return owner.displayPath(path)
    }
    if path.isEmpty { return name }
    return name == "." || name.isEmpty ? path : name.hasSuffix("/") ? name + path : name + "/" + path
  }

  /// The path below this tree of a file that reports name by a path; nil for one that lies elsewhere.
  package func path(displayed path: String) -> String? {
    if case .union(let trees) = storage { return trees.lazy.compactMap { $0.path(displayed: path) }.first }
    let root = displayPath("-").dropLast()
    return path.hasPrefix(root) ? String(path.dropFirst(root.count)) : nil
  }

  /// Where a file lies on disk; nil for a tree in memory.
  package func diskPath(_ path: String) -> String? {
    switch storage {
    case .disk(let root): path.isEmpty ? root : root + "/" + path
    case .memory: nil
    case .union(let trees): (trees.first { $0.contains(path) } ?? trees.first)?.diskPath(path)
    }
  }

  /// The tree of a folder in this one.
  package func folder(_ path: String) -> FileTree {
    switch storage {
    case .disk(let root): return FileTree(name: displayPath(path), storage: .disk(root: root + "/" + path))
    case .memory(let files):
      let inside = files.filter { $0.key.hasPrefix(path + "/") }
      let relative = inside.map { (String($0.key.dropFirst(path.count + 1)), $0.value) }
      return FileTree(name: displayPath(path), storage: .memory(Dictionary(relative) { first, _ in first }))
    case .union(let trees):
      return FileTree(name: displayPath(path), storage: .union(trees.map { $0.folder(path) }))
    }
  }

  package func containsFolder(_ path: String) -> Bool {
    switch storage {
    case .disk(let root): SystemFile.status(root + "/" + path)?.kind == .folder
    case .memory(let files): files.keys.contains { $0.hasPrefix(path + "/") }
    case .union(let trees): trees.contains { $0.containsFolder(path) }
    }
  }

  /// All files, by path in byte order; what cannot be followed or published is a diagnostic.
  ///
  /// Dot-files and `node_modules` are not listed unless they are wanted.
  /// - Parameter isExcluded: whether to leave out a file or folder, by its path.
  package func list(
    includingHidden: Bool = false, excluding isExcluded: (_ path: String) -> Bool = { _ in false }
  ) -> Outcome<[String]> {
    switch storage {
    case .disk(let root):
      var listing = DiskListing(tree: self, root: root)
      return withoutActuallyEscaping(isExcluded) { isExcluded in
        listing.run {
          !includingHidden && FileTree.isHidden(name: ContentPath.name(of: $0)) || isExcluded($0)
        }
      }
    case .memory(let files):
      return Outcome(files.keys.filter { !FileTree.isLeftOut($0, includingHidden, isExcluded) }.sortedByBytes())
    case .union(let trees):
      let listings = trees.map { $0.list(includingHidden: includingHidden, excluding: isExcluded) }
      return Outcome(Set(listings.flatMap(\.value)).sortedByBytes(), listings.flatMap(\.diagnostics))
    }
  }

  package func contains(_ path: String) -> Bool {
    switch storage {
    case .disk(let root): SystemFile.status(root + "/" + path)?.kind == .file
    case .memory(let files): files[path] != nil
    case .union(let trees): trees.contains { $0.contains(path) }
    }
  }

  package func read(_ path: String) throws(FileError) -> [UInt8] {
    switch storage {
    case .disk(let root): return try SystemFile.read(root + "/" + path)
    case .memory(let files):
      guard let bytes = files[path] else { throw FileError(path: path, reason: "No such file or directory") }
      return bytes
    case .union(let trees): return try FileTree.owner(of: path, in: trees).read(path)
    }
  }

  /// At most `limit` bytes of the beginning of a file.
  package func read(_ path: String, upTo limit: Int) throws(FileError) -> [UInt8] {
    switch storage {
    case .disk(let root): try SystemFile.read(root + "/" + path, upTo: limit)
    case .memory: Array(try read(path).prefix(limit))
    case .union(let trees): try FileTree.owner(of: path, in: trees).read(path, upTo: limit)
    }
  }

  /// The tree that a file of several trees is read from.
  private static func owner(of path: String, in trees: [FileTree]) throws(FileError) -> FileTree {
    guard let owner = trees.first(where: { $0.contains(path) }) else {
      throw FileError(path: path, reason: "No such file or directory")
    }
    return owner
  }

  /// Whether a file or one of the folders that it lies in is hidden or excluded.
  private static func isLeftOut(
    _ path: String, _ includingHidden: Bool, _ isExcluded: (String) -> Bool
  ) -> Bool {
    var path = path
    while !path.isEmpty {
      if !includingHidden && isHidden(name: ContentPath.name(of: path)) || isExcluded(path) { return true }
      path = ContentPath.folder(of: path)
    }
    return false
  }

  static func isHidden(name: some StringProtocol) -> Bool {
    name.utf8.first == UInt8(ascii: ".") || name == "node_modules"
  }
}

extension Sequence<String> {
  /// In the order of their UTF-8 bytes, which no locale changes.
  package func sortedByBytes() -> [String] {
    sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
