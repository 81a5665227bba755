import Diagnostics
import Pipeline
import TestSupport
import Testing

/// A theme as a chain of folders, with a site's own files before all of them.
@Suite struct ThemeTests {
  /// Two themes, of which one extends the other.
  private static let themes = TestSite(
    """
    -- base/theme.yaml --
    name: base
    options:
      footer: base footer
      wide: "false"
      shared: base
    -- base/layouts/page.mustache --
    <main>base page: {{> title}} {{options.footer}} {{options.shared}}{{#options.wide}} wide{{/options.wide}}</main>
    -- base/layouts/section.mustache --
    <main>base section {{page.title}}</main>
    -- base/layouts/404.mustache --
    <main>base 404</main>
    -- base/layouts/redirect.mustache --
    <main>base redirect {{target}}</main>
    -- base/partials/title.mustache --
    base title {{page.title}}
    -- base/partials/navigation.mustache --
    {{title}}
    -- base/assets/css/base.css --
    body {}
    -- derived/theme.yaml --
    name: derived
    extends: base
    options:
      footer: derived footer
    -- derived/partials/title.mustache --
    derived title {{page.title}}
    """
  ).asThemes

  private func page(_ text: String) async throws -> String {
    let site = await TestSite(text).build(themes: ThemeTests.themes)
    #expect(site.findings == [])
    return try #require(site.main("a/index.html")).trimmed
  }

  private func findings(_ text: String, themes: ThemeLocator = themes) async -> [String] {
    await TestSite(text).build(themes: themes).findings
  }

  // MARK: Layers

  @Test func themeOfTheSettingsRendersThePages() async throws {
    let page = try await page("-- portico.yaml --\ntitle: T\ntheme: base\n-- a.md --")
    #expect(page == "base page: base title A base footer base")
  }

  @Test func extendingThemeOverridesAPartialAndAnOption() async throws {
    let page = try await page("-- portico.yaml --\ntitle: T\ntheme: derived\n-- a.md --")
    #expect(page == "base page: derived title A derived footer base")
  }

  @Test func siteOverridesASinglePartial() async throws {
    let page = try await page(
      "-- portico.yaml --\ntitle: T\ntheme: derived\n-- a.md --\n-- theme/partials/title.mustache --\nmine")
    #expect(page == "base page: mine derived footer base")
  }

  @Test func siteOverridesALayout() async throws {
    let page = try await page(
      "-- portico.yaml --\ntitle: T\ntheme: base\n-- a.md --\n-- theme/layouts/page.mustache --\n<main>mine</main>")
    #expect(page == "mine")
  }

  @Test func siteOverridesAnAsset() async throws {
    let site = await TestSite(
      "-- portico.yaml --\ntitle: T\ntheme: base\n-- theme/assets/css/base.css --\nbody { color: red }"
    ).build(themes: ThemeTests.themes)
    let sheets = site.result.outputs.map(\.path).filter { $0.hasPrefix("assets/css/") }
    #expect(sheets.count == 1)
    #expect(site.text(sheets[0]) == "body{color:red}")
  }

  @Test func siteAddsALayoutForItsPages() async throws {
    let page = try await page(
      "-- portico.yaml --\ntitle: T\ntheme: base\n-- a.md --\n---\ntemplate: wide\n---\n"
        + "-- theme/layouts/wide.mustache --\n<main>wide {{page.title}}</main>")
    #expect(page == "wide A")
  }

  @Test func siteMayGiveADefaultToAnOption() async throws {
    let page = try await page(
      "-- portico.yaml --\ntitle: T\ntheme: base\n-- a.md --\n-- theme/theme.yaml --\noptions: {shared: mine}")
    #expect(page == "base page: base title A base footer mine")
  }

  // MARK: Options

  @Test func settingsOverrideOptions() async throws {
    let page = try await page(
      "-- portico.yaml --\ntitle: T\ntheme: base\nthemeOptions: {footer: <mine>, wide: true}\n-- a.md --")
    #expect(page == "base page: base title A &lt;mine&gt; base wide")
  }

