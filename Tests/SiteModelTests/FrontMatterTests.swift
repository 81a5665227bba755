import Bytes
import Diagnostics
import Testing
import YAML

@testable import SiteModel

@Suite struct FrontMatterTests {
  private func read(_ yaml: String) -> Outcome<FrontMatter> {
    let outcome = document("---\n\(yaml)\n---\n")
    return Outcome(outcome.value.frontMatter, outcome.diagnostics)
  }

  @Test func readsEveryKey() {
    let outcome = read(
      """
      title: Setup
      description: How to begin.
      type: how-to
      capability: secrets
      owner: group:platform
      audience: [developers]
      tags: [a, b]
      weight: -10
      draft: true
      hidden: true
      aliases: [/old/, older]
      toc: false
      reviewed: 2026-06-01
      reviewIn: 6 months
      covers: [src/**]
      template: wide
      """)
    let matter = outcome.value
    #expect(outcome.findings == [])
    #expect(matter.title == "Setup")
    #expect(matter.description == "How to begin.")
    #expect(matter.type == .howTo)
    #expect(matter.capability?.value == "secrets")
    #expect(matter.owner?.value == "group:platform")
    #expect(matter.audience == ["developers"])
    #expect(matter.tags == ["a", "b"])
    #expect(matter.weight == -10)
    #expect(matter.isDraft)
    #expect(matter.isHidden)
    #expect(matter.aliases.map(\.value) == ["/old/", "older"])
    #expect(!matter.showsContents)
    #expect(matter.reviewed?.value.iso == "2026-06-01")
    #expect(matter.reviewIn?.iso == "P6M")
    #expect(matter.covers.map(\.value) == ["src/**"])
    #expect(matter.template?.value == "wide")
  }

  @Test func needsNoKey() {
    let matter = read("").value
    #expect(matter.title == nil)
    #expect(matter.weight == nil)
    #expect(!matter.isDraft)
    #expect(!matter.isHidden)
    #expect(matter.showsContents)
    #expect(matter.aliases.isEmpty)
  }

  @Test(arguments: ["owner_slack", "content_owner"])
  func takesOtherNamesOfTheOwner(_ key: String) {
    #expect(read("\(key): \"#help\"").value.owner?.value == "#help")
  }

  @Test(arguments: ["last_reviewed_on", "last_review_date"])
  func takesOtherNamesOfTheReview(_ key: String) {
    #expect(read("\(key): 2026-06-01").value.reviewed?.value.iso == "2026-06-01")
  }

  @Test(arguments: ["nav_order", "sort_order", "sidebar_position"])
  func takesOtherNamesOfTheWeight(_ key: String) {
    #expect(read("\(key): 3").value.weight == 3)
  }

  @Test(arguments: ["redirect_from", "old_paths"])
  func takesOtherNamesOfTheAliases(_ key: String) {
    #expect(read("\(key): [/old/]").value.aliases.map(\.value) == ["/old/"])
  }

  @Test func takesTheOtherNamesOfTheRest() {
    let outcome = read(
      "review_in: P1Y\ndiataxis_content_type: tutorial\nhide_in_navigation: true\nsidebar_label: Short")
    #expect(outcome.findings == [])
    #expect(outcome.value.reviewIn?.words == "1 year")
    #expect(outcome.value.type == .tutorial)
    #expect(outcome.value.isHidden)
    #expect(outcome.value.navigationTitle == "Short")
  }

  @Test func reportsAnUnknownKeyAtItsLine() {
    let outcome = read("title: A\ntilte: B")
    #expect(outcome.findings == ["content/page.md:3:1 unknown-key: front matter has no key 'tilte'"])
    #expect(outcome.diagnostics.map(\.help) == ["Did you mean 'title'?"])
  }

