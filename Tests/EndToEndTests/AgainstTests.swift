import Foundation
import TestSupport
import Testing

/// `check --against` as CI runs it.
@Suite struct AgainstTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      """
      -- docs/index.md --
      # Home

      An [old fault](nowhere.md).

      [Setup](setup.md#need)
      -- docs/setup.md --
      # Setup

      ## Need
      """)
    try Repository(folder).begin()
  }

  private func commit() throws { try Repository(folder).commit() }

  private func git(_ arguments: String...) throws { try Repository(folder).run(arguments) }

  private func check(_ arguments: String..., in subfolder: String = "") throws -> Run {
    try Program.run(
      ["check"] + arguments, in: folder.path + subfolder, environment: ["PATH": "/usr/bin:/bin", "TMPDIR": folder.path])
  }

  @Test func findingsThatWereThereBeforeAreNotReported() throws {
    let run = try check("docs", "--against", "main")
    #expect(run.output == "")
    #expect(run.status == 0)
  }

  @Test func faultThatAChangeMakesElsewhereIsReported() throws {
    try folder.write("-- docs/setup.md --\n# Setup\n\n## You need")
    let run = try check("docs", "--against", "main", "--format", "github")
    #expect(run.status == 1)
    #expect(
      run.output.split(separator: "\n").map { $0.prefix { $0 != "," } } == [
        "::error file=docs/index.md", "::error file=docs/setup.md",
      ])
    #expect(!run.output.contains("nowhere.md"))
  }

  @Test func linkToElsewhereThatWasThereBeforeIsNotAskedFor() throws {
    try folder.write("-- docs/index.md --\n# Home\n\n[a](https://a.tools/)")
    try commit()
    try git("branch", "--force", "main")
    try folder.write("-- docs/index.md --\n# Home\n\n[a](https://a.tools/) [b](https://b.tools/)")
    let run = try check("docs", "--against", "main", "--external", "--offline", "--external-cache", "links.txt")
    #expect(
      run.output
        == "warning: 1 external link was not checked: the cache knows nothing of it [unchecked-external-link]\n")
  }

  @Test func sameFaultOnceMoreIsNew() throws {
    try folder.write("-- docs/more.md --\n# More\n\n[x](nowhere.md)")
    let run = try check("docs", "--against", "main")
    #expect(run.output.hasPrefix("docs/more.md:3:5: error: no page or file 'nowhere.md' [broken-link]\n"))
  }

  @Test func linesThatMoveMakeNothingNew() throws {
    try folder.write("-- docs/index.md --\n# Home\n\nMore.\n\nAn [old fault](nowhere.md).\n\n[Setup](setup.md#need)")
    #expect(try check("docs", "--against", "main").output == "")
  }

  @Test(arguments: [("docs", ""), (".", "/docs"), ("../docs", "/docs"), ("./docs/", "")])
  func contentMayBeNamedFromAnywhere(content: String, subfolder: String) throws {
    let run = try check(content, "--against", "main", in: subfolder)
    #expect(run.output == "")
    #expect(run.status == 0)
  }

  @Test func contentMayBeNamedByItsWholePath() throws {
    #expect(try check(folder.path + "/docs", "--against", "main").output == "")
  }

  @Test func mergeBaseCountsAndNotTheTip() throws {
    try git("checkout", "--quiet", "main")
    try folder.write("-- docs/later.md --\n# Later")
    try commit()
    try git("checkout", "--quiet", "change")
    let run = try check("docs", "--against", "main")
    #expect(run.output == "")
  }

  @Test func addressThatIsGoneIsAnError() throws {
    try FileManager.default.removeItem(atPath: folder.path + "/docs/setup.md")
    try folder.write("-- docs/install.md --\n# Install\n\n## Need\n-- docs/index.md --\n# Home")
    let run = try check("docs", "--against", "main")
    #expect(
      run.output == """
        docs/install.md:1:1: error: '/setup/' was public and is gone without a redirect [vanished-address]
          1 | # Install
            | ^
          help: If 'Install' took its place, write 'aliases: [/setup/]' in its front matter.

        """)
    #expect(run.status == 1)
  }

  @Test(arguments: ["public", "public/api/v1/urls.json"]) func publishedSiteIsAsGoodARecord(name: String) throws {
    _ = try Program.run("build", "docs", "--output", "public", "--keep-going", in: folder.path)
    try folder.write("-- docs/setup.md --\n# Setup\n-- docs/index.md --\n# Home")
    let run = try check("docs", "--against", name)
    #expect(run.output.contains("the anchor '#need' of '/setup/' was public and is gone [vanished-anchor]"))
  }

  @Test func nothingIsLeftBehind() throws {
    _ = try check("docs", "--against", "main")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.filter { $0.hasPrefix("portico-") } == [])
    #expect(try Repository(folder).status == "")
  }

  @Test func revisionThatIsNotThereIsRefused() throws {
    let run = try check("docs", "--against", "v9")
    #expect(run.status == 2)
    #expect(run.errors.contains("--against: there is no revision 'v9'. Name a revision, the folder of a site, or its"))
  }

  @Test func folderThatWasNotThereIsRefused() throws {
    try folder.write("-- new/index.md --\n# New")
    let run = try check("new", "--against", "main")
    #expect(run.status == 2)
    #expect(run.errors.contains("has no folder 'new'"))
  }

  @Test func fileThatIsNoListOfAddressesIsRefused() throws {
    let run = try check("docs", "--against", "docs/setup.md")
    #expect(run.status == 2)
    #expect(run.errors.contains("--against: 'docs/setup.md' is no api/v1/urls.json of a site."))
  }
}
