import Bytes
import Diagnostics

/// Finds what was meant by a path that leads to nothing.
struct Neighbours: Sendable {
  enum Difference {
    case letterCase
    /// The same characters to a reader, composed otherwise (Unicode Standard Annex 15).
    case normalisation
    case spelling
  }

  /// Beyond that many names in a folder, no one is sought among them that is spelt alike.
  private static let limit = 1_000

  private let paths: [String]
  private let isSeekingSpelling: Bool
  /// By path in lower case; as strings, paths that are canonically equivalent are one.
  private var files: [String: Int] = [:]
  /// The names in each folder, where pages stand for the folders that they are the index of.
  private var names: [String: Set<String>] = [:]
  /// Files by their names, or that of the folder that they are the index of; nil where several have it.
  private var named: [String: Int?] = [:]

  /// - Parameter isSeekingSpelling: whether to look for names that are spelt alike, which takes time.
  init(_ paths: [String], seekingSpelling isSeekingSpelling: Bool) {
    self.paths = paths
    self.isSeekingSpelling = isSeekingSpelling
    for (number, path) in paths.enumerated() {
      if files[path.lowercased()] == nil { files[path.lowercased()] = number }
      var path = Neighbours.withoutIndex(path)
      let name = ContentPath.name(of: path)
      named.updateValue(named[name] == nil ? number : nil, forKey: name)
      while !path.isEmpty, names[ContentPath.folder(of: path), default: []].insert(ContentPath.name(of: path)).inserted
      {
        path = ContentPath.folder(of: path)
      }
    }
  }

  private static func withoutIndex(_ path: String) -> String {
    ContentPath.name(of: path) == "index.html" ? ContentPath.folder(of: path) : path
  }

  /// - Parameter path: below the root of the site, without percent-encoding.
  func nearest(to path: String) -> (file: Int, difference: Difference)? {
    let wanted = Neighbours.withoutIndex(path.hasSuffix("/") ? String(path.dropLast()) : path)
    if let file = file(wanted.lowercased()) {
      let isSame = wanted == Neighbours.withoutIndex(paths[file])
      return (file, isSame ? .normalisation : .letterCase)
    }
    if isSeekingSpelling, let file = respelt(wanted) { return (file, .spelling) }
    if let file = named[ContentPath.name(of: wanted)] ?? nil { return (file, .spelling) }
    return nil
  }

  /// The file at a path in lower case, or the index of the folder there.
  private func file(_ path: String) -> Int? { files[path] ?? files[ContentPath.join(path, "index.html")] }

  /// The file at a path in which one name is another that is spelt alike.
  private func respelt(_ path: String) -> Int? {
    var folder = ""
    let components = path.split(separator: "/").map(String.init)
    for (index, name) in components.enumerated() {
      guard let candidates = names[folder] else { return nil }
      if candidates.contains(name) {
        folder = ContentPath.join(folder, name)
        continue
      }
      guard candidates.count <= Neighbours.limit, let near = DidYouMean.nearest(to: name, in: candidates) else {
        return nil
      }
      let rest = [folder, near] + components[(index + 1)...]
      return file(rest.filter { !$0.isEmpty }.joined(separator: "/").lowercased())
    }
    return nil
  }
}
