import TestSupport
import Testing

/// `--baseline`: an old site takes up a rule.
@Suite struct BaselineTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("-- content/a.md --\n[x](gone.md)\n\n[y](lost.md)")
    _ = try run("check", "--baseline", "known", "--update-baseline")
  }

  private func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Run {
    try Program.run(arguments, in: folder.path, environment: environment)
  }

  private var known: [String] {
    (folder.text("known") ?? "").split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { String($0.split(separator: "\t").last ?? "") }
  }

  @Test func findingsThatAreKnownAreNotReported() throws {
    #expect(known == ["no page or file 'gone.md'", "no page or file 'lost.md'"])
    let run = try run("check", "--baseline", "known")
    #expect(run.status == 0)
    #expect(run.output == "")
    #expect(run.errors.contains("0 errors, 0 warnings, 2 known in "), "\(run.errors)")
  }

  @Test func newFindingIsReportedAndNotLearnt() throws {
    try folder.write("-- content/a.md --\nNew lines.\n\n[x](gone.md) [z](new.md)")
    let run = try run("check", "--baseline", "known")
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("content/a.md:3:18: error: no page or file 'new.md' [broken-link]\n"))
    #expect(known == ["no page or file 'gone.md'", "no page or file 'lost.md'"])
  }

  @Test func mendedFindingLeavesTheFile() throws {
    try folder.write("-- content/a.md --\n[x](gone.md)")
    #expect(try run("check", "--baseline", "known").errors.hasSuffix("known: 1 known finding\n"))
    #expect(known == ["no page or file 'gone.md'"])
  }

  @Test func runOfCIWritesNothing() throws {
    try folder.write("-- content/a.md --\n[x](gone.md)")
    #expect(try run("check", "--baseline", "known", environment: ["CI": "true"]).status == 0)
    #expect(known.count == 2)
  }

  @Test func siteWithKnownFindingsIsPublished() throws {
    #expect(try run("build", "--baseline", "known").status == 0)
    #expect(folder.contains("_site/a/index.html"))
  }

  @Test func fileThatIsNotThereIsWrongUsage() throws {
    let run = try run("check", "--baseline", "nothing")
    #expect(run.status == 2)
    #expect(run.errors.contains("--baseline: cannot read 'nothing': No such file or directory."))
  }
}