  @Test func unknownOptionIsReportedWithASuggestion() async {
    let site = await TestSite("-- portico.yaml --\ntitle: T\ntheme: base\nthemeOptions:\n  foter: x")
      .build(themes: ThemeTests.themes)
    #expect(
      site.findings == ["content/portico.yaml:4:3: warning: the theme has no option 'foter' [unknown-option]"])
    #expect(site.diagnostics.first?.help == "Did you mean 'footer'?")
  }

  @Test func optionThatTheThemeLacksIsAnErrorInALayout() async {
    let findings = await findings(
      "-- portico.yaml --\ntitle: T\ntheme: base\n-- a.md --\n-- theme/layouts/page.mustache --\n{{options.colour}}")
    #expect(
      findings == [
        "content/theme/layouts/page.mustache:1:11: error: no 'colour' in a list of theme options [unknown-name]"
      ])
  }

  // MARK: The chain

  @Test func unknownThemeIsReportedAtTheSettingWithASuggestion() async {
    let site = await TestSite("-- portico.yaml --\ntitle: T\ntheme: bsae").build(themes: ThemeTests.themes)
    #expect(site.findings == ["content/portico.yaml:2:8: error: there is no theme 'bsae' [unknown-theme]"])
    #expect(site.diagnostics.first?.help == "Did you mean 'base'?")
  }

  @Test func unknownParentThemeIsReportedInTheManifest() async {
    let themes = TestSite("-- a/theme.yaml --\nname: a\nextends: gone").asThemes
    let findings = await findings("-- portico.yaml --\ntitle: T\ntheme: a", themes: themes)
    #expect(findings == ["themes/a/theme.yaml:2:10: error: there is no theme 'gone' [unknown-theme]"])
  }

  @Test func circleOfThemesIsReportedWithItsWay() async {
    let themes = TestSite("-- a/theme.yaml --\nextends: b\n-- b/theme.yaml --\nextends: a").asThemes
    let site = await TestSite("-- portico.yaml --\ntitle: T\ntheme: a").build(themes: themes)
    #expect(site.findings == ["themes/b/theme.yaml:1:10: error: the theme 'a' extends itself [theme-circle]"])
    #expect(site.diagnostics.first?.notes == ["a → b → a"])
  }

  @Test func manifestWithAnUnknownKeyIsReported() async {
    let themes = TestSite("-- a/theme.yaml --\nextend: base").asThemes
    let findings = await findings(
      "-- portico.yaml --\ntitle: T\ntheme: a\ncheck: {rules: {missing-layout: off}}", themes: themes)
    #expect(findings.first == "themes/a/theme.yaml:1:1: warning: theme.yaml has no key 'extend' [unknown-key]")
  }

  // MARK: Templates

  @Test func layoutThatIsNotThereIsReportedAtTheFrontMatter() async {
    let site = await TestSite(
      "-- portico.yaml --\ntitle: T\ntheme: base\n-- a.md --\n---\ntitle: A\ntemplate: pgae\n---\n"
    ).build(themes: ThemeTests.themes)
    #expect(site.findings == ["content/a.md:3:11: error: the theme has no layout 'pgae' [missing-layout]"])
    #expect(site.diagnostics.first?.help == "Did you mean 'page'?")
  }

  @Test func layoutThatEveryPageNeedsIsReportedWhereTheThemeLacksIt() async {
    let themes = TestSite("-- a/theme.yaml --\nname: a\n-- a/layouts/page.mustache --\nx").asThemes
    let findings = await findings("-- portico.yaml --\ntitle: T\ntheme: a\n-- index.md --", themes: themes)
    #expect(
      findings == [
        "error: the theme has no layout '404' [missing-layout]",
        "error: the theme has no layout 'redirect' [missing-layout]",
      ])
  }

  @Test func missingPartialIsReportedAtItsTag() async {
    let site = await TestSite(
      "-- portico.yaml --\ntitle: T\ntheme: base\n-- a.md --\n-- theme/layouts/page.mustache --\n<main>\n  {{> titel}}"
    ).build(themes: ThemeTests.themes)
    #expect(site.rules == ["missing-partial"])
    #expect(site.findings.first?.hasPrefix("content/theme/layouts/page.mustache:2:7: error: ") == true)
    #expect(site.diagnostics.first?.help == "Did you mean 'title'?")
  }

  @Test func assetThatIsNotThereIsReportedAtItsTag() async {
    let site = await TestSite(
      "-- portico.yaml --\ntitle: T\ntheme: base\n-- a.md --\n-- theme/layouts/page.mustache --\n{{assets.css.bsae.css}}"
    ).build(themes: ThemeTests.themes)
    #expect(
      site.findings == [
        "content/theme/layouts/page.mustache:1:14: error: no 'bsae' in a set of assets (assets.css) [unknown-name]"
      ])
    #expect(site.diagnostics.first?.help == "Did you mean 'base'?")
  }

  @Test func templateSyntaxErrorIsReportedAtItsPlace() async {
    let site = await TestSite(
      "-- portico.yaml --\ntitle: T\ntheme: base\n-- a.md --\n-- theme/layouts/page.mustache --\n<main>\n{{#page}}"
    ).build(themes: ThemeTests.themes)
    #expect(site.rules == ["template-syntax"])
    #expect(site.findings.first?.hasPrefix("content/theme/layouts/page.mustache:2:1: error: ") == true)
  }

  @Test func faultInASharedPartialIsReportedOnce() async {
    let site = await TestSite(
      "-- portico.yaml --\ntitle: T\n-- a/b.md --\n-- theme/partials/title.mustache --\n{{page.titel}}"
    ).build()
    #expect(site.findings == ["content/theme/partials/title.mustache:1:8: error: no 'titel' in a page [unknown-name]"])
  }

  @Test func siteRendersWithoutACrashAlthoughItsThemeIsMissing() async {
    let site = await TestSite("-- portico.yaml --\ntitle: T\ntheme: gone\n-- a.md --\ntext").build()
    #expect(site.text("a/index.html") == "")
  }

  @Test(arguments: ["redirect", "capability", "roadmap", "home", "frame", "404", "../partials/title"])
  func anyLayoutOfTheDefaultThemeMayBeAskedForWithoutACrash(layout: String) async {
    let site = await TestSite("-- a.md --\n---\ntemplate: \(layout)\n---\ntext").build()
    #expect(site.text("a/index.html") != nil)
  }

  @Test func layoutOfRedirectsIsNoneForPages() async {
    let site = await TestSite("-- a.md --\n---\ntemplate: redirect\n---\ntext").build()
    #expect(
      site.findings == ["content/a.md:2:11: error: the layout 'redirect' shows redirects, not pages [missing-layout]"])
  }
}

extension String {
  /// Without white space at the ends, and with one space for each run of it.
  var trimmed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
