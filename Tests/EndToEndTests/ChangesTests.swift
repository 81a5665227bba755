import TestSupport
import Testing

/// `--changed-since` and `--changed` as CI and hooks run them.
@Suite struct ChangesTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      """
      -- content/deploy.md --
      ---
      covers: [src/deploy, Makefile]
      ---
      # Deploy
      -- src/deploy/run.sh --
      run
      -- Makefile --
      all:
      """)
    try Repository(folder).begin()
  }

  private func commit() throws { try Repository(folder).commit() }

  private func git(_ arguments: String...) throws { try Repository(folder).run(arguments) }

  private func check(_ arguments: String..., in subfolder: String = "") throws -> Run {
    try Program.run(
      ["check", "--quiet"] + arguments, in: folder.path + subfolder, environment: ["PATH": "/usr/bin:/bin"])
  }

  private func finding(_ files: String, column: Int) -> String {
    "content/deploy.md:2:\(column): warning: \(files), which the page covers, changed, and the page did not [covers-changed]"
  }

  @Test func nothingChanged() throws { #expect(try check("--changed-since", "main").output == "") }

  @Test func changesThatAreNotCommittedCount() throws {
    try folder.write("-- Makefile --\nall: x\n-- src/deploy/new.sh --\nnew")
    let run = try check("--changed-since", "main")
    #expect(run.output.hasPrefix(finding("'Makefile' and 'src/deploy/new.sh'", column: 10)))
    #expect(run.status == 0)
  }

  @Test func changesOfTheOtherSideDoNotCount() throws {
    try folder.write("-- README.md --\nx")
    try commit()
    try git("checkout", "--quiet", "main")
    try folder.write("-- Makefile --\nall: x")
    try commit()
    try git("checkout", "--quiet", "change")
    #expect(try check("--changed-since", "main").output == "")
  }

  @Test func aFileThatMovedHasBothNames() throws {
    try git("mv", "src/deploy/run.sh", "src/deploy/go.sh")
    try commit()
    #expect(
      try check("--changed-since", "main").output
        .hasPrefix(finding("'src/deploy/go.sh' and 'src/deploy/run.sh'", column: 10)))
  }

  @Test func aPageThatMovedHasChanged() throws {
    try folder.write("-- Makefile --\nall: x")
    try git("mv", "content/deploy.md", "content/go.md")
    try commit()
    #expect(try check("--changed-since", "main").output == "")
  }

  @Test func aFolderThatIsGoneIsCoveredNoMore() throws {
    try git("rm", "--quiet", "src/deploy/run.sh")
    #expect(
      try check("--changed-since", "main").output
        .hasPrefix("content/deploy.md:2:10: warning: no file of the repository is 'src/deploy' [covers-nothing]"))
  }

  @Test func filesCanBeNamed() throws {
    #expect(try check("--changed", "README.md", "Makefile").output.hasPrefix(finding("'Makefile'", column: 22)))
    #expect(try check("--changed", "Makefile", "content/deploy.md").output == "")
    #expect(
      try check(".", "--changed", "../Makefile", in: "/content").output.contains("'Makefile', which the page covers"))
  }

  @Test func whatWasCoveredBeforeIsNoNewFinding() throws {
    try folder.write("-- content/deploy.md --\n---\ncovers: lib\n---\n# Deploy")
    try commit()
    try git("branch", "--force", "main")
    #expect(try check().output.contains("[covers-nothing]"))
    #expect(try check("--against", "main").output == "")
  }

  @Test func pathsMayBeginWhereTheSettingsSay() throws {
    try folder.write(
      "-- portal/content/portico.yaml --\ntitle: P\nrepository: {url: https://example.com/x}\n"
        + "-- portal/src/a --\na\n-- portal/content/a.md --\n---\ncovers: src\n---\n# A")
    #expect(
      try check("portal/content", "--changed", "portal/src/a").output
        .contains("portal/content/a.md:2:9: warning: 'src/a', which the page covers, changed"))
  }

  @Test func withoutARepositoryNothingIsCertain() throws {
    let other = try TemporaryFolder()
    try other.write("-- content/a.md --\n---\ncovers: src\n---\n# A")
    let run = try Program.run(["check", "--quiet"], in: other.path, environment: ["PATH": "/usr/bin:/bin"])
    #expect(run.output == "")
  }

  @Test func aRevisionThatIsNotThereIsRefused() throws {
    let run = try check("--changed-since", "v9")
    #expect(run.status == 2)
    #expect(run.errors.contains("--changed-since: there is no revision 'v9'. Name a commit, branch or tag."))
  }

  @Test func bothAtOnceAreRefused() throws {
    #expect(try check("--changed-since", "main", "--changed", "a").status == 2)
  }
}
