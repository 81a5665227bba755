import Diagnostics
import TestSupport
import Testing

/// A site with pages in several languages.
@Suite struct LanguagesTests {
  private static let settings = """
    -- portico.yaml --
    title: Harbour
    baseURL: https://example.com/p/
    languages: {en: English, de: {name: Deutsch, title: Hafen}}

    """

  private static let text = """
    -- index.md --
    # Home
    -- guides/index.md --
    # Guides
    -- guides/setup.md --
    # Setup
    -- guides/limits.md --
    # Limits
    -- de/index.md --
    # Willkommen
    -- de/guides/setup.md --
    # Einrichten

    [a](../index.md) [b](limits.md) [c](/guides/setup/) [d](/guides/limits/) [e](../../guides/setup.md)
    -- de/guides/nur-hier.md --
    # Nur hier

    """

  private func site(_ more: String = "") async -> BuiltSite {
    await TestSite(LanguagesTests.settings + LanguagesTests.text + more).build()
  }

  private func page(_ path: String, _ more: String = "") async throws -> String {
    let site = await site(more)
    #expect(site.findings == [])
    return try #require(site.text(path))
  }

  @Test func pageSpeaksItsLanguage() async throws {
    let page = try await page("de/guides/setup/index.html")
    #expect(page.contains("<html lang=\"de\" dir=\"ltr\">"))
    #expect(page.contains("<title>Einrichten – Hafen</title>"))
    #expect(page.contains(">Zum Inhalt springen</a>"))
  }

  @Test func pageOfTheSitesOwnLanguageStaysAsItIs() async throws {
    let page = try await page("guides/setup/index.html")
    #expect(page.contains("<html lang=\"en\" dir=\"ltr\">"))
    #expect(page.contains("<title>Setup – Harbour</title>"))
  }

  // MARK: What is in another language than the page

  private static let capability = """
    -- capabilities/secrets/capability.yaml --
    apiVersion: portico/v1
    kind: Capability
    metadata: {name: secrets, title: Secrets, description: Keeps them.}
    spec: {domain: delivery, owner: group:platform, lifecycle: production}

    """

  @Test func recordsAreMarkedWithTheLanguageOfTheSite() async throws {
    let page = try #require(await site(LanguagesTests.capability).text("de/index.html"))
    #expect(page.contains("<a class=\"card-title\" href=\"../capabilities/secrets/\" lang=\"en\">Secrets</a>"))
    #expect(page.contains("<p lang=\"en\">Keeps them.</p>"))
    #expect(page.contains(">Produktiv</span>"))
  }

  @Test func nothingIsMarkedInTheLanguageOfThePage() async throws {
    let page = try #require(await site(LanguagesTests.capability).text("index.html"))
    #expect(page.contains("<a class=\"card-title\" href=\"./capabilities/secrets/\">Secrets</a>"))
  }

  @Test func headerMarksWhatNobodyHasTranslated() async throws {
    let page = try #require(await site(LanguagesTests.capability).text("de/guides/setup/index.html"))
    #expect(page.contains("<a href=\"../../../capabilities/\" lang=\"en\">Capabilities</a>"))
  }

  @Test func kindsOfSearchResultsAreInTheLanguageOfTheIndex() async throws {
    let site = await site(LanguagesTests.capability + "-- de/a.md --\n---\ntype: how-to\n---\n")
    let index = try #require(site.text("search.de.js"))
    #expect(index.contains("\"values\":[\"Anleitung\",\"Capability\"]"))
    #expect(try #require(site.text("search.en.js")).contains("\"values\":[\"Capability\"]"))
  }

  @Test func textsOfMarkdownAreInTheLanguageOfThePage() async throws {
    let page = try await page("de/b/index.html", "-- de/b.md --\n# B\n\n## Mehr\n\n> [!NOTE]\n> Das.\n")
    #expect(page.contains("aria-label=\"Link zu diesem Abschnitt: Mehr\""))
    #expect(page.contains(">Hinweis</p>"))
  }

