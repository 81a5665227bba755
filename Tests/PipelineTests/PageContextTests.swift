import Diagnostics
import TestSupport
import Testing

/// What layouts are told of a page, seen through a layout that prints it.
@Suite struct PageContextTests {
  /// What a template writes for `guides/setup.md`, or for another page.
  private func write(
    _ template: String, page: String = "guides/setup/index.html", settings: String = "", _ text: String = site,
    drafts: Bool = false
  ) async throws -> String {
    let site = await TestSite(
      """
      -- portico.yaml --
      title: Harbour
      \(settings)
      \(text)
      -- theme/layouts/page.mustache --
      <main>\(template)</main>
      -- theme/layouts/section.mustache --
      <main>\(template)</main>
      -- theme/layouts/404.mustache --
      <main>\(template)</main>
      """
    ).build(drafts: drafts)
    try #require(site.findings == [])
    return try #require(site.main(page)).trimmed
  }

  private static let site = """
    -- index.md --
    # Welcome
    -- guides/index.md --
    # All guides
    -- guides/setup.md --
    ---
    title: Set up
    sidebar_label: Setup
    description: In five minutes
    type: how-to
    owner: group:platform
    audience: [developer, operator]
    tags: [first, second]
    reviewed: 2026-06-01
    reviewIn: P6M
    weight: 1
    ---
    ## First `step`

    Text with a [link](use.md).

    ### Deeper

    #### Deepest
    -- guides/use.md --
    # Use it
    -- reference/limits.md --
    # Limits
    """

  // MARK: Site

  @Test func siteHasTheSettings() async throws {
    let written = try await write(
      "{{site.title}}|{{site.description}}|{{site.language}}|{{site.repository}}|{{site.feedback}}",
      settings: "description: D\nlanguage: de\nrepository: {url: https://example.com/r/}\nfeedback: {url: https://f}")
    #expect(written == "Harbour|D|de|https://example.com/r|https://f")
  }

  @Test func absentSettingsAreAbsent() async throws {
    let written = try await write(
      "{{^site.description}}1{{/site.description}}{{^site.repository}}2{{/site.repository}}"
        + "{{^site.feedback}}3{{/site.feedback}}{{site.language}}")
    #expect(written == "123en")
  }

  @Test(arguments: [
    ("guides/setup/index.html", "../../"), ("guides/index.html", "../"), ("index.html", "./"), ("404.html", "/"),
  ])
  func homeIsReachedFromEveryDepth(page: String, href: String) async throws {
    #expect(try await write("{{site.href}}", page: page) == href)
  }

  @Test(arguments: [
    ("guides/setup.html", "../index.html"), ("index.html", "./index.html"), ("404.html", "/index.html"),
  ])
  func homeHasItsFileNameWhereAddressesAreFiles(page: String, href: String) async throws {
    #expect(try await write("{{site.href}}", page: page, settings: "urls: file") == href)
  }

  // MARK: What the page says of itself

