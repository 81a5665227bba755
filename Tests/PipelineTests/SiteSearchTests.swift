import Pipeline
import TestSupport
import Testing

@Suite struct SiteSearchTests {
  private func search(_ text: String, jobs: Int = 1) async -> [String: String] {
    let site = await TestSite(text).build(jobs: jobs)
    let paths = site.result.outputs.map(\.path).filter { $0.hasPrefix("search.") || $0.hasPrefix("assets/search/") }
    return Dictionary(paths.map { ($0, site.text($0) ?? "") }) { first, _ in first }
  }

  private func shown(_ text: String) async throws -> String {
    try #require(await search(text).first { $0.key.hasPrefix("assets/search/en/d0.") }?.value)
  }

  @Test func pagesAreShownWithTheirSections() async throws {
    let shown = try await shown("-- portico.yaml --\ntitle: T\n-- a.md --\n# A\n\nOne.\n\n## B c\n\nTwo.")
    #expect(shown.contains("[\"A\",\"a/\",[\"\",\"\",\"One.\",\"B c\",\"#b-c\",\"Two.\"]]"))
  }

  @Test func aHeadingBesidesTheTitleNamesThePage() async throws {
    let shown = try await shown("-- portico.yaml --\ntitle: T\n-- a.md --\n---\ntitle: Overview\n---\n# A b\n\nOne.")
    #expect(shown.contains("[\"Overview\",\"a/\",[\"A b\",\"\",\"One.\"]]"))
  }

  @Test func dataIsFoundAsItIsShown() async throws {
    let shown = try await shown(
      """
      -- portico.yaml --
      title: T
      -- roadmap.yaml --
      apiVersion: portico/v1
      kind: Roadmap
      metadata: {name: roadmap}
      spec:
        updated: 2026-06-01
        items: [{id: faster, title: Faster builds, horizon: now, problem: They are slow., outcome: They are not.}]
      """)
    #expect(shown.contains("\"Faster builds\",\"#faster\",\""))
    #expect(shown.contains("They are slow."))
  }

  @Test func hiddenPagesAndThoseOfTheFrameAreNotFound() async throws {
    let shown = try await shown("-- index.md --\n# Home\n-- a.md --\n---\nhidden: true\n---\n# A")
    #expect(shown.hasPrefix("porticoShard=[[\"Home\""))
    #expect(!shown.contains("a/") && !shown.contains("404") && !shown.contains("search.html"))
  }

  @Test func synonymsAreThoseOfTheSettings() async throws {
    let files = await search("-- portico.yaml --\ntitle: T\nsearch:\n  synonyms: [\"undo, roll back\"]\n")
    #expect(try #require(files["search.en.js"]).contains("\"synonyms\":[[\"undo\",\"roll back\"]]"))
  }

  @Test func jobsDoNotChangeIt() async {
    let text =
      "-- portico.yaml --\ntitle: T\n" + (0..<40).map { "-- p\($0).md --\n# P \($0)\n\nword\($0 % 7)\n" }.joined()
    #expect(await search(text) == search(text, jobs: 3))
  }

  @Test func aThemeWithoutItsLayoutHasNone() async {
    let bare = TestSite(
      ["page", "section", "404", "redirect"].map { "-- bare/layouts/\($0).mustache --\n" }.joined()
    ).asThemes
    let site = await TestSite("-- portico.yaml --\ntitle: T\ntheme: bare\n-- a.md --").build(themes: bare)
    #expect(site.findings == [])
    #expect(site.result.outputs.allSatisfy { !$0.path.contains("search") })
  }
}
