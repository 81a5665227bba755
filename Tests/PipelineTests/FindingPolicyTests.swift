import Diagnostics
import TestSupport
import Testing

/// Severities by folder, and comments that leave findings out.
@Suite struct FindingPolicyTests {
  private func findings(_ site: String, drafts: Bool = false) async -> [String] {
    await TestSite(site).build(drafts: drafts).findings
  }

  // MARK: Folders

  private static let folders = """
    -- portico.yaml --
    title: T
    check:
      rules: {broken-anchor: off}
      folders:
        - {path: "old/**", rules: {broken-link: warning}}
        - {path: "old/gone/**", rules: {broken-link: off, broken-anchor: error}}

    """

  @Test func folderHasItsOwnSeverities() async {
    #expect(
      await findings(
        FindingPolicyTests.folders + """
          -- a.md --
          [x](gone.md) [y](#y)
          -- old/a.md --
          [x](gone.md) [y](#y)
          -- old/gone/a.md --
          [x](gone.md) [y](#y)
          """) == [
          "content/a.md:1:5: error: no page or file 'gone.md' [broken-link]",
          "content/old/a.md:1:5: warning: no page or file 'gone.md' [broken-link]",
          "content/old/gone/a.md:1:18: error: no anchor '#y' on the page 'A' [broken-anchor]",
        ])
  }

  @Test func ruleThatIsOnInOneFolderRunsThere() async {
    #expect(
      await findings(
        """
        -- portico.yaml --
        title: T
        check: {folders: [{path: b/, rules: {empty-link: warning}}]}
        -- a.md --
        [](https://example.com)
        -- b/a.md --
        [](https://example.com)
        """) == ["content/b/a.md:1:1: warning: the link has no text [empty-link]"])
  }

  @Test func patternWithoutFilesIsReported() async {
    let site = await TestSite(
      """
      -- portico.yaml --
      title: T
      check:
        folders:
          - path: guides/legcy/**
            rules: {broken-lnik: off}
      -- guides/legacy/a.md --
      A
      """
    ).build()
    #expect(
      site.findings == [
        "content/portico.yaml:4:13: warning: no file is at 'guides/legcy/**' [unmatched-pattern]",
        "content/portico.yaml:5:15: warning: there is no rule 'broken-lnik' [unknown-rule]",
      ])
    #expect(site.diagnostics.map(\.help) == ["Did you mean 'guides/legacy'?", "Did you mean 'broken-link'?"])
  }

  // MARK: Comments in Markdown

  @Test func commentLeavesOutFindingsOfItsLine() async {
    #expect(
      await findings("-- a.md --\n[x](gone.md) <!-- portico-ignore broken-link: in June -->\n[y](gone.md)") == [
        "content/a.md:2:5: error: no page or file 'gone.md' [broken-link]"
      ])
  }

  @Test func commentOnItsOwnLineIsAboutTheLinesBelow() async {
    #expect(
      await findings(
        """
        -- a.md --
        [x](gone.md)

        <!-- portico-ignore broken-link: in June -->

        - [y](gone.md)
        - [y](gone.md)

        [z](gone.md)
        """) == [
          "content/a.md:1:5: error: no page or file 'gone.md' [broken-link]",
          "content/a.md:8:5: error: no page or file 'gone.md' [broken-link]",
        ])
  }

  @Test(arguments: [
    "> <!-- portico-ignore broken-link: in June -->\n> [x](gone.md)\n>\n> [fine](a.md)",
    "- a\n\n  <!-- portico-ignore broken-link: in June -->\n  [x](gone.md)",
    "<!-- portico-ignore broken-link: in\n     June -->\n\n\n| a |\n|---|\n| [x](gone.md) |",
    "<!-- portico-ignore broken-link: in June -->\n[^1]: [x](gone.md)\n\nA[^1]",
    "<div>\n<!-- portico-ignore broken-link: in June -->\n<a href=gone.md>x</a>\n</div>",
    "| a |\n|---|\n| [x](gone.md) <!-- portico-ignore broken-link: in June --> |",
    "<!-- portico-ignore broken-anchor, broken-link: in June -->\n[x](gone.md) [x](#x)",
    "<!-- portico-ignore broken-link: in June -->\n<!-- portico-ignore broken-anchor: in July -->\n[x](gone.md) [x](#x)",
    "\u{FEFF}[x](gone.md) <!-- portico-ignore broken-link: in June -->\r\n",
  ])
  func commentMayStand(text: String) async {
    #expect(await findings("-- a.md --\n" + text) == [])
  }

  @Test(arguments: [
    "```html\n<!-- portico-ignore broken-link: in June -->\n```\n[x](gone.md)",
    "    <!-- portico-ignore broken-link: in June -->\n\n[x](gone.md)",
    "`<!-- portico-ignore broken-link: in June -->` [x](gone.md)",
    "<!-- portico-ignored broken-link: in June -->\n[x](gone.md)",
    "<!-- Use portico-ignore broken-link: in June -->\n[x](gone.md)",
  ])
  func otherTextIsNoComment(text: String) async {
    let found = await findings("-- a.md --\n" + text)
    #expect(found.map { $0.hasSuffix("error: no page or file 'gone.md' [broken-link]") } == [true])
  }

  @Test func readersDoNotGetTheComment() async {
    let text = """
      a <!-- portico-ignore broken-link: secret --> [x](gone.md)

      <!-- portico-ignore broken-link: secret -->
      [x](gone.md)

      <div><!-- portico-ignore broken-link: secret --><a href="gone.md">x</a></div>

      """
    for settings in ["", "-- portico.yaml --\ntitle: T\nmarkdown: {unsafeHTML: false}\n"] {
      let html = await TestSite(settings + "-- a.md --\n" + text).build().main("a/index.html") ?? ""
      #expect(html.contains("<p>a  <a href=\"gone.md\">x</a></p>\n<p><a href"))
      #expect(html.contains("secret") == !settings.isEmpty)
    }
  }

  @Test func commentInAnIncludedTextCountsOnEachPage() async {
    let include = "--8<-- \"parts/note.md\"\n"
    #expect(
      await findings(
        "-- portico.yaml --\ntitle: T\nexclude: [parts/]\n-- a.md --\n\(include)-- b.md --\n\(include)-- parts/note.md --\n"
          + "Text\n\n<!-- portico-ignore broken-link: in June -->\n[x](gone.md)") == [])
  }

  @Test func findingOfTheWholePageMayBeLeftOutAnywhereInIt() async {
    let found = await findings(
      "-- a.md --\n# A\n\n<!-- portico-ignore url-collision: on purpose -->\n\nText\n-- A.md --\n# A\n")
    #expect(!found.contains { $0.contains("content/a.md") }, "\(found)")
  }

  // MARK: Comments in YAML

  @Test func commentInFrontMatterIsAboutTheNextKey() async {
    #expect(
      await findings(
        "-- a.md --\n---\n# portico-ignore unknown-key: another tool reads it\n\n# more\ntitel: A\nauthr: B\n---\n")
        == [
          "content/a.md:6:1: warning: front matter has no key 'authr' [unknown-key]"
        ])
  }

  @Test func commentBehindAValueIsAboutItsLine() async {
    #expect(
      await findings("-- portico.yaml --\ntitle: T\nlogo: a.svg # portico-ignore unknown-key: another tool reads it\n")
        == [])
  }

  @Test func textOfSeveralLinesHoldsNoComment() async {
    #expect(
      await findings("-- a.md --\n---\ndescription: |\n  # portico-ignore unknown-key: no\ntitel: A\n---\n") == [
        "content/a.md:4:1: warning: front matter has no key 'titel' [unknown-key]"
      ])
  }

  // MARK: Faults

  @Test func commentThatLeavesNothingOutIsReported() async {
    #expect(
      await findings("-- a.md --\n<!-- portico-ignore broken-link, broken-anchor: in June -->\n[x](gone.md)") == [
        "content/a.md:1:34: warning: nothing here is found by 'broken-anchor' [unused-ignore]"
      ])
  }

  @Test func ruleThatIsOffMayBeNamed() async {
    #expect(await findings("-- a.md --\n<!-- portico-ignore empty-link, writing: icons -->\nText") == [])
  }

  @Test func draftIsNotLookedAt() async {
    let site =
      "-- a.md --\n---\ndraft: true\n---\n<!-- portico-ignore broken-link: in June -->\n[x](b.md)\n-- b.md --\nB"
    #expect(await findings(site) == [])
    #expect(
      await findings(site, drafts: true) == [
        "content/a.md:4:21: warning: nothing here is found by 'broken-link' [unused-ignore]"
      ])
  }

  @Test func nearestOfSeveralCommentsCounts() async {
    #expect(
      await findings(
        """
        -- a.md --
        <!-- portico-ignore broken-link: in June -->
        <!-- portico-ignore broken-link: in July -->
        [x](gone.md)
        """) == ["content/a.md:1:21: warning: nothing here is found by 'broken-link' [unused-ignore]"])
  }

  @Test func commentWithoutReasonOrRuleIsReportedAndLeavesNothingOut() async {
    let site = await TestSite(
      """
      -- a.md --
      <!-- portico-ignore broken-link -->
      [x](gone.md)

      <!-- portico-ignore -->
      """
    ).build()
    #expect(
      site.findings == [
        "content/a.md:1:1: warning: the comment does not say why [invalid-ignore]",
        "content/a.md:2:5: error: no page or file 'gone.md' [broken-link]",
        "content/a.md:4:1: warning: the comment names no rule to ignore [invalid-ignore]",
      ])
    #expect(
      site.diagnostics[0].help == "Write 'portico-ignore broken-link: REASON'.")
  }

  @Test func unknownRuleInACommentIsReported() async {
    let site = await TestSite("-- a.md --\nText <!-- portico-ignore broken-lnik: in June -->").build()
    #expect(site.findings == ["content/a.md:1:26: warning: there is no rule 'broken-lnik' [unknown-rule]"])
    #expect(site.diagnostics.first?.help == "Did you mean 'broken-link'?")
  }

  @Test func whatKeepsAFileFromBeingReadCannotBeIgnored() async {
    #expect(
      await findings("-- a.md --\nText <!-- portico-ignore invalid-utf8: old -->") == [
        "content/a.md:1:26: warning: 'invalid-utf8' cannot be ignored [invalid-ignore]"
      ])
  }

  @Test func manyCommentsAreReadInLinearTime() async {
    let comments = String(repeating: "<!-- portico-ignore broken-link: in June -->\n", count: 2_000)
    let found = await findings("-- a.md --\n" + comments + "[x](gone.md)")
    #expect(found.count == 1_999)
  }
}
