import TestSupport
import Testing

/// The navigation beside a page.
@Suite struct NavigationRendererTests {
  /// The sidebar of a page as a plain partial writes it.
  private func sidebar(_ page: String, _ text: String) async throws -> String {
    let site = await TestSite(
      """
      \(text)
      -- theme/layouts/page.mustache --
      <main>{{sidebar}}</main>
      -- theme/layouts/section.mustache --
      <main>{{sidebar}}</main>
      -- theme/partials/navigation.mustache --
      {{title}} [{{#href}}{{href}}{{/href}}]{{#parent}} in {{title}} [{{href}}]{{/parent}}:{{> entries}}
      -- theme/partials/entries.mustache --
      {{#entries}}
      ({{#href}}{{title}} {{href}}{{/href}}{{^href}}{{title}}, no link{{/href}}{{current}}{{#isExternal}} external{{/isExternal}}
      {{#hasEntries}}{{open}}{{> entries}}{{/hasEntries}})
      {{/entries}}
      """
    ).build()
    try #require(site.findings == [])
    return try #require(site.main(page)).trimmed.replacing(" )", with: ")").replacing(" (", with: "(")
  }

  private static let folders = """
    -- a/index.md --
    # A
    -- a/one.md --
    # One
    -- a/two/index.md --
    # Two
    -- a/two/deep.md --
    # Deep
    -- b/index.md --
    # B
    """

  @Test func currentPageAndTheWayToItAreMarked() async throws {
    let sidebar = try await sidebar("a/two/deep/index.html", NavigationRendererTests.folders)
    #expect(
      sidebar
        == "Portal [../../../]:(A ../../../a/ open(One ../../../a/one/)"
        + "(Two ../../../a/two/ open(Deep ../../../a/two/deep/ aria-current=\"page\")))(B ../../../b/)")
  }

  @Test func otherPartsStayClosed() async throws {
    let sidebar = try await sidebar("b/index.html", NavigationRendererTests.folders)
    #expect(
      sidebar
        == "Portal [../]:(A ../a/(One ../a/one/)(Two ../a/two/(Deep ../a/two/deep/)))(B ../b/ aria-current=\"page\")")
  }

  @Test func sectionIsOpenAndCurrentOnItsOwnPage() async throws {
    let sidebar = try await sidebar("a/two/index.html", NavigationRendererTests.folders)
    #expect(sidebar.contains("(Two ../../a/two/ aria-current=\"page\" open(Deep"))
  }

  @Test func addressesOfFilesNameFiles() async throws {
    let sidebar = try await sidebar(
      "a/one.html", "-- portico.yaml --\ntitle: T\nurls: file\n" + NavigationRendererTests.folders)
    #expect(
      sidebar
        == "T [../index.html]:(A ../a/index.html open(One ../a/one.html aria-current=\"page\")"
        + "(Two ../a/two/index.html(Deep ../a/two/deep.html)))(B ../b/index.html)")
  }

  @Test func externalLinksAndLabelsOfTheSettingsAreShown() async throws {
    let sidebar = try await sidebar(
      "b/index.html",
      """
      -- portico.yaml --
      title: T
      navigation:
        - {title: Status, url: https://status.example.com/}
        - {title: Label, children: [b/]}
      \(NavigationRendererTests.folders)
      """)
    #expect(
      sidebar
        == "T [../]:(Status https://status.example.com/ external)"
        + "(Label, no link open(B ../b/ aria-current=\"page\"))")
  }

  @Test func labelInsideALinkedEntryDoesNotInheritItsLink() async throws {
    let sidebar = try await sidebar(
      "b/index.html",
      """
      -- portico.yaml --
      title: T
      navigation:
        - {title: Linked, page: a/, children: [{title: Label, children: [b/]}]}
      \(NavigationRendererTests.folders)
      """)
    #expect(sidebar == "T [../]:(Linked ../a/ open(Label, no link open(B ../b/ aria-current=\"page\")))")
  }

  @Test func defaultThemeShowsALabelInsideALinkedEntryWithoutALink() async throws {
    let site = await TestSite(
      """
      -- portico.yaml --
      title: T
      navigation:
        - {title: Linked, page: a/, children: [{title: Label, children: [b/]}]}
      \(NavigationRendererTests.folders)
      """
    ).build()
    let page = try #require(site.text("b/index.html"))
    #expect(page.contains("<summary>Label</summary>"))
    #expect(!page.contains(">Label</a>"))
  }

  @Test func hiddenPagesAreNotListed() async throws {
    let sidebar = try await sidebar("a/index.html", "-- a.md --\n-- b.md --\n---\nhidden: true\n---")
    #expect(sidebar == "Portal [../]:(A ../a/ aria-current=\"page\")")
  }

  @Test func pageOutsideTheNavigationShowsThePartOfItsFolder() async throws {
    let sidebar = try await sidebar(
      "a/two/hidden/index.html", NavigationRendererTests.folders + "\n-- a/two/hidden.md --\n---\nhidden: true\n---")
    #expect(
      sidebar
        == "Portal [../../../]:(A ../../../a/ open(One ../../../a/one/)"
        + "(Two ../../../a/two/ aria-current=\"true\" open(Deep ../../../a/two/deep/)))(B ../../../b/)")
  }

  @Test func largeSiteShowsThePartThatAPageLiesIn() async throws {
    let pages = (1...160).map { "-- big/p\($0).md --" }.joined(separator: "\n")
    let sidebar = try await sidebar("a/one/index.html", NavigationRendererTests.folders + "\n" + pages)
    #expect(
      sidebar
        == "A [../../a/] in Portal [../../]:(One ../../a/one/ aria-current=\"page\")"
        + "(Two ../../a/two/(Deep ../../a/two/deep/))")
  }

  @Test func rootOfALargeSiteDoesNotListAllPages() async throws {
    let pages = (1...160).map { "-- big/p\($0).md --" }.joined(separator: "\n")
    let sidebar = try await sidebar("b/index.html", NavigationRendererTests.folders + "\n" + pages)
    #expect(sidebar == "Portal [../]:(A ../a/)(B ../b/ aria-current=\"page\")(Big ../big/)")
  }
}
