import Foundation
import TestSupport
import Testing

/// `portico check`, and how findings are written.
@Suite struct CheckCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("-- content/a.md --\n---\ntitel: \"A\"\n---\n[x](gone.md)")
  }

  private func check(_ arguments: String..., environment: [String: String] = [:]) throws -> Run {
    try Program.run(["check"] + arguments, in: folder.path, environment: environment)
  }

  private static let report = """
    content/a.md:2:1: warning: front matter has no key 'titel' [unknown-key]
      2 | titel: "A"
        | ^~~~~
      help: Did you mean 'title'?
    content/a.md:4:5: error: no page or file 'gone.md' [broken-link]
      4 | [x](gone.md)
        |     ^~~~~~~

    """

  @Test func findingsShowTheirLines() throws {
    let run = try check()
    #expect(run.status == 1)
    #expect(run.output == CheckCommandTests.report)
    #expect(
      try #/4 pages, \d+ files, 1 error, 1 warning in \d+\.\d{3} s\n/#.wholeMatch(in: run.errors) != nil,
      "\(run.errors)"
    )
  }

  @Test func nothingIsWritten() throws {
    _ = try check()
    #expect(folder.files == ["content/a.md"])
  }

  @Test func contentWithoutFindingsPasses() throws {
    try folder.write("-- content/a.md --\nFine.")
    let run = try check()
    #expect(run.status == 0)
    #expect(run.output == "")
  }

  @Test func warningsPassUnlessStrict() throws {
    try folder.write("-- content/a.md --\n---\ntitel: A\n---")
    #expect(try check().status == 0)
    #expect(try check("--strict").status == 1)
  }

  @Test func quietRunSaysNothingButFindings() throws {
    let run = try check("--quiet")
    #expect(run.status == 1)
    #expect(run.output == CheckCommandTests.report)
    #expect(run.errors == "")
  }

  @Test func verboseRunTellsTheTimeOfEachStage() throws {
    let stages = try check("--verbose").errors.split(separator: "\n").dropLast().map { $0.prefix { $0 != ":" } }
    #expect(stages == ["read and parse", "model", "resolve links", "check", "index for search"])
  }

  @Test(arguments: [[:], ["NO_COLOR": "1"], ["TERM": "xterm-256color"]])
  func pipeGetsNoColoursAndNoProgress(environment: [String: String]) throws {
    let run = try check(environment: environment)
    #expect(!run.output.contains("\u{1B}"))
    #expect(!run.errors.contains("\u{1B}") && !run.errors.contains("\r"))
  }

  @Test func formatForPrograms() throws {
    let run = try check("--format", "json")
    #expect(run.status == 1)
    let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
    #expect(report.version == 1)
    #expect(report.diagnostics.map(\.rule) == ["unknown-key", "broken-link"])
    #expect(report.diagnostics.map(\.severity) == ["warning", "error"])
    #expect(report.diagnostics.map(\.line) == [2, 4])
    #expect(report.diagnostics.map(\.column) == [1, 5])
    #expect(report.diagnostics.map(\.help) == ["Did you mean 'title'?", nil])
  }

  @Test func formatForProgramsIsValidWithoutFindings() throws {
    try folder.write("-- content/a.md --\nFine.")
    let report = try JSONDecoder().decode(Report.self, from: Data(try check("--format", "json").output.utf8))
    #expect(report.diagnostics.isEmpty)
  }

  private struct Report: Decodable {
    struct Finding: Decodable {
      let rule: String
      let severity: String
      let line: Int
      let column: Int
      let help: String?
    }
    let version: Int
    let diagnostics: [Finding]
  }

  @Test func formatForGitHub() throws {
    #expect(
      try check("--format", "github").output
        == """
        ::warning file=content/a.md,line=2,col=1,title=unknown-key::front matter has no key 'titel'%0ADid you mean 'title'?
        ::error file=content/a.md,line=4,col=5,title=broken-link::no page or file 'gone.md'

        """)
  }

  @Test func contentOfTheRepositoryHasNoFindings() throws {
    let run = try Program.run("check", "content", "--strict", "--as-of", "2026-11-22", in: TestSite.repository)
    #expect(run.output == "")
    #expect(run.status == 0)
  }
}

/// `portico check --site`.
@Suite struct SiteFolderTests {
  @Test func reportsAndSummarises() throws {
    let folder = try TemporaryFolder()
    try folder.write("<a href=/docs/gone.html><a href=\"b\">", to: "out/index.html")
    try folder.write("", to: "out/b/index.html")
    let run = try Program.run("check", "--site", "out", "--base-url", "https://example.com/docs/", in: folder.path)
    #expect(run.status == 1)
    #expect(
      run.output == """
        out/index.html:1:9: error: no page or file '/docs/gone.html' [broken-link]
          1 | <a href=/docs/gone.html><a href="b">
            |         ^~~~~~~~~~~~~~~
        out/index.html:1:34: warning: 'b' lacks the slash of a folder [missing-slash]
          1 | <a href=/docs/gone.html><a href="b">
            |                                  ^
          help: Write 'b/': nginx redirects to it.

        """)
    #expect(run.errors.hasPrefix("2 pages, 0 MB, 2 links, 1 error, 1 warning in 0."))
  }

  @Test func followsTheSettingsOfAFile() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      -- links.yaml --
      baseURL: https://example.com/docs/
      check:
        rules: {missing-slash: off}
        folders: [{path: "old/**", rules: {broken-link: warning}}]
      -- out/index.html --
      <a href=/docs/old/><a href="old">
      -- out/old/index.html --
      <a href="gone.html">
      -- out/sitemap.xml --
      <urlset><url><loc>https://example.com/docs/old/</loc></url><url><loc>
      https://example.com/docs/gone/</loc></url><url><loc>https://example.com/blog/</loc></url></urlset>
      """)
    let run = try Program.run("check", "--site", "out", "--settings", "links.yaml", in: folder.path)
    #expect(
      run.output.split(separator: "\n").filter { $0.hasPrefix("out/") } == [
        "out/old/index.html:1:10: warning: no page or file 'gone.html' [broken-link]",
        "out/sitemap.xml:2:1: error: no page or file 'https://example.com/docs/gone/' [broken-link]",
      ])
    #expect(run.status == 1)
  }

  @Test(arguments: [
    (["check", "--settings", "file"], "--settings means nothing without --site."),
    (["check", "--site", "out", "--settings", "gone"], "--settings: cannot read 'gone'"),
    (["check", "--site", "gone"], "There is no folder 'gone'"),
    (["check", "--site", "file"], "--site wants a folder, and 'file' is a file."),
    (["check", "content2", "--site", "out"], "to which a content folder means nothing"),
    (["check", "--site", "out", "--theme", "x"], "to which --theme means nothing"),
    (["check", "--site", "out", "--hosting", "x"], "The value 'x' is invalid for '--hosting"),
  ])
  func refusesWhatMakesNoSense(arguments: [String], message: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "file")
    try folder.write("", to: "out/index.html")
    let run = try Program.run(arguments, in: folder.path)
    #expect(run.status == 2)
    #expect(run.errors.contains(message))
  }
}
