import Diagnostics
import Files
import Pipeline
import TestSupport
import Testing
import YAML

/// The texts of themes by language, and what overrides single ones.
@Suite struct ThemeTextsTests {
  private static let theme = """
    -- base/layouts/page.mustache --
    <main>{{> text/hello}} {{> text/by}}</main>
    -- base/layouts/section.mustache --
    -- base/layouts/404.mustache --
    -- base/layouts/redirect.mustache --
    -- base/partials/navigation.mustache --
    -- base/strings/en.yaml --
    hello: Hello
    by: 'by {{site.title}}'
    -- base/strings/de.yaml --
    hello: Hallo
    by: 'von {{site.title}}'

    """

  private func site(_ text: String, theme: String = "") async -> BuiltSite {
    await TestSite("-- portico.yaml --\ntitle: T\ntheme: base\n" + text + "\n-- a.md --\n")
      .build(themes: TestSite(ThemeTextsTests.theme + theme).asThemes)
  }

  private func page(_ text: String, theme: String = "") async throws -> String {
    let site = await site(text, theme: theme)
    #expect(site.findings == [])
    return try #require(site.main("a/index.html"))
  }

  @Test func textsAreEnglishUnlessASiteSaysOtherwise() async throws {
    #expect(try await page("") == "Hello by T")
  }

  @Test func textsAreInTheLanguageOfTheSite() async throws {
    #expect(try await page("language: de") == "Hallo von T")
  }

  @Test func textsOfALanguageServeItsRegions() async throws {
    #expect(try await page("language: de-AT") == "Hallo von T")
  }

  @Test func regionOverridesItsLanguage() async throws {
    #expect(try await page("language: de-AT", theme: "-- base/strings/de-AT.yaml --\nhello: Servus") == "Servus von T")
  }

  @Test func siteOverridesASingleText() async throws {
    #expect(try await page("-- theme/strings/en.yaml --\nhello: Good day") == "Good day by T")
  }

  @Test func overrideInEnglishLeavesOtherLanguagesAlone() async throws {
    #expect(try await page("language: de\n-- theme/strings/en.yaml --\nhello: Good day") == "Hallo von T")
  }

  @Test func derivedThemeAddsATextThatItsOwnTemplateShows() async throws {
    let site = await TestSite("-- portico.yaml --\ntitle: T\ntheme: derived\n-- a.md --").build(
      themes: TestSite(
        ThemeTextsTests.theme + """
          -- derived/theme.yaml --
          extends: base
          -- derived/layouts/page.mustache --
          <main>{{> text/bye}}</main>
          -- derived/strings/en.yaml --
          bye: Bye
          """
      ).asThemes)
    #expect(site.findings == [])
    #expect(site.main("a/index.html") == "Bye")
  }

  // MARK: What templates do not hold

  @Test func phraseIsSaidInTheLanguageOfThePage() async throws {
    let site = await TestSite(
      """
      -- portico.yaml --
      title: T
      theme: base
      language: de
      -- a.md --
      ---
      type: how-to
      ---
      """
    ).build(
      themes: TestSite(
        ThemeTextsTests.theme + """
          phrases:
            How-to guide: Anleitung
          -- base/layouts/page.mustache --
          <main>{{page.typeLabel}}</main>
          """
      ).asThemes)
    #expect(site.main("a/index.html") == "Anleitung")
  }

  // MARK: Findings

