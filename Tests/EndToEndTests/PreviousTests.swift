import TestSupport
import Testing

/// `--previous` and `--previous-revision` as a user runs them.
@Suite struct PreviousTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(horizon: String, to file: String = "content/plans/roadmap.yaml") throws {
    try folder.write(
      """
      -- \(file) --
      apiVersion: portico/v1
      kind: Roadmap
      metadata: {name: platform, title: Roadmap}
      spec:
        updated: 2026-06-01
        items: [{id: a, title: A, problem: P, outcome: O, horizon: \(horizon)}]
      """)
  }

  private func portico(_ arguments: String...) throws -> Run {
    try Program.run(arguments, in: folder.path, environment: ["PATH": "/usr/bin:/bin"])
  }

  private func git(_ arguments: String...) throws { try Repository(folder).run(arguments) }

  private var page: String { folder.text("_site/roadmap/index.html") ?? "" }

  @Test func fileTellsWhatMoved() throws {
    try write(horizon: "next", to: "earlier.yaml")
    try write(horizon: "now")
    let run = try portico("build", "--previous", "earlier.yaml")
    #expect(run.status == 0)
    #expect(run.output == "")
    #expect(page.contains("next → now"))
  }

  @Test func fileThatIsNotThereIsRefused() throws {
    try write(horizon: "now")
    let run = try portico("check", "--previous", "nope.yaml")
    #expect(run.status == 2)
    #expect(run.errors.contains("--previous: cannot read 'nope.yaml': No such file or directory."))
  }

  @Test func revisionTellsWhatMoved() throws {
    try git("init", "--quiet")
    try write(horizon: "later")
    try git("add", ".")
    try git("commit", "--quiet", "--message", "first")
    try git("tag", "v1")
    try write(horizon: "next")
    let run = try portico("build", "--previous-revision", "v1")
    #expect(run.status == 0)
    #expect(run.output == "")
    #expect(page.contains("later → next"))
  }

  @Test func fileThatARevisionDoesNotHaveIsAWarning() throws {
    try folder.write("-- README.md --\n# R")
    try git("init", "--quiet")
    try git("add", ".")
    try git("commit", "--quiet", "--message", "first")
    try write(horizon: "next")
    let run = try portico("check", "--previous-revision", "HEAD")
    #expect(run.status == 0)
    #expect(run.output.contains("there is no file 'plans/roadmap.yaml' in 'HEAD' [roadmap-history]"))
  }

  @Test func revisionThatIsNotThereIsRefused() throws {
    try write(horizon: "next")
    try git("init", "--quiet")
    let run = try portico("check", "--previous-revision", "v9")
    #expect(run.status == 2)
    #expect(run.errors.contains("--previous-revision: there is no revision 'v9'. Name a commit, branch or tag."))
  }

  @Test func folderOutsideOfARepositoryIsRefused() throws {
    try write(horizon: "next")
    let run = try portico("check", "--previous-revision", "HEAD")
    #expect(run.status == 2)
    #expect(run.errors.contains("--previous-revision: git says 'fatal: not a git repository"))
  }

  @Test func optionOfGitIsNoRevision() throws {
    try write(horizon: "next")
    let run = try portico("check", "--previous-revision=--help")
    #expect(run.status == 2)
    #expect(run.errors.contains("--previous-revision: '--help' is no revision."))
  }

  @Test func machineWithoutGitIsTold() throws {
    try write(horizon: "next")
    let run = try Program.run(
      "check", "--previous-revision", "HEAD", in: folder.path, environment: ["PATH": "/nowhere"])
    #expect(run.status == 2)
    #expect(run.errors.contains("--previous-revision: git cannot be run."))
  }

  @Test func bothTogetherAreRefused() throws {
    try write(horizon: "next")
    let run = try portico("check", "--previous", "a.yaml", "--previous-revision", "HEAD")
    #expect(run.status == 2)
    #expect(run.errors.contains("--previous and --previous-revision exclude each other."))
  }
}
