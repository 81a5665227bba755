import Checks
import Diagnostics
import Pipeline
import SiteModel
import TestSupport
import Testing

@Suite struct GitHostViewTests {
  private static let url = "https://git.example.com/team/portal"

  /// The findings on a page `guides/here.md` with one link, in a repository whose content folder is `content`.
  private func findings(_ link: String, isHosted: Bool = true) async -> [Diagnostic] {
    let site = await TestSite(
      """
      -- portico.yaml --
      title: A
      \(isHosted ? "repository: {url: \"\(GitHostViewTests.url)\", branch: main}" : "")
      -- guides/here.md --
      \(link)
      -- guides/setup.md --
      # Setup

      <h2>What you <em>need</em> &amp; have</h2>

      <h3 id="own">Your own</h3>
      """
    ).build().result.site
    let files = [
      "README.md", "src/main.swift", "src/two words.swift", "logo.png", "content/guides/setup.md",
      "content/guides/here.md", "content/guides/_draft.md",
    ]
    let repository = CoveredRepository(changed: nil, files: RepositoryPaths(files), read: { _ in nil }, path: { $0 })
    return BrokenLinks { _ in repository }.check(site)
  }

  @Test(arguments: [
    ("../../src/main.swift", "blob/main/src/main.swift"), ("/src/main.swift#L3", "blob/main/src/main.swift#L3"),
    ("../../src/", "tree/main/src"), ("../../src/two%20words.swift?a", "blob/main/src/two%20words.swift?a"),
  ])
  func givesTheAddressOfAFileOfTheRepository(destination: String, address: String) async {
    let found = await findings("[x](\(destination))")
    let right = GitHostViewTests.url + "/" + address
    #expect(found.map(\.message) == ["'\(destination)' is in the repository, and the site does not publish it"])
    #expect(found.map(\.help) == ["Link to '\(right)'."])
    #expect(found.map(\.fix?.text) == [right])
  }

  @Test(arguments: [
    "/content/guides/setup.md#setup", "content/guides/setup.md#setup", "../../content/guides/setup.md#setup",
  ])
  func writesWhatIsRightFromTheRootOfTheRepositoryForTheSite(_ destination: String) async {
    let found = await findings("[x](\(destination))")
    #expect(
      found.map(\.message) == ["'\(destination)' is right in the repository, and the site begins at its content folder"]
    )
    #expect(found.map(\.fix?.text) == ["setup.md#setup"])
  }

  @Test func leavesTheRestToAPerson() async {
    #expect(await findings("![A](../../logo.png)").map(\.help) == ["Move the image into the content folder."])
    let draft = await findings("[x](_draft.md)")
    #expect(draft.map(\.help) == ["Link to '\(GitHostViewTests.url)/blob/main/content/guides/_draft.md'."])
    #expect(draft.map(\.fix?.text) == [nil])
    let unhosted = await findings("[x](../../README.md)", isHosted: false)
    #expect(unhosted.map(\.help) == ["Link to its address on the Git host."])
    #expect(unhosted.map(\.fix?.text) == [nil])
  }

  @Test(arguments: ["/src/gone.swift", "../../gone.md", "contents/guides/setup.md", "../src/main.swift"])
  func saysNothingOfWhatTheRepositoryDoesNotHave(_ destination: String) async {
    let found = await findings("[x](\(destination))")
    #expect(found.count == 1)
    #expect(found.allSatisfy { !$0.message.contains("repository") })
  }

  @Test func knowsTheIdsOfHeadingsInHTML() async {
    let found = await findings("[x](setup.md#what-you-need--have) [y](setup.md#your-own)")
    #expect(found.count == 2)
    #expect(
      found[0].message
        == "the heading '#what-you-need--have' on the page 'Setup' is written as HTML, which has an id on the Git host alone"
    )
    #expect(found[1].message == "no anchor '#your-own' on the page 'Setup'")
  }
}
