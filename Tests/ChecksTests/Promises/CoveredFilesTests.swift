import Checks
import Diagnostics
import Pipeline
import TestSupport
import Testing

@Suite struct CoveredFilesTests {
  /// What is found of a page `content/a.md` of a repository with these files.
  private func findings(
    _ covers: String, changed: [String]? = nil, files: [String]? = nil, text: String = "# A"
  ) async -> [String] {
    let site = await TestSite("-- a.md --\n---\ncovers: \(covers)\n---\n\(text)\n-- other.md --\nText").build()
    let check = CoveredFiles { _ in
      CoveredRepository(
        changed: changed.map(RepositoryPaths.init), files: files.map(RepositoryPaths.init), read: { _ in nil }
      ) {
        $0.hasPrefix("content/") ? $0 : nil
      }
    }
    return check.check(site.result.site).map { finding in
      "\(finding.span?.line ?? 0):\(finding.span?.column ?? 0) \(finding.rule.id): \(finding.message)"
    }
  }

  private func changed(_ files: String) -> String {
    "2:9 covers-changed: \(files), which the page covers, changed, and the page did not"
  }

  @Test(arguments: [
    "src/api/a.swift", "src/api/", "src", "/src/", "./src/api", "src/**", "'**/a.swift'", "src/*/a.swift", "'*.swift'",
    "a.swift", "src/[ab]pi/?.swift",
  ])
  func patternsAreThoseOfIgnoreFiles(pattern: String) async {
    let found = await findings(pattern, changed: ["README.md", "src/api/a.swift", "srcs/x"])
    #expect(found == [changed("'src/api/a.swift'")])
  }

  @Test(arguments: ["src/b", "/api/", "src/*.swift", "/a.swift", "SRC/", "src/api/a.swif", "a"])
  func othersDoNotMatch(pattern: String) async {
    #expect(await findings(pattern, changed: ["src/api/a.swift"]) == [])
  }

  @Test func theFindingStandsAtTheFirstPatternThatMatches() async {
    let found = await findings("[docs/, src/b, src/a, '!src/a/x']", changed: ["src/a/x", "src/a/y", "src/b/z"])
    #expect(
      found == [
        "2:17 covers-changed: 'src/a/y' and 'src/b/z', which the page covers, changed, and the page did not"
      ])
  }

  @Test func ofManyFilesSomeAreNamed() async {
    #expect(
      await findings("src", changed: ["src/d", "src/c", "src/b", "src/a"])
        == [changed("'src/a', 'src/b' and 2 more")])
  }

  @Test func whoChangesThePageHasReadIt() async {
    #expect(await findings("src", changed: ["content/a.md", "src/a"]) == [])
  }

  @Test func whatThePageIncludesChangesIt() async {
    #expect(await findings("content/other.md", changed: ["content/other.md"], text: ":::include other.md") == [])
    #expect(
      await findings("content/other.md", changed: ["content/other.md"]) == [changed("'content/other.md'")])
  }

  @Test func nobodyAskedWhatChanged() async { #expect(await findings("src", files: ["src/a"]) == []) }

  @Test func aPatternHasToMatchAFile() async {
    #expect(
      await findings("[src, lib/**, '!lib/x', Makefile]", files: ["src/a", "makefile"]) == [
        "2:15 covers-nothing: no file of the repository is 'lib/**'",
        "2:33 covers-nothing: no file of the repository is 'Makefile'",
      ])
  }

  @Test func whatIsGoneIsOneFinding() async {
    #expect(
      await findings("src/a", changed: ["src/a"], files: ["src/b"])
        == ["2:9 covers-nothing: no file of the repository is 'src/a'"])
  }

  @Test(arguments: [
    ("src/api/a.swift", "lib/a.swift"), ("src/deplyo.sh", "src/deploy.sh"), ("./scr/*.sh", "src/*.sh"),
    ("src/*.rb", nil),
    ("zzz", nil),
  ])
  func aFileOfThatNameIsSuggested(written: String, right: String?) async {
    let site = await TestSite("-- a.md --\n---\ncovers: \(written)\n---\n").build()
    let check = CoveredFiles { _ in
      CoveredRepository(changed: nil, files: RepositoryPaths(["lib/a.swift", "src/deploy.sh"]), read: { _ in nil }) {
        $0
      }
    }
    let general = "Write a path or a pattern from the root of the repository, such as 'src/deploy/**'."
    #expect(
      check.check(site.result.site).map(\.help) == [right.map { "Did you mean '\($0)'?" } ?? general])
  }

  @Test func theRepositoryIsAskedOnlyWhereAPageCoversFiles() async {
    let site = await TestSite("-- a.md --\n# A").build()
    let check = CoveredFiles { _ in
      Issue.record("nobody needs to know")
      return nil
    }
    #expect(check.check(site.result.site).isEmpty)
  }
}
