import Foundation
import TestSupport
import Testing

/// A Git repository of a test, with an identity and configuration of its own.
struct Repository {
  private let folder: TemporaryFolder

  init(_ folder: TemporaryFolder) { self.folder = folder }

  func run(_ arguments: [String]) throws { _ = try output(arguments) }

  /// Makes the files of the folder the first commit of `main`, and goes on with a branch `change`.
  func begin() throws {
    try run(["init", "--quiet", "--initial-branch", "main"])
    try commit()
    try run(["checkout", "--quiet", "-b", "change"])
  }

  /// Commits everything.
  func commit() throws {
    try run(["add", "."])
    try run(["commit", "--quiet", "--message", "x"])
  }

  /// What differs from the last commit.
  var status: String {
    get throws { try output(["status", "--porcelain"]) }
  }

  private func output(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["git", "-C", folder.path, "-c", "user.name=T", "-c", "user.email=t@example.com"] + arguments
    process.environment = ["PATH": "/usr/bin:/bin", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return String(decoding: bytes, as: UTF8.self)
  }
}
