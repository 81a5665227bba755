import Foundation

/// A folder on disk that goes away with its last reference.
package final class TemporaryFolder: Sendable {
  package let path: String

  package init() throws {
    path = NSTemporaryDirectory() + "portico-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes files below the folder, each under its `-- path --` heading.
  package func write(_ text: String) throws {
    for (path, bytes) in TestSite(text).files { try write(bytes, to: path) }
  }

  package func write(_ text: String, to file: String) throws { try write(Array(text.utf8), to: file) }

  package func write(_ bytes: [UInt8], to file: String) throws {
    let url = URL(fileURLWithPath: path + "/" + file)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  /// A file below the folder as text; nil if there is none.
  package func text(_ file: String) -> String? {
    FileManager.default.contents(atPath: path + "/" + file).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Paths of all files and links below the folder, in alphabetical order.
  package var files: [String] {
    let all = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return all.filter { !isFolder($0) }.sorted()
  }

  /// Whether a path below the folder is a folder; a symbolic link to one is not.
  package func isFolder(_ path: String) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: self.path + "/" + path)
    return attributes?[.type] as? FileAttributeType == .typeDirectory
  }

  package func contains(_ path: String) -> Bool {
    (try? FileManager.default.attributesOfItem(atPath: self.path + "/" + path)) != nil
  }

  package func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: self.path + "/" + path, withDestinationPath: target)
  }

  package func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: self.path + "/" + path) }
}