  @Test(arguments: [
    ("draft: yes", "content/page.md:2:8 wrong-type: 'draft' must be true or false, not 'yes'"),
    ("weight: first", "content/page.md:2:9 wrong-type: 'weight' must be a whole number, not 'first'"),
    ("title: [a]", "content/page.md:2:8 wrong-type: 'title' must be a text, not a list"),
    ("type: guide", "content/page.md:2:7 invalid-value: 'type' cannot be 'guide'"),
    ("reviewed: June", "content/page.md:2:11 invalid-value: 'reviewed' must be a date, not 'June'"),
  ])
  func reportsAWrongValueAtItsPlace(_ yaml: String, _ finding: String) {
    #expect(read(yaml).findings == [finding])
  }

  @Test func reportsWhatIsNoMapping() {
    #expect(
      read("just text").findings == ["content/page.md:2:1 wrong-type: front matter must be a mapping, not a text"])
  }

  @Test func reportsAKeyThatIsThereTwice() {
    #expect(read("title: A\ntitle: B").diagnostics.map(\.rule.id) == ["duplicate-key"])
  }
}

@Suite struct FrontMatterBoundsTests {
  /// The YAML and the text of a file, and the line that the text begins on.
  private func parts(_ text: String) -> (yaml: String?, body: String, line: Int, isUnclosed: Bool) {
    let bytes = Array(text.utf8)
    let bounds = FrontMatterBounds(bytes)
    return (
      bounds.yaml.map { String(decoding: bytes[$0], as: UTF8.self) },
      String(decoding: bytes[bounds.body...], as: UTF8.self), bounds.bodyLine, bounds.isUnclosed
    )
  }

  @Test(arguments: [
    ("---\na: b\n---\ntext", "a: b\n", "text", 4), ("---\na: b\n...\ntext", "a: b\n", "text", 4),
    ("---\r\na: b\r\n---\r\ntext", "a: b\r\n", "text", 4), ("\u{FEFF}---\na: b\n---\ntext", "a: b\n", "text", 4),
    ("---  \na: b\n---\t\ntext", "a: b\n", "text", 4), ("---\n---\ntext", "", "text", 3),
    ("---\na: b\n---", "a: b\n", "", 4), ("---\n\na: b\n\n---\n\ntext", "\na: b\n\n", "\ntext", 6),
    ("---\na: b\n---\n---\ntext", "a: b\n", "---\ntext", 4),
  ])
  func endsAtTheClosingLine(_ text: String, _ yaml: String, _ body: String, _ line: Int) {
    let parts = parts(text)
    #expect(parts.yaml == yaml)
    #expect(parts.body == body)
    #expect(parts.line == line)
    #expect(!parts.isUnclosed)
  }

  @Test(arguments: [
    "", "\n", "text", "text\n---\na: b\n---\n", "\n---\na: b\n---\n", " ---\na: b\n---\n", "----\na: b\n----\n",
    "--- # x\na: b\n---\n",
  ])
  func isNotThereUnlessTheFirstLineOpensIt(_ text: String) {
    let parts = parts(text)
    #expect(parts.yaml == nil)
    #expect(parts.body == text)
    #expect(parts.line == 1)
    #expect(!parts.isUnclosed)
  }

  @Test(arguments: ["---\ntitle: A\n\n# Text", "---\r\ntitle: A\r\n", "---\ntitle:\n", "\u{FEFF}---\n\"a\": b"])
  func isUnclosedWhereAKeyFollows(_ text: String) {
    #expect(parts(text).isUnclosed)
    #expect(parts(text).yaml == nil)
    #expect(parts(text).body == text)
  }

  @Test(arguments: [
    "---", "---\n", "---\n\ntext", "---\nSome words: text", "---\nhttps://example.com", "---\n: a", "---\n10:30",
  ])
  func isAThematicBreakWhereNoKeyFollows(_ text: String) {
    #expect(!parts(text).isUnclosed)
    #expect(parts(text).yaml == nil)
    #expect(parts(text).body == text)
  }
}