  @Test func dayOfAReviewIsWrittenAsInTheLanguage() async throws {
    let page = try #require(
      await site("-- de/c.md --\n---\nreviewed: 2026-06-01\nreviewIn: 1 month\n---\n").text("de/c/index.html"))
    #expect(page.contains("01.06.2026"))
    #expect(page.contains("data-until=\"2026-07-01\""))
    #expect(page.contains("bis 01.07.2026 geprüft"))
  }

  // MARK: Links

  @Test func linksStayInTheLanguageWhereThereIsATranslation() async throws {
    let page = try await page("de/guides/setup/index.html")
    let links = page.matches(of: /<a href="([^"]*)">([a-e])<\/a>/).map { "\($0.2) \($0.1)" }
    #expect(
      links == [
        "a ../../../de/", "b ../../../guides/limits/", "c ../../../de/guides/setup/", "d ../../../guides/limits/",
        "e ../../../guides/setup/",
      ])
  }

  @Test func folderWithoutATranslationLeadsToTheOriginal() async throws {
    #expect(try await page("de/guides/index.html").contains("url=../../guides/"))
  }

  @Test func nameOfAPageMeansTheOneInTheLanguageOfTheText() async throws {
    let page = try await page("de/a/index.html", "-- de/a.md --\n[[setup]]\n-- a.md --\n[[setup]]")
    #expect(page.contains("<a href=\"../../de/guides/setup/\">"))
  }

  // MARK: Navigation

  private func sidebar(_ page: String) -> [String] {
    page.split(separator: "<main")[0].split(separator: "<div class=\"sidebar\">").last.map { part in
      part.matches(of: /<li><a href="([^"]*)"(?: lang="(..)")?[^>]*>([^<]*)/).map { "\($0.3) \($0.1) \($0.2 ?? "")" }
    } ?? []
  }

  @Test func navigationShowsTranslationsAmongWhatHasNone() async throws {
    #expect(
      sidebar(try await page("de/guides/setup/index.html")) == [
        "Guides ../../../guides/ en", "Limits ../../../guides/limits/ en", "Einrichten ../../../de/guides/setup/ ",
        "Nur hier ../../../de/guides/nur-hier/ ",
      ])
  }

  @Test func navigationOfTheSiteLeavesOtherLanguagesOut() async throws {
    #expect(
      sidebar(try await page("guides/setup/index.html")) == [
        "Guides ../../guides/ ", "Limits ../../guides/limits/ ", "Setup ../../guides/setup/ ",
      ])
  }

  @Test func languageMayHaveANavigationOfItsOwn() async throws {
    let settings = """
      -- portico.yaml --
      title: Harbour
      languages:
        en: English
        de:
          name: Deutsch
          navigation:
            - {title: Anleitungen, children: [guides/setup.md, guides/limits.md]}

      """
    let site = await TestSite(settings + LanguagesTests.text).build()
    #expect(site.findings == [])
    #expect(
      sidebar(try #require(site.text("de/guides/setup/index.html"))) == [
        "Einrichten ../../../de/guides/setup/ ", "Limits ../../../guides/limits/ en",
      ])
  }

  @Test func nextPageIsInTheSameLanguage() async throws {
    #expect(try await page("de/guides/setup/index.html").contains("rel=\"next\" href=\"../../../de/guides/nur-hier/\""))
  }

  // MARK: Switching

  private func languages(_ page: String) -> [String] {
    page.split(separator: "<nav class=\"languages\"").dropFirst().first?
      .split(separator: "</nav>").first?.matches(of: /href="([^"]*)" lang="([^"]*)"/).map { "\($0.2) \($0.1)" } ?? []
  }

  @Test func switcherLeadsToTheTranslation() async throws {
    #expect(
      languages(try await page("guides/setup/index.html")) == ["en ../../guides/setup/", "de ../../de/guides/setup/"])
  }

  @Test func switcherLeadsToTheNearestPageWhereThereIsNoTranslation() async throws {
    #expect(languages(try await page("guides/limits/index.html")) == ["en ../../guides/limits/", "de ../../de/"])
    #expect(
      languages(try await page("de/guides/nur-hier/index.html"))
        == ["en ../../../guides/", "de ../../../de/guides/nur-hier/"])
  }

  @Test func siteInOneLanguageHasNoSwitcher() async throws {
    let site = await TestSite("-- a.md --\n-- de/b.md --").build()
    #expect(languages(try #require(site.text("a/index.html"))) == [])
  }

  private func alternates(_ page: String) -> [String] {
    page.matches(of: /hreflang="([^"]*)" href="(https:[^"]*)"/).map { "\($0.1) \($0.2)" }
  }

  @Test func translationsAreNamedForSearchEngines() async throws {
    #expect(
      alternates(try await page("de/guides/setup/index.html")) == [
        "en https://example.com/p/guides/setup/", "de https://example.com/p/de/guides/setup/",
        "x-default https://example.com/p/guides/setup/",
      ])
  }

  @Test func pageWithoutATranslationNamesNone() async throws {
    #expect(alternates(try await page("guides/limits/index.html")) == [])
  }

  // MARK: What each language has

  @Test func eachLanguageIsSearchedByItself() async {
    let site = await site()
    #expect(site.text("de/search.html")?.contains("<html lang=\"de\"") == true)
    #expect(site.text("search.html")?.contains("<html lang=\"en\"") == true)
  }

  @Test func platformIsShownOnTheHomePageOfEachLanguage() async throws {
    let capability = """
      -- capabilities/secrets/capability.yaml --
      apiVersion: portico/v1
      kind: Capability
      metadata: {name: secrets, title: Secrets, description: A place for secrets.}
      spec: {domain: security, lifecycle: production, owner: group:platform}
      """
    let site = await site(capability)
    #expect(site.text("de/index.html")?.contains("Was Sie nutzen können") == true)
    #expect(site.text("index.html")?.contains("What you can use") == true)
  }

  @Test func pagesForAnotherLanguageAreNotReadAsRecords() async throws {
    let change = "---\nkind: change\ndate: 2026-06-01\n---\n# "
    let site = await site("-- changes/a.md --\n\(change)New\n-- de/changes/a.md --\n\(change)Neu\n")
    #expect(site.main("changes/index.html")?.contains("New") == true)
    #expect(site.main("changes/index.html")?.contains("Neu") == false)
  }

  // MARK: Directions

  @Test func lettersOfArabicRunFromTheRight() async throws {
    let site = await TestSite(
      """
      -- portico.yaml --
      title: Harbour
      languages: {en: English, ar: العربية}
      -- index.md --
      # Home
      -- ar/index.md --
      # أهلا
      -- theme/strings/ar.yaml --
      skip-to-content: انتقل إلى المحتوى
      """
    ).build()
    let page = try #require(site.text("ar/index.html"))
    #expect(page.contains("<html lang=\"ar\" dir=\"rtl\">"))
    #expect(page.contains(">انتقل إلى المحتوى</a>"))
    #expect(page.contains("<a href=\"../\" lang=\"en\" hreflang=\"en\" dir=\"ltr\">English</a>"))
    #expect(site.rules == ["missing-translation"])
  }

  // MARK: Findings

  @Test func languageWithoutPagesIsReported() async {
    let site = await TestSite("-- portico.yaml --\ntitle: T\nlanguages: {en: English, de: Deutsch}\n-- index.md --")
      .build()
    #expect(
      site.findings == [
        "content/portico.yaml:2:26: error: no page is in Deutsch: the content has none below 'de/' [setting-value]"
      ])
  }
}
