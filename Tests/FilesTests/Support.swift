import Diagnostics
import Files
import Foundation

/// Calls a test with a new folder, by its real path, and removes it afterwards.
func withTemporaryFolder<T>(_ body: (_ path: String) throws -> T) throws -> T {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("portico-\(UUID().uuidString)").path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try body(SystemFile.realPath(folder) ?? folder)
}

/// Writes a file with its folders.
func put(_ text: String = "", at path: String) throws {
  try SystemFile.makeFolder((path as NSString).deletingLastPathComponent)
  try SystemFile.write(Array(text.utf8), to: path)
}

/// Makes a symbolic link.
func link(_ path: String, to target: String) throws {
  try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
}

/// Whether permissions are for others: the super-user reads everything.
let isRoot = geteuid() == 0

extension Outcome<[String]> {
  /// `path rule` of each finding, the path below `folder`.
  func findings(below folder: String) -> [String] {
    diagnostics.map { finding in
      let path = finding.span?.path ?? ""
      return "\(path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path) \(finding.rule.id)"
    }
  }
}
