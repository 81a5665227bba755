import Checks
import Diagnostics
import Markdown
import Pipeline
import SiteModel
import TestSupport
import Testing

/// What the rules of writing find on a page `a.md`, whose other rules are off.
func findings(
  _ text: String, of rule: String, settings: String = "", matter: String = "title: A"
) async -> [String] {
  let site = await TestSite(
    """
    -- portico.yaml --
    title: Portal
    \(settings)
    check: {rules: {\(rule): warning, broken-link: off, missing-alt: off}}
    -- a.md --
    ---
    \(matter)
    ---
    \(text)
    """
  ).build()
  return site.findings
}

@Suite struct WritingRulesTests {
  private static let writing = Rule.checks.filter { $0.group == .writing }

  @Test func areOffUntilASiteAsksForThem() async {
    let site = await TestSite("-- a.md --\n# A\n\n#### B\n\n[here](a.md) [](https://a.b) whitelist\n\n# C").build()
    #expect(site.findings == [])
    #expect(site.result.site.pages.allSatisfy { $0.document?.article.prose == nil })
  }

  @Test func areSwitchedOnTogetherAndOffOneByOne() async {
    let site = await TestSite(
      """
      -- portico.yaml --
      title: Portal
      check: {rules: {writing: error, heading-level: off, vague-link: warning}}
      -- index.md --
      ---
      owner: team-x
      ---
      # A

      #### B

      [here](index.md) whitelist
      """
    ).build()
    #expect(
      site.diagnostics.filter { $0.rule.group == .writing }.map { "\($0.rule.id) \($0.severity)" } == [
        "vague-link warning", "inclusive-language error",
      ])
  }

  // The two that are left out ask for words, and for a repository.
  @Test(arguments: writing.filter { !$0.bad.isEmpty && !["word-choice", "page-on-git-host"].contains($0.id) })
  func findTheBadExampleAndNotTheGood(rule: Rule) async {
    func rules(_ example: String) async -> [String] {
      await TestSite(
        """
        -- portico.yaml --
        title: Portal
        check: {rules: {\(rule.id): warning, broken-link: off, unresolved-reference: off}}
        -- a.md --
        \(example)
        """
      ).build().rules.filter { $0 == rule.id }
    }
    #expect(await rules(rule.bad) == [rule.id])
    #expect(await rules(rule.good) == [])
  }

  @Test func headingsBelowTheTitleMaySkipNoLevel() async {
    #expect(
      await findings("### B\n\n#### C\n\n## D\n\nx\n> #### E", of: "heading-level") == [
        "content/a.md:4:1: warning: a heading of level 3 follows one of level 1 [heading-level]",
        "content/a.md:11:3: warning: a heading of level 4 follows one of level 2 [heading-level]",
      ])
  }

  @Test func aSecondTitleNamesTheFirst() async {
    #expect(
      await findings("# One\n\nTwo\n===", of: "second-title") == [
        "content/a.md:6:1: warning: the page has a title, 'One', in line 4 [second-title]"
      ])
  }

  @Test func idsOfHTMLAndOfHeadingsAreOneSet() async {
    #expect(
      await findings("<p id=\"x\">a</p>\n\n<p><a name=\"y\" id=\"y\"></a><b id=x></b></p>\n\n## X", of: "duplicate-id")
        == [
          "content/a.md:6:33: warning: the id 'x' stands on the page above, too [duplicate-id]",
          "content/a.md:8:1: warning: the id 'x' stands on the page above, too [duplicate-id]",
        ])
  }

  @Test func linksWithImagesAndCodeHaveAText() async {
    #expect(
      await findings(
        "[`x`](a.md) [![Logo](a.png)](a.md) [![](a.png)](a.md) [ ](a.md) [<i></i>](a.md) <https://a.b>\n\n[](https://a.b)",
        of: "empty-link") == [
          "content/a.md:4:37: warning: the link has no text [empty-link]",
          "content/a.md:4:56: warning: the link has no text [empty-link]",
          "content/a.md:6:1: warning: the link has no text [empty-link]",
        ])
  }

  @Test func vagueLinksAreSoWithAnyLettersAndMarks() async {
    #expect(
      await findings(
        "- [Click *here*!](a.md)\n- [here][x] and [how to deploy here](a.md)\n\n[x]: a.md", of: "vague-link")
        == [
          "content/a.md:4:4: warning: 'Click here!' does not say where the link leads [vague-link]",
          "content/a.md:5:4: warning: 'here' does not say where the link leads [vague-link]",
        ])
  }

  @Test func englishListsAreForEnglishSites() async {
    #expect(await findings("[here](a.md)", of: "vague-link", settings: "language: de") == [])
    #expect(await findings("whitelist", of: "inclusive-language", settings: "language: de") == [])
    #expect(await findings("whitelist", of: "inclusive-language", settings: "language: en-GB").count == 1)
  }

  @Test func tablesWithOneHeadingHaveHeadings() async {
    #expect(
      await findings("> | |\n> |-|\n> | a |\n\n| | x |\n|-|-|\n| a | b |", of: "table-header") == [
        "content/a.md:4:3: warning: the columns of the table have no headings [table-header]"
      ])
  }

  @Test func pagesOfFoldersNeedNoTypeAndOwnThePagesInThem() async {
    let site = await TestSite(
      """
      -- portico.yaml --
      title: Portal
      check: {rules: {writing: warning, unresolved-reference: off}}
      -- index.md --
      # Home
      -- guides/index.md --
      ---
      owner: team-x
      ---
      -- guides/deep/a.md --
      # A
      """
    ).build()
    #expect(
      site.findings.filter { $0.hasSuffix("[page-owner]") || $0.hasSuffix("[page-type]") }.map { $0 } == [
        "content/guides/deep/a.md:1:1: warning: the page has no type [page-type]",
        "content/index.md:1:1: warning: nobody owns the page [page-owner]",
      ])
  }

  @Test func wordsOfCodeDoNotMakeAPageLong() async {
    let settings = "writing: {maxWords: 3}"
    #expect(await findings("one two three\n\n    four\n\n`five`", of: "page-length", settings: settings) == [])
    #expect(
      await findings("one two\nthree [four](a.md)", of: "page-length", settings: settings) == [
        "content/a.md:1:1: warning: the page has 4 words, more than 3 [page-length]"
      ])
  }

  @Test func wordsAreFoundWhereTheyStand() async {
    #expect(
      await findings(
        "- a **white*list***\n\n  | x |\n  |---|\n  | a sanity check, or a slave&#33; |\n\n> a sanity\n> check",
        of: "inclusive-language") == [
          "content/a.md:4:7: warning: 'whitelist' shuts people out [inclusive-language]",
          "content/a.md:8:7: warning: 'sanity check' shuts people out [inclusive-language]",
          "content/a.md:8:26: warning: 'slave' shuts people out [inclusive-language]",
          "content/a.md:10:5: warning: 'sanity check' shuts people out [inclusive-language]",
        ])
  }

  @Test(arguments: [
    "`whitelist`", "<https://a.b/whitelist>", "https://a.b/whitelist", "my_whitelist", "whitelist.yaml",
    "the-whitelist",
    "a/whitelist", "\"whitelist\"", "“whitelist”", "whitelisty", "@whitelist", "Crash test dummy", "[x](whitelist.md)",
  ])
  func namesCodeAndMentionsAreLeftAlone(text: String) async {
    let found = await findings(text, of: "inclusive-language", settings: "writing: {allow: [crash test dummy]}")
    #expect(found == [])
  }

  @Test func aSiteHasItsOwnWords() async {
    let settings = """
      writing:
        words:
        - {avoid: [utilise, utilises], use: use}
        - {avoid: github, use: GitHub, because: It is a name.}
        - {avoid: simply, because: What is simple for you need not be for others.}
        - {avoid: whitelist, use: list of guests}
      """
    let site = await TestSite(
      """
      -- portico.yaml --
      title: Portal
      \(settings)
      check: {rules: {word-choice: error, inclusive-language: warning}}
      -- a.md --
      Simply utilise Github, GitHub or github.com. Whitelist.
      """
    ).build()
    #expect(
      site.findings == [
        "content/a.md:1:1: error: this site does not write 'Simply' [word-choice]",
        "content/a.md:1:8: error: this site does not write 'utilise' [word-choice]",
        "content/a.md:1:16: error: this site does not write 'Github' [word-choice]",
        "content/a.md:1:46: error: this site does not write 'Whitelist' [word-choice]",
      ])
    #expect(
      site.diagnostics.map(\.help) == [
        "What is simple for you need not be for others.", "Write 'use'.", "Write 'GitHub'. It is a name.",
        "Write 'list of guests'.",
      ])
  }
}