  @Test func frontMatterIsThere() async throws {
    let written = try await write(
      """
      {{page.title}}|{{page.description}}|{{page.type}}|{{page.typeLabel}}|{{page.owner.title}}|{{page.reviewed}}|\
      {{page.reviewedUntil}}|{{#page.audience}}{{.}},{{/page.audience}}|{{#page.tags}}{{.}},{{/page.tags}}
      """)
    #expect(
      written
        == """
        Set up|In five minutes|how-to|How-to guide|group:platform|2026-06-01|\
        2026-12-01|developer,operator,|first,second,
        """)
  }

  @Test func factsThatThePageDoesNotStateAreAbsent() async throws {
    let written = try await write(
      """
      {{^page.description}}1{{/page.description}}{{^page.type}}2{{/page.type}}{{^page.owner}}3{{/page.owner}}\
      {{^page.reviewed}}4{{/page.reviewed}}{{^page.tags}}5{{/page.tags}}{{^page.editURL}}6{{/page.editURL}}\
      {{^page.canonical}}7{{/page.canonical}}
      """, page: "guides/use/index.html")
    #expect(written == "1234567")
  }

  @Test func contentIsTheTextWithItsLinksResolved() async throws {
    let written = try await write("{{page.content}}", page: "guides/setup/index.html")
    #expect(written.contains("<a href=\"../../guides/use/\">link</a>"))
  }

  @Test func contentOfAPageWithoutTextIsAbsent() async throws {
    let written = try await write("{{^page.content}}none{{/page.content}}", "-- guides/setup.md --\n")
    #expect(written == "none")
  }

  @Test func layoutShowsTheTitleUnlessTheTextDoes() async throws {
    let template = "{{#page.showsTitle}}shows{{/page.showsTitle}}"
    #expect(try await write(template, page: "guides/setup/index.html") == "shows")
    #expect(try await write(template, page: "guides/use/index.html") == "")
  }

  @Test func homeIsMarked() async throws {
    let template = "{{#page.isHome}}home{{/page.isHome}}"
    #expect(try await write(template, page: "index.html") == "home")
    #expect(try await write(template, page: "guides/index.html") == "")
  }

  @Test func hiddenPageIsMarked() async throws {
    let written = try await write(
      "{{#page.isHidden}}hidden{{/page.isHidden}}", "-- guides/setup.md --\n---\nhidden: true\n---")
    #expect(written == "hidden")
  }

  @Test func draftIsMarkedWhereDraftsAreBuilt() async throws {
    let written = try await write(
      "{{#page.isDraft}}draft{{/page.isDraft}}", "-- guides/setup.md --\n---\ndraft: true\n---", drafts: true)
    #expect(written == "draft")
  }

  // MARK: Addresses

  @Test func canonicalIsAbsolute() async throws {
    let written = try await write("{{page.canonical}}", settings: "baseURL: https://example.com/docs")
    #expect(written == "https://example.com/docs/guides/setup/")
  }

  @Test func canonicalNamesTheFileWhereAddressesAreFiles() async throws {
    let written = try await write(
      "{{page.canonical}}", page: "guides/setup.html", settings: "urls: file\nbaseURL: https://example.com/")
    #expect(written == "https://example.com/guides/setup.html")
  }

  @Test func editURLNamesTheSource() async throws {
    let written = try await write(
      "{{page.editURL}}",
      settings: "repository: {url: https://example.com/r, branch: trunk, contentPath: /docs/site/}")
    #expect(written == "https://example.com/r/edit/trunk/docs/site/guides/setup.md")
  }

  @Test func editURLIsPercentEncoded() async throws {
    let written = try await write(
      "{{page.editURL}}", page: "a b/c#d/index.html", settings: "repository: {url: https://example.com/r}",
      "-- a b/c#d.md --\n")
    #expect(written == "https://example.com/r/edit/main/content/a%20b/c%23d.md")
  }

  @Test func errorPageHasAbsoluteLinksUnderThePrefixOfTheBaseURL() async throws {
    let written = try await write(
      "{{site.href}} {{#sections}}{{href}} {{/sections}}{{assets.favicon.svg}} {{page.content}}", page: "404.html",
      settings: "baseURL: https://example.com/docs/", PageContextTests.site + "\n-- 404.md --\n[setup](guides/setup.md)"
    )
    #expect(written.hasPrefix("/docs/ /docs/guides/ /docs/reference/ /docs/assets/favicon."))
    #expect(written.hasSuffix("<p><a href=\"/docs/guides/setup/\">setup</a></p>"))
  }

  // MARK: Ways

  @Test func breadcrumbsAreTheWayThroughTheNavigation() async throws {
    let written = try await write("{{#page.breadcrumbs}}{{title}} {{href}}{{/page.breadcrumbs}}")
    #expect(written == "All guides ../../guides/")
  }

  @Test func breadcrumbOfALabelHasNoAddress() async throws {
    let written = try await write(
      "{{#page.breadcrumbs}}{{title}}{{^href}} (none){{/href}}{{/page.breadcrumbs}}",
      settings: "navigation: [{title: Do, children: [guides/setup.md]}]")
    #expect(written == "Do (none)")
  }

  @Test func breadcrumbsOfAPageOutsideTheNavigationAreItsFolders() async throws {
    let written = try await write(
      "{{#page.breadcrumbs}}{{title}} {{href}}{{/page.breadcrumbs}}", settings: "navigation: [reference/]")
    #expect(written == "All guides ../../guides/")
  }

  @Test func breadcrumbsOfTheHomePageAreEmpty() async throws {
    #expect(try await write("{{^page.breadcrumbs}}none{{/page.breadcrumbs}}", page: "index.html") == "none")
  }

  @Test func previousAndNextFollowTheReadingOrder() async throws {
    let template =
      "{{#page.previous}}{{title}} {{href}}{{/page.previous}}|{{#page.next}}{{title}} {{href}}{{/page.next}}"
    #expect(try await write(template) == "All guides ../../guides/|Use it ../../guides/use/")
    #expect(try await write(template, page: "index.html") == "|All guides ./guides/")
    #expect(try await write(template, page: "reference/limits/index.html") == "Reference ../../reference/|")
  }

  @Test func previousAndNextAreAbsentOutsideTheNavigation() async throws {
    let written = try await write(
      "{{^page.previous}}no{{/page.previous}} {{^page.next}}no{{/page.next}}", settings: "navigation: [reference/]")
    #expect(written == "no no")
  }

  @Test func contentsAreTheHeadingsOfLevelsTwoAndThree() async throws {
    let written = try await write(
      "{{#page.contents}}{{title}} {{href}}{{#isDeep}} deep{{/isDeep}};{{/page.contents}}")
    #expect(written == "First <code>step</code> #first-step;Deeper #deeper deep;")
  }

  @Test func contentsOfASingleHeadingAreEmpty() async throws {
    let written = try await write("{{^page.contents}}none{{/page.contents}}", "-- guides/setup.md --\n## One")
    #expect(written == "none")
  }

  @Test func contentsMayBeSwitchedOff() async throws {
    let written = try await write(
      "{{^page.contents}}none{{/page.contents}}", "-- guides/setup.md --\n---\ntoc: false\n---\n## One\n\n## Two")
    #expect(written == "none")
  }

  @Test func childrenOfAFolderPageAreItsEntries() async throws {
    let written = try await write(
      "{{#page.children}}{{title}} {{href}} {{description}};{{/page.children}}", page: "guides/index.html")
    #expect(written == "Setup ../guides/setup/ In five minutes;Use it ../guides/use/ ;")
  }

  @Test func childrenOfAFolderOutsideTheNavigationAreItsPages() async throws {
    let written = try await write(
      "{{#page.children}}{{title}};{{/page.children}}", page: "reference/index.html", settings: "navigation: [guides/]",
      PageContextTests.site + "\n-- reference/api/index.md --\n# API\n-- reference/api/deep.md --\n# Deep")
    #expect(written == "API;Limits;")
  }

  @Test func childrenOfALeafAreNone() async throws {
    #expect(try await write("{{^page.children}}none{{/page.children}}") == "none")
  }

  // MARK: Sections

  @Test func sectionsAreTheFoldersOfTheFirstLevel() async throws {
    let written = try await write("{{#sections}}{{title}} {{href}}{{#isCurrent}} current{{/isCurrent}};{{/sections}}")
    #expect(written == "All guides ../../guides/ current;Reference ../../reference/;")
  }

  @Test func sectionsOfTheSettingsMayBeLinksAndLabels() async throws {
    let written = try await write(
      "{{#sections}}{{title}} {{href}}{{#isCurrent}} current{{/isCurrent}};{{/sections}}",
      settings: """
        navigation:
          - {title: Status, url: "https://status.example.com/?a=1&b=2"}
          - {title: Do, children: [guides/setup.md]}
        """)
    #expect(
      written == "Status https://status.example.com/?a=1&amp;b=2;Do ../../guides/setup/ current;")
  }

  @Test func sidebarIsAbsentOnTheHomePage() async throws {
    #expect(try await write("{{^sidebar}}none{{/sidebar}}", page: "index.html") == "none")
    #expect(try await write("{{^sidebar}}none{{/sidebar}}") == "")
  }
}
