import Diagnostics
import Files
import Pipeline
import Testing
import YAML

/// The engine alone, with the repository's theme and nothing of the domain: a site of Markdown.
@Suite struct EngineTests {
  private static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

  private func build(_ files: [String: String]) async -> BuildResult {
    let content = FileTree(name: "docs", files: files.mapValues { Array($0.utf8) })
    let themes = ThemeLocator(names: ["portico"]) { FileTree(folder: "\(EngineTests.root)/themes/\($0)") }
    return await Build(
      BuildOptions(content: content, themes: themes, asOf: CalendarDate(daysSinceEpoch: 0), jobs: 2)
    ).run()
  }

  private func text(_ path: String, of result: BuildResult) throws -> String {
    let output = try #require(result.outputs.first { $0.path == path })
    return String(decoding: try result.render(output), as: UTF8.self)
  }

  @Test func markdownIsPublishedWithTheDefaultTheme() async throws {
    let result = await build([
      "index.md": "# Welcome\n\nGo to [setup](guides/setup.md).", "guides/setup.md": "# Set up",
    ])
    #expect(result.diagnostics.isEmpty)
    let home = try text("index.html", of: result)
    #expect(home.hasPrefix("<!doctype html>\n<html lang=\"en\" dir=\"ltr\">"))
    #expect(home.contains("<p>Go to <a href=\"./guides/setup/\">setup</a>.</p>"))
    #expect(try text("guides/setup/index.html", of: result).contains("<h1 id=\"set-up\">Set up"))
  }

  @Test func themeNeedsNothingOfTheDomain() async {
    let result = await build(["guides/a.md": "", "404.md": "# Lost", "old.md": "---\naliases: [/older/]\n---"])
    #expect(result.diagnostics.isEmpty)
    #expect(
      result.outputs.map(\.path).filter { !$0.hasPrefix("assets/") } == [
        "404.html", "api/v1/pages.json", "api/v1/schemas/pages.schema.json", "api/v1/schemas/site.schema.json",
        "api/v1/schemas/urls.schema.json", "api/v1/site.json", "api/v1/urls.json", "guides/a/index.html",
        "guides/a/index.md", "guides/index.html", "index.html", "llms.txt", "old/index.html", "old/index.md",
        "older/index.html",
        "robots.txt", "search.en.js", "search.html",
      ])
  }

  @Test func homeLayoutWorksWithoutAPlatform() async throws {
    let result = await build(["portico.yaml": "title: Docs", "index.md": "---\ntemplate: section\n---\nHello"])
    #expect(result.diagnostics.isEmpty)
    #expect(try text("index.html", of: result).contains("<p>Hello</p>"))
  }

  @Test func yamlOfTheDomainIsAFileLikeAnyOther() async throws {
    let yaml = "apiVersion: portico/v1\nkind: Capability\n"
    let result = await build(["secrets.yaml": yaml])
    #expect(result.diagnostics.isEmpty)
    #expect(try text("secrets.yaml", of: result) == yaml)
  }

  @Test func settingsAreReadWithoutTheDomain() async throws {
    let result = await build(["portico.yaml": "title: Docs\nlanguage: de\ndomains: [{id: a}]", "a.md": "x"])
    #expect(result.diagnostics.isEmpty)
    #expect(try text("a/index.html", of: result).contains("<html lang=\"de\" dir=\"ltr\">"))
  }

  @Test func linesThatAskForPiecesOfTheDomainAreText() async throws {
    let result = await build(["a.md": "One\n:::slo secrets-read-availability\nTwo"])
    #expect(result.diagnostics.isEmpty)
    #expect(try text("a/index.html", of: result).contains("<p>One\n:::slo secrets-read-availability\nTwo</p>"))
  }
}
