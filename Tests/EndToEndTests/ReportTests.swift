import Foundation
import TestSupport
import Testing

/// Reports in files and formats for other programs.
@Suite struct ReportTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("-- docs/content/a.md --\n---\ntitel: A\n---\n[x](gone.md)")
  }

  private func check(_ arguments: String..., in place: String = "/docs") throws -> Run {
    try Program.run(["check"] + arguments, in: folder.path + place)
  }

  @Test func reportsGoToFilesBesidesStandardOutput() throws {
    let run = try check("--report", "github=out/a.txt", "--report", "text=b.txt", "--format", "json", "--quiet")
    #expect(run.status == 1)
    #expect(run.errors == "")
    #expect(run.output.hasPrefix("{\"version\":1"))
    #expect(
      folder.text("docs/out/a.txt")
        == """
        ::warning file=content/a.md,line=2,col=1,title=unknown-key::front matter has no key 'titel'%0ADid you mean 'title'?
        ::error file=content/a.md,line=4,col=5,title=broken-link::no page or file 'gone.md'

        """)
    #expect(folder.text("docs/b.txt")?.hasPrefix("content/a.md:2:1: warning: ") == true)
    #expect(folder.files == ["docs/b.txt", "docs/content/a.md", "docs/out/a.txt"])
  }

  @Test(arguments: ["github", "github=-"])
  func reportWithoutAFileIsThatOnStandardOutput(report: String) throws {
    #expect(try check("--report", report).output.hasPrefix("::warning file="))
  }

  @Test func standardOutputHoldsOneReport() throws {
    let run = try check("--report", "sarif", "--format", "json")
    #expect(run.status == 2)
    #expect(run.errors.contains("Standard output holds one report."))
  }

  @Test(arguments: [
    ("sraif=a", "there is no format 'sraif'. Did you mean 'sarif'?"), ("sarif=", "'sarif=' names no file."),
    ("x", "There are text, json, sarif, junit, github, gitlab, checkstyle or markdown."),
  ])
  func wrongReportIsWrongUsage(argument: String, message: String) throws {
    let run = try check("--report", argument)
    #expect(run.status == 2)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test func reportThatCannotBeWrittenEndsTheRunAndKeepsNoOther() throws {
    let run = try check("--report", "json=content/a.md/x.json", "--report", "sarif=b.sarif")
    #expect(run.status == 2)
    #expect(run.errors.contains("error: cannot write the report 'content/a.md/x.json': "))
    #expect(folder.text("docs/b.sarif")?.isEmpty == false)
  }

  @Test func reportReplacesAnOlderOneAndLeavesDevicesAlone() throws {
    try folder.write("-- docs/a.json --\nold")
    #expect(try check("--report", "json=a.json", "--report", "sarif=/dev/null").status == 1)
    #expect(folder.text("docs/a.json")?.hasPrefix("{\"version\":1") == true)
    #expect(!FileManager.default.fileExists(atPath: "/dev/null.portico-new"))
  }

  @Test func servicesGetPathsOfTheRepository() throws {
    try folder.write("-- .git/HEAD --\nref: refs/heads/main")
    #expect(try check("--format", "github").output.hasPrefix("::warning file=docs/content/a.md,line=2,"))
    #expect(try check("./content", "--format", "github").output.hasPrefix("::warning file=docs/content/a.md,line=2,"))
    #expect(try check("--format", "text").output.hasPrefix("content/a.md:2:1:"))
    let absolute = try check(folder.path + "/docs/content", "--format", "github", in: "/docs/content")
    #expect(absolute.output.hasPrefix("::warning file=docs/content/a.md,line=2,"))
  }

  @Test(.enabled(if: Python.isThere, "needs the Python of 'make test'"))
  func formatsAreWhatOthersReadThemAs() throws {
    try folder.write(
      """
      -- docs/content/a b/é <&>.md --
      [x](gone.md) 😀 [`y`|](<a```b|.md>)  [x](gone.md)
      <a href="no&amp;page.md">@team</a> \u{7}

      \(String(repeating: "[z](#<b>z) ", count: 40))
      -- docs/content/c.yaml --
      apiVersion: portico.dev/v1alpha1
      kind: Capability
      metadata: {name: Wrong Name}
      -- docs/content/d.md --
      """)
    let outputs = [
      "json=report.json", "sarif=report.sarif", "junit=report.xml", "checkstyle=report.checkstyle",
      "gitlab=report.gitlab.json", "markdown=report.md",
    ].flatMap { ["--report", $0] }
    let run = try Program.run(["check"] + outputs, in: folder.path + "/docs")
    #expect(run.status == 1)
    let found = try Python.run([TestSite.repository + "/Tests/Machines/reports.py", folder.path + "/docs"])
    #expect(String(decoding: found.output, as: UTF8.self) == "\n")
    #expect(found.status == 0)
  }
}
