import Foundation
import TestSupport
import Testing

/// The recipes of the handbook: valid where they go, and each command in them does what it should.
@Suite(.enabled(if: Python.isThere, "needs the Python of 'make test'"))
struct RecipesTests {
  private struct Recipes: Decodable {
    let faults: [String]
    let commands: [[String]]
  }

  private let folder: TemporaryFolder

  /// A clone whose branch breaks a link that was whole, beside an old fault.
  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      "-- content/index.md --\n# Home\n\n[Old](old.md)\n\n[Setup](setup.md)\n-- content/setup.md --\n# Setup")
    let repository = Repository(folder)
    try repository.begin()
    try repository.run(["remote", "add", "origin", "."])
    try repository.run(["fetch", "--quiet", "origin", "main"])
    for place in [".build/release/portico", "bin/portico"] {
      let path = URL(fileURLWithPath: folder.path + "/" + place)
      try FileManager.default.createDirectory(at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(at: path, withDestinationURL: URL(fileURLWithPath: Program.path))
    }
  }

  private func recipes() throws -> Recipes {
    let answer = try Python.run([
      TestSite.repository + "/Tests/Machines/recipes.py", TestSite.repository + "/content/handbook/recipes",
    ])
    return try JSONDecoder().decode(Recipes.self, from: Data(answer.output))
  }

  /// Runs a step as the system would, except that no other host is asked.
  private func run(_ command: String) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-ec", command.replacing("--external ", with: "--external --offline ")]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.environment = [
      "PATH": folder.path + "/bin:/usr/bin:/bin", "HOME": folder.path, "BASE": "origin/main",
      "GITHUB_STEP_SUMMARY": folder.path + "/summary.md", "CI_PIPELINE_SOURCE": "merge_request_event",
      "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
    ]
    let pipe = Pipe()
    (process.standardOutput, process.standardError) = (pipe, pipe)
    try process.run()
    let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
  }

  @Test func recipesAreWhatTheirSystemsRead() throws {
    #expect(try recipes().faults == [])
  }

  @Test func changesFailForWhatTheyBreakAndForNothingElse() throws {
    let commands = try recipes().commands.filter { $0[1].contains("--against") }
    #expect(commands.map { $0[0] } == ["github-actions.yml", "gitlab-ci.yml", "Jenkinsfile", "pre-commit-config.yaml"])
    for command in commands {
      let before = try run(command[1])
      #expect(before.status == 0, "\(command[0]): \(before.output)")
    }
    try folder.write("-- content/index.md --\n# Home\n\n[Old](old.md)\n\n[Setup](setpu.md)")
    for command in commands {
      let after = try run(command[1])
      #expect(after.status == 1, "\(command[0]): \(after.output)")
    }
    for report in ["portico.sarif", "summary.md", "gl-code-quality.json", "junit.xml", "portico.xml"] {
      let text = folder.text(report) ?? ""
      #expect(text.contains("setpu.md") && !text.contains("old.md"), "\(report): \(text)")
    }
  }

  @Test func nightlyRunsReportEverything() throws {
    let commands = try recipes().commands.filter { !$0[1].contains("--against") }
    #expect(commands.map { $0[0] } == ["github-actions.yml", "Jenkinsfile"])
    for command in commands {
      let night = try run(command[1])
      #expect(night.status == 1, "\(command[0]): \(night.output)")
    }
    for report in ["portico.sarif", "junit.xml", "portico.xml"] {
      #expect(folder.text(report)?.contains("old.md") == true, "\(report)")
    }
  }
}
