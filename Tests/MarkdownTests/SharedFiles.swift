import Foundation

/// Data by others that some tests read where it is at hand: beside the repository, or where `PORTICO_SHARED` says.
enum SharedFiles {
  static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["PORTICO_SHARED"] { return URL(filePath: path) }
    return URL(filePath: #filePath).appending(path: "../../../../shared").standardized
  }()

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: path).path)
  }

  static func read(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }
}