  @Test func languageWithoutTextsIsReportedWhereItIsSet() async {
    let site = await site("language: fr")
    #expect(
      site.findings == [
        "content/portico.yaml:3:11: warning: the theme has no texts in 'fr', and shows those in English "
          + "[missing-translation]"
      ])
    #expect(site.main("a/index.html") == "Hello by T")
  }

  @Test func textThatALanguageLacksIsReportedAndShownInEnglish() async {
    let site = await site("language: fr\n-- theme/strings/fr.yaml --\nhello: Bonjour")
    #expect(
      site.findings == [
        "content/theme/strings/fr.yaml:1:1: warning: 1 of the theme's texts have no translation: 'by' "
          + "[missing-translation]"
      ])
    #expect(site.main("a/index.html") == "Bonjour by T")
  }

  @Test func overrideThatNothingShowsIsReportedWithASuggestion() async {
    let site = await site("-- theme/strings/en.yaml --\nhelo: Good day")
    #expect(
      site.findings == ["content/theme/strings/en.yaml:1:1: warning: no template shows a text 'helo' [unknown-text]"])
    #expect(site.diagnostics.first?.help == "Did you mean 'hello'?")
  }

  @Test func phraseThatALanguageLacksIsReportedLikeAText() async {
    let site = await site(
      "language: fr\n-- theme/strings/fr.yaml --\nhello: Bonjour\nby: par\nphrases:\n  Met: Tenu",
      theme: "-- base/strings/en.yaml --\nhello: Hello\nby: by\nphrases:\n  Met:\n  At risk:\n")
    #expect(
      site.findings == [
        "content/theme/strings/fr.yaml:1:1: warning: 1 of the theme's texts have no translation: 'At risk' "
          + "[missing-translation]"
      ])
  }

  @Test func phraseThatNothingSaysIsReportedWithASuggestion() async {
    let site = await site(
      "-- theme/strings/en.yaml --\nphrases:\n  At rsik: In danger",
      theme: "-- base/strings/en.yaml --\nhello: Hello\nby: by\nphrases:\n  Met:\n  At risk:\n")
    #expect(
      site.findings == ["content/theme/strings/en.yaml:2:3: warning: nothing shows a text 'At rsik' [unknown-text]"])
    #expect(site.diagnostics.first?.help == "Did you mean 'At risk'?")
  }

  @Test func faultInATextIsReportedInItsFile() async {
    let site = await site("-- theme/strings/en.yaml --\nby: 'by {{site.titel}}'")
    #expect(site.findings == ["content/theme/strings/en.yaml:1:5: error: no 'titel' in a site [unknown-name]"])
  }

  @Test func keyThatNoLanguageHasIsReportedInTheTemplate() async {
    let site = await site("-- theme/layouts/page.mustache --\n{{> text/helo}}")
    #expect(
      site.findings == [
        "content/theme/layouts/page.mustache:1:5: error: no template 'partials/text/helo' [missing-partial]"
      ])
    #expect(site.diagnostics.first?.help == "Did you mean 'text/hello'?")
  }

  @Test func textThatIsAListIsReported() async {
    let site = await site("-- theme/strings/en.yaml --\nby: [a]")
    #expect(
      site.findings == ["content/theme/strings/en.yaml:1:5: error: 'by' must be a text, not a list [wrong-type]"])
  }
}

/// The texts of the default theme.
@Suite struct InterfaceTextsTests {
  private static let theme = FileTree(folder: TestSite.repository + "/themes/portico")

  /// - Parameter group: `phrases` or `formats`; nil for the texts of templates.
  private static func keys(_ language: String, _ group: String? = nil) throws -> [String] {
    let path = "strings/\(language).yaml"
    let root = YAMLParser.parse(try theme.read(path), path: path).value.first
    let node = group.map { root?[$0] } ?? root
    guard case .mapping(let entries)? = node?.content else { return [] }
    return entries.compactMap(\.key.text).filter { !["phrases", "formats"].contains($0) }
  }

  private static let templates = theme.list().value.filter { $0.hasSuffix(".mustache") }

  private static func text(_ path: String) throws -> String { String(decoding: try theme.read(path), as: UTF8.self) }

  @Test func germanHasTheKeysOfEnglish() throws {
    let english = try InterfaceTextsTests.keys("en")
    #expect(english.count > 300)
    #expect(try InterfaceTextsTests.keys("de") == english)
  }

  @Test(arguments: ["phrases", "formats"]) func germanHasThePhrasesOfEnglish(group: String) throws {
    let english = try InterfaceTextsTests.keys("en", group)
    #expect(!english.isEmpty)
    #expect(try InterfaceTextsTests.keys("de", group) == english)
  }

  @Test func eachTextIsShownByATemplate() throws {
    let sources = try InterfaceTextsTests.templates.map(InterfaceTextsTests.text).joined()
    #expect(try InterfaceTextsTests.keys("en").filter { !sources.contains("{{> text/\($0)}}") } == [])
  }

  @Test(arguments: templates) func templateHoldsNoWordsOfItsOwn(path: String) throws {
    let source = try InterfaceTextsTests.text(path).replacing(/\{\{.*?\}\}/, with: "")
    let attributes = source.matches(of: /(?:aria-label|title|alt|placeholder)="([^"]*)"|data-[a-z-]+="([^"]* [^"]*)"/)
      .map { String($0.1 ?? $0.2 ?? "") }
    // A partial may be an attribute of a tag that stands elsewhere.
    let texts = source.replacing(/^ [a-z]+=""/, with: "").split(separator: /<[^>]*>/).map(String.init)
    #expect((texts + attributes).filter { $0.contains(where: \.isLetter) } == [])
  }

  @Test func germanSiteIsGerman() async throws {
    let site = await TestSite("-- portico.yaml --\ntitle: T\nlanguage: de\n-- a.md --\n---\ndraft: true\n---\nText")
      .build(drafts: true)
    #expect(site.findings == [])
    let page = try #require(site.text("a/index.html"))
    #expect(page.contains("<html lang=\"de\" dir=\"ltr\">"))
    #expect(page.contains("<a class=\"skip\" href=\"#_main\">Zum Inhalt springen</a>"))
    #expect(page.contains("<strong>Entwurf.</strong> Diese Seite ist noch nicht veröffentlicht."))
  }
}
