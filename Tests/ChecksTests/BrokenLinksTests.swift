import Diagnostics
import TestSupport
import Testing

@Suite struct BrokenLinksTests {
  /// The report on a page `guides/here.md` with one link to a destination.
  private func report(_ destination: String) async -> String {
    await TestSite(
      """
      -- portico.yaml --
      title: Portal
      -- guides/here.md --
      [x](\(destination))
      -- guides/setup.md --
      # Setup

      ## What you need
      -- guides/unfinished.md --
      ---
      draft: true
      ---
      -- group.yaml --
      apiVersion: openslo/v1
      kind: Service
      metadata: {name: vault}
      spec: {}
      """
    ).build().report
  }

  @Test(arguments: [
    ("setpu.md", "no page or file 'setpu.md'", "Did you mean 'setup.md'?"),
    ("setup.md#what-you-ned", "no anchor '#what-you-ned' on the page 'Setup'", "Did you mean '#what-you-need'?"),
    ("Setup.md", "no page or file 'Setup.md': the letter case is wrong", "It is spelt 'setup.md'."),
    (
      "../../../x.md", "'../../../x.md' leads out of the content folder",
      "Move the target into the content folder, or link to its full URL."
    ),
    (
      "unfinished.md", "'unfinished.md' is a draft and is not published",
      "Publish it by removing 'draft: true', or build with --drafts."
    ),
    (
      "../group.yaml", "'../group.yaml' is read by the build and not published", "Link to the page that shows it."
    ),
  ])
  func tellsWhatIsWrongAndTheWayOut(destination: String, message: String, help: String) async {
    let rule = destination.contains("#") ? "broken-anchor" : "broken-link"
    let marks = "^" + String(repeating: "~", count: destination.utf8.count - 1)
    let expected = """
      content/guides/here.md:1:5: error: \(message) [\(rule)]
        1 | [x](\(destination))
          |     \(marks)
        help: \(help)

      """
    let written = await report(destination)
    #expect(written == expected)
  }

  @Test func helpsNobodyWithNamesThatAreNotNear() async {
    #expect(!(await report("nothing-of-the-kind.md")).contains("help:"))
  }

  @Test func callsAnImageAnImage() async {
    let site = await TestSite("-- a.md --\n![x](gone.png)").build()
    #expect(site.findings == ["content/a.md:1:6: error: no image 'gone.png' [broken-link]"])
  }

  @Test func offersSeveralAnchors() async {
    let site = await TestSite("-- a.md --\n[x](#setup-steps)\n\n## Setup step\n\n## Setup of the client").build()
    #expect(site.diagnostics.map(\.help) == ["Did you mean '#setup-step' or '#setup-of-the-client'?"])
  }
}
