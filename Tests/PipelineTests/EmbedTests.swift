import Diagnostics
import Files
import Pipeline
import SiteModel
import Templates
import TestSupport
import Testing
import YAML

/// What becomes of embeds between a source of pages and the theme.
@Suite struct EmbedTests {
  /// Greets whom the argument names, with the address of the home page.
  private struct Greetings: PageSource {
    let layouts: [LayoutField] = []
    private static let schema = Schema<(name: String, home: String)>(
      "greeting", [.text("name") { $0.name }, .text("home") { $0.home }])

    func claims(apiVersion: String, kind: String) -> Bool { false }

    var embeds: [EmbedKind] { [EmbedKind("greet", argument: "a name", shape: Greetings.schema.shape)] }

    func plan(_ content: SourceContent, site: SiteSettings, asOf: CalendarDate) -> Outcome<SourcePlan> {
      Outcome(
        SourcePlan(
          embeds: embeds.map { kind in
            EmbedPlan(kind: kind) { request in
              Outcome { context in
                Greetings.schema.value((request.argument?.value ?? "", context.link(folder: "")?.href ?? ""))
              }
            }
          }))
    }
  }

  private func build(_ page: String, partial: String? = "<a href=\"{{home}}\">Hello {{name}}</a>\n") async
    -> BuildResult
  {
    var files = ["index.md": "Home", "guides/a.md": page]
    files["theme/partials/embeds/greet.mustache"] = partial
    let content = FileTree(name: "content", files: files.mapValues { Array($0.utf8) })
    let options = BuildOptions(
      content: content, themes: TestSite.themes, asOf: CalendarDate(daysSinceEpoch: 0), jobs: 2)
    return await Build(options, pageSources: [Greetings()]).run()
  }

  private func text(_ result: BuildResult) throws -> String {
    let output = try #require(result.outputs.first { $0.path == "guides/a/index.html" })
    return String(decoding: try result.render(output), as: UTF8.self)
  }

  @Test func putsEachPieceInItsPlaceWithLinksFromItsPage() async throws {
    let result = await build("[Home](../index.md)\n\n:::greet \"A & B\"\n\n- x\n  :::greet C\n")
    #expect(result.diagnostics.isEmpty)
    #expect(
      try text(result).contains(
        """
        <p><a href="../../">Home</a></p>
        <a href="../../">Hello A &amp; B</a>
        <ul>
        <li>x
        <a href="../../">Hello C</a>
        </li>
        </ul>
        """))
  }

  @Test func reportsAThemeWithoutThePartialOnceAndShowsTheLine() async throws {
    let result = await build("One\n:::greet A\n\n:::greet B\n", partial: nil)
    #expect(result.diagnostics.map(\.rule.id) == ["missing-embed"])
    #expect(result.diagnostics[0].span == SourceSpan(path: "content/guides/a.md", line: 2, column: 4, length: 5))
    #expect(result.diagnostics[0].help == "Add 'partials/embeds/greet.mustache' to the theme.")
    #expect(try text(result).contains("<p>:::greet A</p>\n<p>:::greet B</p>"))
  }

  @Test func checksThePartialBeforeAnyPageShowsIt() async {
    let result = await build("No embed", partial: "{{nmae}}")
    #expect(result.diagnostics.map(\.message) == ["no 'nmae' in a greeting"])
    #expect(result.diagnostics.map(\.help) == ["Did you mean 'name'?"])
  }

  @Test func aThemeNeedsNoPartialForWhatNoPagePlaces() async {
    #expect(await build("No embed", partial: nil).diagnostics.isEmpty)
  }

  @Test func whatThePieceShowsIsNotInTheContents() async throws {
    let result = await build("## One\n\n:::greet A\n\n## Two\n", partial: "<h2 id=\"x\">{{name}}{{home}}</h2>")
    #expect(try text(result).contains("<a href=\"#one\">One</a>"))
    #expect(try !text(result).contains("href=\"#x\""))
  }
}
