import Bytes
import Diagnostics

/// The paths of files of a repository, to be found by patterns as Git's ignore files have them.
package struct RepositoryPaths: Sendable {
  /// By their bytes, so that all files of a folder stand together.
  private let sorted: [String]

  package init(_ paths: some Sequence<String>) {
    sorted = paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  func contains(_ path: String) -> Bool {
    let place = sorted.partitioningIndex { !$0.utf8.lexicographicallyPrecedes(path.utf8) }
    return place < sorted.count && sorted[place] == path
  }

  func containsFolder(_ path: String) -> Bool {
    let place = sorted.partitioningIndex { !$0.utf8.lexicographicallyPrecedes((path + "/").utf8) }
    return place < sorted.count && sorted[place].hasPrefix(path + "/")
  }

  /// The files that a pattern means, in order.
  func files(_ pattern: String) -> some Sequence<String> {
    let patterns = PathPatterns([pattern])
    return candidates(pattern).lazy.filter(patterns.match)
  }

  /// What was probably meant by a pattern that no file matches: a file of the same name elsewhere, else a path alike.
  func nearest(to pattern: String) -> String? {
    let (literal, rest) = RepositoryPaths.split(pattern)
    let name = ContentPath.name(of: literal)
    let moved = rest.isEmpty ? sorted.filter { ContentPath.name(of: $0) == name } : []
    if moved.count == 1 { return moved[0] }
    let near = DidYouMean.nearest(to: literal, in: folders.union(sorted))
    return near == literal ? nil : near.map { ([$0] + rest).joined(separator: "/") }
  }

  private var folders: Set<String> {
    var folders: Set<String> = []
    for path in sorted {
      var folder = ContentPath.folder(of: path)
      while !folder.isEmpty, folders.insert(folder).inserted { folder = ContentPath.folder(of: folder) }
    }
    return folders
  }

  /// What a pattern says without wildcards, and what follows.
  private static func split(_ pattern: String) -> (literal: String, rest: [String]) {
    let segments = pattern.split(separator: "/").map(String.init)
    let literal = segments.prefix { !$0.contains { "*?[\\".contains($0) } }
    return (literal.joined(separator: "/"), Array(segments[literal.count...]))
  }

  /// Those that begin with what a pattern says without wildcards; all for one that means a name in any folder.
  private func candidates(_ pattern: String) -> ArraySlice<String> {
    guard pattern.dropLast().contains("/") else { return sorted[...] }
    let literal = RepositoryPaths.split(pattern).literal
    let start = sorted.partitioningIndex { !$0.utf8.lexicographicallyPrecedes(literal.utf8) }
    let rest = sorted[start...]
    return rest[..<rest.partitioningIndex { !$0.utf8.starts(with: literal.utf8) }]
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first index whose element belongs to the second part of a collection that is parted in two.
  fileprivate func partitioningIndex(_ belongsToSecond: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if belongsToSecond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
