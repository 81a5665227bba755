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

  /// The files that a pattern means, in order.
  func files(_ pattern: String) -> some Sequence<String> {
    let patterns = PathPatterns([pattern])
    return candidates(pattern).lazy.filter(patterns.match)
  }

  /// A path that was probably meant by one that no file has: a file of the same name elsewhere, else a name alike.
  func nearest(to path: String) -> String? {
    let name = ContentPath.name(of: path)
    let moved = sorted.filter { ContentPath.name(of: $0) == name }
    return moved.count == 1 ? moved[0] : DidYouMean.nearest(to: path, in: sorted)
  }

  /// Those that begin with what a pattern says without wildcards; all for one that means a name in any folder.
  private func candidates(_ pattern: String) -> ArraySlice<String> {
    guard pattern.dropLast().contains("/") else { return sorted[...] }
    let literal = pattern.split(separator: "/").prefix { !$0.contains { "*?[\\".contains($0) } }.joined(separator: "/")
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
