import TestSupport
import Testing

/// Pages of decisions, their list, and where else they stand.
@Suite struct DecisionViewTests {
  private static let site =
    platform + "\n" + capability("access") + """

      -- decisions/0003-roles.md --
      ---
      title: Roles for service accounts
      description: Pods get credentials from their cluster.
      kind: decision
      status: superseded by 0010
      date: 2024-06-13
      capability: access
      ---
      -- decisions/0010-identity.md --
      ---
      title: Pod identity
      kind: decision
      status: accepted
      date: 2026-01-15
      decision-makers: [Platform, Security]
      consulted: [Search]
      informed: [all teams]
      capability: access
      ---
      The text.
      -- decisions/0012-region.md --
      ---
      title: A second region
      kind: decision
      status: proposed
      date: 2026-06-09
      ---
      -- decisions/0009-mesh.md --
      ---
      title: A mesh
      kind: decision
      status: rejected
      ---
      """

  private static let entry =
    "{{number}} {{title}} {{href}} {{status.id}} {{date}}{{#successor}} by {{number}} {{href}}{{/successor}};"

  @Test func pageTellsWhatTookItsPlace() async throws {
    let written = try await write(
      "decision",
      """
      {{#decision}}{{number}}|{{description}}|{{status.label}}|{{capability.title}} {{capability.href}}|\
      {{#successor}}{{number}} {{title}} {{href}} {{date}}{{/successor}}|{{#predecessors}}{{number}}{{/predecessors}}\
      {{/decision}}
      """, page: "decisions/0003-roles/index.html", DecisionViewTests.site)
    #expect(
      written == "3|Pods get credentials from their cluster.|Superseded|Access ../../access/|"
        + "10 Pod identity ../../decisions/0010-identity/ 2026-01-15|")
  }

  @Test func pageTellsWhatItTookThePlaceOfAndWhoDecided() async throws {
    let written = try await write(
      "decision",
      """
      {{#decision}}{{#predecessors}}{{number}} {{href}};{{/predecessors}}|{{#makers}}{{.}};{{/makers}}|\
      {{#consulted}}{{.}};{{/consulted}}|{{#informed}}{{.}};{{/informed}}{{^successor}}|in force{{/successor}}\
      {{/decision}}|{{page.content}}
      """, page: "decisions/0010-identity/index.html", DecisionViewTests.site)
    #expect(
      written == "3 ../../decisions/0003-roles/;|Platform;Security;|Search;|all teams;|in force|<p>The text.</p>")
  }

  @Test func listIsByWhatHolds() async throws {
    let written = try await write(
      "decisions",
      "{{#decisions.groups}}{{title}}: {{#decisions}}\(DecisionViewTests.entry){{/decisions}} {{/decisions.groups}}",
      page: "decisions/index.html", DecisionViewTests.site)
    #expect(
      written == """
        To be decided: 12 A second region ../decisions/0012-region/ proposed 2026-06-09; \
        In force: 10 Pod identity ../decisions/0010-identity/ accepted 2026-01-15; \
        Not in force: 9 A mesh ../decisions/0009-mesh/ rejected ;\
        3 Roles for service accounts ../decisions/0003-roles/ superseded 2024-06-13 by 10 ../decisions/0010-identity/;
        """)
  }

  @Test func decisionsOfNygardAreReadFromTheirText() async throws {
    let text = """
      -- doc/adr/0002-log.md --
      ---
      kind: decision
      ---
      # 2. Log with one library

      Date: 2026-04-08

      ## Status

      Superseded by [3. Log to standard output](0003-stdout.md)

      ## Context

      Logs differ.
      -- doc/adr/0003-stdout.md --
      ---
      kind: decision
      ---
      # 3. Log to standard output

      Date: 2026-05-08

      ## Status

      Accepted
      """
    let written = try await write(
      "decisions", "{{#decisions.groups}}{{#decisions}}\(DecisionViewTests.entry){{/decisions}}{{/decisions.groups}}",
      page: "doc/adr/index.html", text)
    #expect(
      written == "3 Log to standard output ../../doc/adr/0003-stdout/ accepted 2026-05-08;"
        + "2 Log with one library ../../doc/adr/0002-log/ superseded 2026-04-08 by 3 ../../doc/adr/0003-stdout/;")
  }

  @Test func listJoinsThePageOfTheFolder() async throws {
    let main = try await show(
      "decisions/index.html",
      DecisionViewTests.site + "\n-- decisions/index.md --\n# What we decided\n\nIn the form of MADR.\n")
    #expect(main.headings == ["What we decided", "To be decided", "In force", "Not in force"])
    #expect(main.contains("In the form of MADR."))
  }

  @Test func listOfScatteredDecisionsHasAFolderOfItsOwn() async throws {
    let text = """
      -- a/one.md --
      ---
      kind: decision
      status: accepted
      ---
      -- b/two.md --
      ---
      kind: decision
      status: accepted
      ---
      """
    let written = try await write(
      "decisions", "{{#decisions.groups}}{{#decisions}}{{href}};{{/decisions}}{{/decisions.groups}}",
      page: "decisions/index.html", text)
    #expect(written == "../b/two/;../a/one/;")
  }

  @Test func capabilityListsItsDecisionsTheLatestFirst() async throws {
    let written = try await write(
      "capability", "{{#capability.decisions}}{{number}} {{status.id}};{{/capability.decisions}}",
      page: "access/index.html", DecisionViewTests.site)
    #expect(written == "10 accepted;3 superseded;")
  }

  @Test func pageWarnsOfADecisionThatIsNoLongerInForce() async throws {
    let old = try await show("decisions/0003-roles/index.html", DecisionViewTests.site)
    #expect(
      old.contains(
        "<strong>No longer in force.</strong> <a href=\"../../decisions/0010-identity/\">10. Pod identity</a>"))
    #expect(old.contains("took its place on 2026-01-15."))
    let new = try await show("decisions/0010-identity/index.html", DecisionViewTests.site)
    #expect(!new.contains("No longer in force"))
    #expect(
      new.contains(
        "<dt>In place of</dt><dd><a href=\"../../decisions/0003-roles/\">3. Roles for service accounts</a></dd>"))
  }

  @Test func guidesOfACapabilityHoldNoRecords() async throws {
    let written = try await write(
      "capability", "{{#capability.guides}}{{#pages}}{{title}};{{/pages}}{{/capability.guides}}",
      page: "access/index.html", DecisionViewTests.site + "\n-- access/start.md --\n# Start\n")
    #expect(written == "Start;")
  }
}
