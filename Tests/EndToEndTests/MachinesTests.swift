import Foundation
import TestSupport
import Testing

/// The files that a site has for programs, held against their formats by parsers and validators of others.
@Suite(.enabled(if: Python.isThere, "needs the Python of 'make test'"))
struct MachinesTests {
  private static let root = TestSite.repository

  @Test(arguments: [
    ("content", ["--as-of", "2026-11-22"]),
    ("Tests/Fixtures/sites/hostile/content", ["--as-of", "2026-06-30"]),
    ("Tests/Fixtures/sites/hostile/content", ["--as-of", "2026-06-30", "--base-url", "http://localhost:8000"]),
  ])
  func filesAreWhatTheirFormatsAsk(content: String, options: [String]) throws {
    let folder = try TemporaryFolder()
    let build = try Program.run(["build", content, "--output", folder.path + "/site"] + options, in: Self.root)
    try #require(build.status == 0, "\(build.errors)")
    let found = try Python.run([
      Self.root + "/Tests/Machines/validate.py", folder.path + "/site", Self.root + "/" + content,
    ])
    #expect(String(decoding: found.output, as: UTF8.self) == "\n")
    #expect(found.status == 0)
  }
}
