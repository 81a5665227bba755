import Diagnostics
import Files
import Pipeline
import TestSupport
import Testing
import YAML

/// What of a content folder becomes a page, a file, a source, or nothing.
///
/// On disk, as folders are left out there.
@Suite struct ContentReaderTests {
  /// The outputs of a content folder, without what every site has.
  private func outputs(_ text: String) async throws -> [String] {
    let folder = try TemporaryFolder()
    try folder.write(text)
    return await built(folder).outputs.map(\.path).filter {
      !$0.hasPrefix("assets/") && !BuiltSite.isForPrograms($0)
        && !["404.html", "robots.txt", "index.html"].contains($0)
    }
  }

  private func built(_ folder: TemporaryFolder) async -> BuildResult {
    await TestSite.build(FileTree(folder: folder.path)).result
  }

  @Test func markdownBecomesPagesAndAllElseFiles() async throws {
    let outputs = try await outputs(
      """
      -- a.md --
      -- b.markdown --
      -- UPPER.MD --
      -- logo.svg --
      -- notes.txt --
      -- .hidden.md --
      """)
    #expect(outputs == ["UPPER/index.html", "a/index.html", "b/index.html", "logo.svg", "notes.txt"])
  }

  @Test func yamlOfTheDomainIsReadAndOtherYamlIsAFile() async throws {
    let outputs = try await outputs(
      """
      -- roadmap.yaml --
      apiVersion: portico/v1
      kind: Roadmap
      metadata: {name: platform}
      spec: {updated: 2026-06-01, items: []}
      -- deployment.yaml --
      apiVersion: apps/v1
      kind: Deployment
      -- broken.yaml --
      a: [
      """)
    #expect(outputs == ["broken.yaml", "deployment.yaml", "roadmap/index.html"])
  }

  @Test func yamlOfTheDomainIsKnownBehindAByteOrderMarkAndWithWindowsLineEnds() async throws {
    let outputs = try await outputs(
      "-- roadmap.yaml --\n\u{FEFF}apiVersion: portico/v1\r\nkind: Roadmap\r\nmetadata: {name: platform}\r\n"
        + "spec: {updated: 2026-06-01, items: []}\r\n")
    #expect(outputs == ["roadmap/index.html"])
  }

  @Test func kindMayBeQuotedAndCommented() async throws {
    let outputs = try await outputs(
      """
      -- roadmap.yaml --
      apiVersion: "portico/v1"
      kind: 'Roadmap' # what is next
      metadata: {name: platform}
      spec: {updated: 2026-06-01, items: []}
      """)
    #expect(outputs == ["roadmap/index.html"])
  }

  @Test(arguments: [
    "source.yaml --\napiVersion: openslo/v1\nkind: DataSource\nmetadata: {name: p}\nspec: {type: T, connectionDetails: {password: x}}",
    "source.yaml --\n{apiVersion: openslo/v1, kind: DataSource, metadata: {name: p}, spec: {type: T, connectionDetails: {a: x}}}",
    "source.yaml --\n- apiVersion: openslo/v1\n  kind: DataSource\n  metadata: {name: p}\n  spec: {type: T}",
    "source.yaml --\n  apiVersion: openslo/v1\n  kind: DataSource\n  metadata: {name: p}\n  spec: {type: T}",
    "source.yaml --\n'apiVersion': openslo/v1\n\"kind\": DataSource\nmetadata: {name: p}\nspec: {type: T}",
    "source.json --\n{\"apiVersion\":\"openslo\\/v1\",\"kind\":\"DataSource\",\"metadata\":{\"name\":\"p\"},\"spec\":{\"type\":\"T\"}}",
    "source.json --\n[\n  {\n    \"apiVersion\": \"openslo/v1\",\n    \"kind\": \"Service\", \"metadata\": {\"name\": \"p\"}}]",
    "source.yaml --\napiVersion: v1\nkind: List\nitems:\n- apiVersion: openslo/v1\n  kind: Service\n  metadata: {name: p}",
  ])
  func openSLODocumentsAreNeverPublishedAsFiles(file: String) async throws {
    #expect(try await outputs("-- " + file) == [])
  }

  @Test func documentThatOnlyMentionsAnotherIsAFile() async throws {
    let outputs = try await outputs(
      """
      -- config.yaml --
      apiVersion: v1
      kind: ConfigMap
      data:
        slo.yaml: |
          apiVersion: openslo/v1
          kind: Service
      -- package.json --
      {"name": "a", "kind": "x"}
      """)
    #expect(outputs == ["config.yaml", "package.json"])
  }

  // MARK: Secrets

