import Diagnostics
import Files
import Pipeline
import SiteModel
import Templates
import TestSupport
import Testing
import YAML

/// What a source of pages sees of the content, and what becomes of its files.
@Suite struct PageSourceTests {
  /// Claims pages of kind `note` and files named `*.data`, and publishes what it saw.
  private struct Notes: PageSource {
    let layouts: [LayoutField] = []
    let pageKinds = ["note"]

    func claims(apiVersion: String, kind: String) -> Bool { false }

    func claims(file: String) -> Bool { file.hasSuffix(".data") }

    func plan(_ content: SourceContent, site: SiteSettings, asOf: CalendarDate) -> Outcome<SourcePlan> {
      var diagnostics: [Diagnostic] = []
      var lines: [String] = []
      for page in content.pages {
        guard var details = page.frontMatter.details else { continue }
        lines.append("\(page.path) \(details.text("mood")?.value ?? "")")
        details.finish()
        diagnostics += details.diagnostics
      }
      for file in content.files { lines.append("\(file) \(String(decoding: content.read(file) ?? [], as: UTF8.self))") }
      lines.append("secret: \(content.read("../secret") == nil)")
      let text = lines.joined(separator: "; ")
      return Outcome(SourcePlan(files: [FilePlan(path: "notes.txt") { _ in Array(text.utf8) }]), diagnostics)
    }
  }

  private func build(_ files: [String: String]) async -> BuildResult {
    let content = FileTree(name: "content", files: files.mapValues { Array($0.utf8) })
    let options = BuildOptions(
      content: content, themes: TestSite.themes, asOf: CalendarDate(daysSinceEpoch: 0), jobs: 1)
    return await Build(options, pageSources: [Notes()]).run()
  }

  private func notes(_ result: BuildResult) throws -> String {
    let output = try #require(result.outputs.first { $0.path == "notes.txt" })
    return String(decoding: try result.render(output), as: UTF8.self)
  }

  @Test func readsTheKeysOfItsPages() async throws {
    let result = await build(["a.md": "---\ntitle: A\nkind: note\nmood: good\n---\n", "b.md": ""])
    #expect(result.diagnostics.isEmpty)
    #expect(try notes(result) == "a.md good; secret: true")
  }

  @Test func reportsKeysThatItDoesNotKnow() async {
    let result = await build(["a.md": "---\ntitle: A\nkind: note\nmod: good\ntpye: x\n---\n"])
    #expect(result.diagnostics.map(\.message) == ["note has no key 'mod'", "note has no key 'tpye'"])
    #expect(result.diagnostics.map(\.help) == ["Did you mean 'mood'?", "Did you mean 'type'?"])
  }

  @Test func reportsAKindThatNoSourceReads() async {
    let result = await build(["a.md": "---\nkind: note2\nmood: good\n---\n"])
    #expect(result.diagnostics.map(\.rule.id) == ["unknown-page-kind", "unknown-key"])
    #expect(result.diagnostics.map(\.help) == ["Did you mean 'note'?", "Correct the spelling, or remove the key."])
  }

  @Test func readsItsFilesAndDoesNotPublishThem() async throws {
    let result = await build(["a.data": "12", "b.txt": "", "c.md": "[x](a.data)"])
    #expect(try notes(result) == "a.data 12; secret: true")
    #expect(!result.outputs.map(\.path).contains("a.data"))
    #expect(result.outputs.map(\.path).contains("b.txt"))
  }

  @Test func seesNoDrafts() async throws {
    let result = await build(["a.md": "---\ndraft: true\nkind: note\n---\n"])
    #expect(try notes(result) == "secret: true")
  }
}
