import TestSupport
import Testing

/// Pages of changes, their list, and where else they stand.
@Suite struct ChangeViewTests {
  private static func change(_ name: String, _ keys: String) -> String {
    "\n-- changes/\(name).md --\n---\ntitle: \(name.capitalised)\nkind: change\n\(keys)\n---\n"
  }

  private static let site =
    platform + "\n" + capability("secrets")
    + change(
      "moved", "date: 2026-03-02\ncapability: secrets\nbreaking: true\naction: {what: Move to `v1`, by: 2026-05-31}")
    + change("ends", "date: 2026-06-11\ncapability: secrets\nbreaking: true\naction: {what: Leave, by: 2026-12-31}")
    + change("faster", "date: 2026-06-01\ndescription: It is faster.")
    + change("limit", "date: 2026-05-20\naction: {what: Look, by: 2026-06-30}")
    + change("next", "date: 2026-07-01\naction: Read")

  private static let entry = """
    {{date}} {{title}} {{href}}{{#isToCome}} to come{{/isToCome}}{{#isBreaking}} breaking{{/isBreaking}}\
    {{#action}} {{what}} {{by}}{{#isOverdue}} overdue{{/isOverdue}}{{/action}};
    """

  @Test func pageTellsWhatToDo() async throws {
    let written = try await write(
      "change", "{{#change}}\(ChangeViewTests.entry){{capability.title}} {{capability.href}}{{/change}}",
      page: "changes/moved/index.html", ChangeViewTests.site)
    #expect(
      written == "2026-03-02 Moved ../../changes/moved/ breaking Move to <code>v1</code> 2026-05-31 overdue;"
        + "Secrets ../../secrets/")
  }

  @Test func listIsATimelineByMonth() async throws {
    let written = try await write(
      "changes",
      "{{#changes.months}}{{id}} {{title}}: {{#records}}{{date}} {{title}};{{/records}} {{/changes.months}}",
      page: "changes/index.html", ChangeViewTests.site)
    #expect(
      written == """
        2026-07 July 2026: 2026-07-01 Next; 2026-06 June 2026: 2026-06-11 Ends;2026-06-01 Faster; \
        2026-05 May 2026: 2026-05-20 Limit; 2026-03 March 2026: 2026-03-02 Moved;
        """)
  }

  @Test func whatIsStillToDoComesFirstTheSoonestFirst() async throws {
    let due = "{{#changes.due}}{{title}} {{action.by}};{{/changes.due}}"
    let page = "changes/index.html"
    #expect(try await write("changes", due, page: page, ChangeViewTests.site) == "Limit 2026-06-30;Ends 2026-12-31;")
    let later = try await write("changes", due, page: page, ChangeViewTests.site, asOf: "2026-07-01")
    #expect(later == "Ends 2026-12-31;")
  }

  @Test func yearsAreNamedWhereThereAreSeveral() async throws {
    let years = "{{#changes.years}}{{year}} {{id}};{{/changes.years}}"
    let page = "changes/index.html"
    #expect(try await write("changes", years, page: page, ChangeViewTests.site) == "")
    let older =
      ChangeViewTests.site + ChangeViewTests.change("old", "date: 2025-12-31")
      + ChangeViewTests.change("older", "date: 2025-11-30")
    #expect(try await write("changes", years, page: page, older) == "2026 2026-07;2025 2025-12;")
  }

  @Test func changeThatIsYetToComeIsMarked() async throws {
    let main = try await show("changes/index.html", ChangeViewTests.site)
    #expect(main.contains("<p class=\"record-date\">from 2026-07-01</p>"))
    #expect(main.contains("<p class=\"record-date\">2026-06-11</p>"))
  }

  @Test func breakingAndOverdueAreSaidInWords() async throws {
    let main = try await show("changes/moved/index.html", ChangeViewTests.site)
    #expect(main.contains("<span class=\"badge is-breaking\">Breaking</span>"))
    #expect(main.contains("<span class=\"badge is-overdue\">Overdue since 2026-05-31</span>"))
    let open = try await show("changes/ends/index.html", ChangeViewTests.site)
    #expect(open.contains("<span>Due by 2026-12-31</span>"))
    #expect(!open.contains("Overdue"))
  }

  @Test func homeAndCapabilityTellTheLatest() async throws {
    let home = try await write(
      "home", "{{#platform.changes}}{{title}};{{/platform.changes}}", page: "index.html", ChangeViewTests.site)
    #expect(home == "Next;Ends;Faster;Limit;Moved;")
    let secrets = try await write(
      "capability", "{{#capability.changes}}{{title}};{{/capability.changes}}", page: "secrets/index.html",
      ChangeViewTests.site)
    #expect(secrets == "Ends;Moved;")
  }

  @Test func navigationBeginsWithTheLatest() async throws {
    let written = try await write(
      "changes", "{{#page.children}}{{title}};{{/page.children}}", page: "changes/index.html", ChangeViewTests.site)
    #expect(written == "Next;Ends;Faster;Limit;Moved;")
  }
}
