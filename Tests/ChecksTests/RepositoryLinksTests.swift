import Checks
import Diagnostics
import Pipeline
import SiteModel
import TestSupport
import Testing

@Suite struct RepositoryLinksTests {
  /// The findings on a page with one link, in a repository of some files.
  private func findings(_ url: String, files: [String]? = ["src/main.swift", "content/a.md"]) async -> [String] {
    let site = await TestSite(
      """
      -- portico.yaml --
      title: A
      repository: {url: "https://git.example.com/team/portal", branch: release/1}
      -- a.md --
      [x](\(url))
      """
    ).build().result.site
    let repository = CoveredRepository(
      changed: nil, files: files.map { RepositoryPaths($0) }, read: { _ in Array("a\nb\nc".utf8) }, path: { $0 })
    return RepositoryLinks { _ in repository }.check(site).map { "\($0.message) \($0.help ?? "")" }
  }

  private static let repository = "https://git.example.com/team/portal"

  @Test(arguments: [
    "/blob/release/1/src/main.swift#L3", "/-/blob/release/1/src/main.swift?plain=1", "/tree/release/1/src/",
    "/blob/release/1/src/main.swift#L1C2-L3C4", "/blob/release/1/src/main.swift#Lines", "/tree/release/1",
    "/blob/HEAD/content/a.md?plain=1", "/blob/HEAD/content/a.md#L1", "/edit/HEAD/content/a.md", "/blob/main/gone.md",
    "/blob/v1.0/gone.md", "/issues/1",
    "-two/blob/release/1/gone.md",
  ])
  func leavesAloneWhatIsThereAndWhatIsNotOfTheBranch(_ path: String) async {
    #expect(await findings(RepositoryLinksTests.repository + path) == [])
  }

  @Test(arguments: [
    "https://git.example.com/team/portal/blob/release/1/src/mian.swift",
    "http://GIT.example.com/Team/portal/-/raw/release/1/src/mian.swift",
    "https://git.example.com/team/portal/edit/HEAD/src/mian.swift#L1",
  ])
  func reportsAFileThatTheWorkingTreeDoesNotHave(_ url: String) async {
    #expect(await findings(url) == ["the repository has no file 'src/mian.swift' Did you mean 'src/main.swift'?"])
  }

  @Test func reportsNothingWhereTheFilesAreNotKnown() async {
    #expect(await findings(RepositoryLinksTests.repository + "/blob/release/1/gone", files: nil) == [])
  }

  @Test(arguments: ["#L4", "#L2-L4", "#L2-4", "#L1C1-L4C2"])
  func reportsLinesThatTheFileDoesNotHave(_ fragment: String) async {
    let found = await findings(RepositoryLinksTests.repository + "/blob/release/1/src/main.swift" + fragment)
    #expect(found == ["'src/main.swift' ends with line 3, before line 4 "])
  }

  @Test(arguments: ["/blob/release/1/content/a.md", "/-/blob/HEAD/content/a.md#part"])
  func offersThePageOfTheSite(_ path: String) async {
    let found = await findings(RepositoryLinksTests.repository + path)
    #expect(found == ["'content/a.md' is a page of the site Link to 'a.md'."])
  }
}