  @Test(arguments: [
    "apiVersion: openslo/v1\nkind: DataSource\nmetadata: {name: p}\nspec: {connectionDetails: {password: hunter2}}",
    "apiVersion: openslo/v1\nkind: DataSource\nmetadata: {name: p}\nspec: {type: T, conectionDetails: {password: hunter2}}",
    "apiVersion: openslo/v1\nkind: DataSource\nspec:\n  connectionDetails:\n    password: \"hunter2",
    "apiVersion: openslo/v1\nkind: DataSource\nspec:\n  connectionDetails:\n  password hunter2\n  a: b",
    "apiVersion: openslo/v1\nkind: DataSource\nspec:\n  connectionDetails: @hunter2\n",
    "{apiVersion: openslo/v1, kind: DataSorce, metadata: {name: p}, spec: {connectionDetails: {password: hunter2}}}",
    "apiVersion: openslo/v1\nkind: DataSource\nmetadata: {name: p}\nspec: {connectionDetails: {\n    - ${{ values.a }}, hunter2",
  ])
  func reportsNeverShowConnectionDetails(_ text: String) async throws {
    let site = await TestSite("-- source.yaml --\n" + text).build()
    #expect(!site.findings.isEmpty)
    #expect(!site.report.contains("hunter2"))
    #expect(site.paths.filter { $0.hasSuffix(".yaml") } == [])
  }

  @Test func skeletonsThemeAndHiddenFoldersAreNoContent() async throws {
    let outputs = try await outputs(
      """
      -- templates/go/skeleton/README.md --
      -- templates/go/guide.md --
      -- theme/assets/logo.svg --
      -- node_modules/left-pad/README.md --
      -- .git/config --
      -- guides/theme/colours.md --
      """)
    #expect(
      outputs == [
        "guides/index.html", "guides/theme/colours/index.html", "guides/theme/index.html",
        "templates/go/guide/index.html", "templates/go/index.html", "templates/index.html",
      ])
  }

  @Test func settingsFileIsNotPublished() async throws {
    let outputs = try await outputs("-- portico.yaml --\ntitle: T\n-- guides/portico.yaml --\na: 1")
    #expect(outputs == ["guides/portico.yaml"])
  }

  @Test func shortNameOfTheSettingsFileIsKnown() async throws {
    let site = await TestSite("-- portico.yml --\ntitle: Harbour").build()
    #expect(site.text("index.html")?.contains("<title>Harbour</title>") == true)
  }

  @Test func folderWithoutSettingsBuilds() async throws {
    let site = await TestSite("-- guide.md --\n# Guide").build()
    #expect(site.findings == [])
    #expect(site.paths == ["404.html", "guide/index.html", "index.html", "robots.txt"])
  }

  @Test func emptyFolderHasAHomePage() async throws {
    let site = await TestSite("").build()
    #expect(site.findings == [])
    #expect(site.paths == ["404.html", "index.html", "robots.txt"])
  }

  @Test func settingsThatCannotBeReadAreReportedOnceAtTheirPlace() async {
    let site = await TestSite("-- portico.yaml --\ntitle: T\ndescription: a: b").build()
    #expect(site.rules == ["yaml-syntax"])
    #expect(site.diagnostics.first?.span?.path == "content/portico.yaml")
    #expect(site.diagnostics.first?.span?.line == 2)
  }

  @Test func settingsWithoutTitleAreAnError() async {
    let site = await TestSite("-- portico.yaml --\nlanguage: de").build()
    #expect(site.findings == ["content/portico.yaml:1:1: error: portico.yaml has no 'title' [missing-key]"])
  }

  @Test func settingsAreReportedWithLineColumnAndSuggestion() async {
    let site = await TestSite("-- portico.yaml --\ntitle: T\nlangauge: de").build()
    #expect(
      site.findings == ["content/portico.yaml:2:1: warning: portico.yaml has no key 'langauge' [unknown-key]"])
    #expect(site.diagnostics.first?.help == "Did you mean 'language'?")
  }

  @Test func missingFolderIsAnError() async throws {
    let result = await TestSite.build(FileTree(folder: "/nowhere/at/all")).result
    #expect(result.diagnostics.map(\.rule.id) == ["file-unreadable"])
  }

  @Test func emptyPageHasItsTitleFromItsName() async {
    let site = await TestSite("-- getting-started.md --").build()
    #expect(site.findings == [])
    #expect(site.text("getting-started/index.html")?.contains("<h1>Getting started</h1>") == true)
  }

  @Test func pageOverTheSizeLimitIsRefusedWithADiagnostic() async {
    var site = TestSite("-- index.md --\n# Home")
    site.set("big.md", Array(repeating: UInt8(ascii: "a"), count: 10 << 20))
    let built = await site.build()
    #expect(built.rules == ["markdown-limit"])
    #expect(built.diagnostics.first?.span?.path == "content/big.md")
  }

  @Test func symbolicLinksOutOfTheContentAndInACircleAreErrors() async throws {
    let folder = try TemporaryFolder()
    try folder.write("-- content/guides/a.md --\n-- secret.txt --\npassword")
    try folder.link("content/leak.txt", to: "../secret.txt")
    try folder.link("content/guides/all", to: "..")
    let result = await TestSite.build(FileTree(folder: folder.path + "/content")).result
    #expect(result.diagnostics.map(\.rule.id) == ["symlink-loop", "symlink-outside"])
    #expect(!result.outputs.contains { $0.path == "leak.txt" })
  }

  @Test func symbolicLinkInsideTheContentIsFollowed() async throws {
    let folder = try TemporaryFolder()
    try folder.write("-- a.txt --\nsame")
    try folder.link("b.txt", to: "a.txt")
    let result = await built(folder)
    #expect(result.diagnostics.isEmpty)
    let output = try #require(result.outputs.first { $0.path == "b.txt" })
    #expect(try result.render(output) == Array("same\n".utf8))
  }
}
