import Foundation
import TestSupport
import Testing

/// `portico check --fix` on copies of a small site.
@Suite struct FixTests {
  /// Runs the program on a site in a folder of its own, and gives what it said and the files that it left.
  private func run(
    _ arguments: [String],
    page: String = "See [it](Guides/setup.md), [its steps](/guides/setup.md#First_steps) and [old](old/).\r\n",
    prepare: (_ folder: String) throws -> Void = { _ in }
  ) throws -> (run: Run, folder: String) {
    let folder = NSTemporaryDirectory() + "portico-fix-\(UUID().uuidString)"
    let files = [
      "index.md": page, "guides/setup.md": "---\naliases: [/old/, /before/setup/]\n---\n# Setup\n\n## First steps\n",
    ]
    for (path, text) in files {
      let file = URL(fileURLWithPath: folder + "/content/" + path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    try prepare(folder)
    return (try Program.run(["check", "--as-of", "2026-06-30", "--quiet"] + arguments, in: folder), folder)
  }

  private func page(_ folder: String) throws -> String {
    try String(contentsOfFile: folder + "/content/index.md", encoding: .utf8)
  }

  private static let mended =
    "See [it](guides/setup.md), [its steps](/guides/setup.md#first-steps) and [old](guides/setup.md).\r\n"

  @Test func mendsSeveralLinksOfALineAndKeepsTheRest() throws {
    let (run, folder) = try run(["--fix"])
    #expect(try page(folder) == FixTests.mended)
    #expect(run.output == "")
    #expect(run.status == 0)
  }

  @Test func showsADiffAndWritesNothingWhenDry() throws {
    let (run, folder) = try run(["--fix", "--dry-run"])
    #expect(try page(folder).hasPrefix("See [it](Guides/setup.md)"))
    #expect(run.output.hasPrefix("--- a/content/index.md\n+++ b/content/index.md\n@@ -1,1 +1,1 @@\n-See [it](Guides"))
    #expect(run.output.hasSuffix("+" + FixTests.mended))
    #expect(run.status == 0)
  }

  @Test func reportsWhatRemains() throws {
    let text = "[x](Guides/Setup.md#Frist) [moved](before/setup.md) [y](gone.md)\n"
    let (run, folder) = try run(["--fix"], page: text)
    #expect(try page(folder) == "[x](guides/setup.md#Frist) [moved](guides/setup.md) [y](gone.md)\n")
    #expect(run.output.contains("index.md:1:5: error: no anchor '#Frist'"))
    #expect(run.output.contains("no page or file 'gone.md'"))
    #expect(run.status == 1)
  }

  @Test func keepsTheModeOfAFileAndLeavesNothingBeside() throws {
    let (_, folder) = try run(["--fix"]) { folder in
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder + "/content/index.md")
    }
    let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/content/index.md")
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder + "/content").sorted() == ["guides", "index.md"])
  }

  @Test func writesNoFileOutsideOfTheContentAndNoneThatALinkLeadsTo() throws {
    let snippet = "[x](/Guides/setup.md)\n"
    let (run, folder) = try run(["--fix"], page: "--8<-- \"part.md\"\n") { folder in
      try FileManager.default.createDirectory(atPath: folder + "/snippets", withIntermediateDirectories: true)
      try Data(snippet.utf8).write(to: URL(fileURLWithPath: folder + "/snippets/part.md"))
      try Data("title: A\nsnippets: [../snippets]\n".utf8).write(
        to: URL(fileURLWithPath: folder + "/content/portico.yaml"))
      try Data(snippet.utf8).write(to: URL(fileURLWithPath: folder + "/content/real.md"))
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/content/linked.md", withDestinationPath: "real.md")
    }
    #expect(try String(contentsOfFile: folder + "/snippets/part.md", encoding: .utf8) == snippet)
    #expect(try String(contentsOfFile: folder + "/content/real.md", encoding: .utf8) == "[x](/guides/setup.md)\n")
    let linked = try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/content/linked.md")
    #expect(linked == "real.md")
    #expect(run.status == 1)
  }

  @Test func wantsFixBesideDryRun() throws {
    let (run, _) = try run(["--dry-run"])
    #expect(run.status == 2)
    #expect(run.errors.contains("--dry-run says what --fix would change: give both."))
  }
}
