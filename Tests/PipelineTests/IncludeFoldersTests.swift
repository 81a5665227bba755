import Diagnostics
import Files
import Foundation
import Pipeline
import TestSupport
import Testing

/// What pages may include, on disk, as symbolic links and folders outside of the content are there only.
@Suite struct IncludeFoldersTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      """
      -- docs/portico.yaml --
      title: Portal
      snippets: [../examples, parts]
      -- docs/index.md --
      # Home
      -- docs/guides/near.md --
      Near.
      -- docs/parts/support.md --
      ---
      title: Support
      ---
      Ask [us](../index.md).
      -- docs/_drafts/idea.md --
      Idea.
      -- examples/hello.md --
      Hello
      :::include ./world.md
      -- examples/world.md --
      world.
      -- secret.md --
      Secret.
      """)
  }

  /// What a page `guides/page.md` shows, with what was found.
  private func page(_ text: String) async throws -> (html: String, findings: [String]) {
    try folder.write("-- docs/guides/page.md --\n\(text)")
    let site = await TestSite.build(FileTree(folder: folder.path + "/docs"))
    let main = site.main("guides/page/index.html") ?? ""
    let prose = main.firstRange(of: "<p>").map { String(main[$0.lowerBound...]) } ?? ""
    return (
      prose.firstRange(of: "\n\n</div>").map { String(prose[..<$0.lowerBound]) } ?? prose,
      site.diagnostics.map { "\($0.rule.id): \($0.message)" }
    )
  }

  @Test(arguments: [
    ("guides/near.md", "<p>Near.</p>"), ("near.md", "<p>Near.</p>"), ("./near.md", "<p>Near.</p>"),
    ("../parts/support.md", "<p>Ask <a href=\"../../\">us</a>.</p>"),
    ("support.md", "<p>Ask <a href=\"../../\">us</a>.</p>"), ("docs/_drafts/idea.md", "<p>Idea.</p>"),
    ("hello.md", "<p>Hello</p>\n<p>world.</p>"),
  ])
  func pathsStartInTheContentInSnippetsAndBesideTheText(path: String, html: String) async throws {
    let page = try await page(":::include \(path)\n")
    #expect(page.html == html)
    #expect(page.findings == [])
  }

  @Test(arguments: ["../../secret.md", "/etc/hostname", "https://example.com/a.md", "../examples/../../../x.md"])
  func noPathLeadsOut(path: String) async throws {
    let page = try await page(":::include \(path)\n")
    #expect(page.findings == ["include-outside: '\(path)' leads out of the folders that may be included from"])
  }

  @Test(arguments: ["docs/guides/link.md", "examples/link.md"])
  func noSymbolicLinkLeadsOut(path: String) async throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/" + path, withDestinationPath: folder.path + "/secret.md")
    let page = try await page(":::include link.md\n")
    #expect(page.findings.contains("include-missing: no file 'link.md' to include"))
    #expect(!page.html.contains("Secret"))
  }

  @Test func filesThatAreOnlyIncludedAreNoPages() async throws {
    let site = await TestSite.build(FileTree(folder: folder.path + "/docs"))
    #expect(
      site.paths.filter { $0.hasSuffix(".html") }.sorted() == [
        "404.html", "guides/index.html", "guides/near/index.html", "index.html",
      ])
  }

  @Test func aFolderOfSnippetsHasToBeThere() async throws {
    try folder.write("-- docs/portico.yaml --\ntitle: Portal\nsnippets: [../exampels, /etc, part]")
    #expect(
      try await page("x").findings == [
        "setting-value: there is no folder '../exampels'", "setting-value: there is no folder '/etc'",
        "setting-value: there is no folder 'part'",
      ])
  }

  @Test func aFaultInAnIncludedTextIsToldOnce() async throws {
    try folder.write("-- docs/_drafts/idea.md --\n[x](gone.md)")
    #expect(
      try await page(":::include docs/_drafts/idea.md\n:::include docs/_drafts/idea.md\n").findings == [
        "broken-link: no page or file 'gone.md'"
      ])
  }
}
