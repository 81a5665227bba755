import Diagnostics
import TestSupport
import Testing

/// The page of an onboarding path, and the list of all.
@Suite struct PathViewTests {
  private static func path(_ name: String, _ spec: String) -> String {
    """
    -- \(name).yaml --
    apiVersion: portico/v1
    kind: OnboardingPath
    metadata: {name: \(name), title: \(name.capitalised) path}
    spec:
      goal: G
    \(spec.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))
    """
  }

  private func write(_ template: String, _ spec: String, _ more: String = "") async throws -> String {
    try await PortalTests.write(
      "path", "{{#path}}\(template){{/path}}", page: "paths/first/index.html",
      PathViewTests.path("first", spec) + "\n" + more)
  }

  @Test func pathShowsItsFacts() async throws {
    let written = try await write(
      "{{title}}|{{goal}}|{{time}}|{{#audience}}{{.}};{{/audience}}",
      "time: PT1H\naudience: [developer, operator]\nsteps: [{title: Go}]")
    #expect(written == "First path|G|1 hour|developer;operator;")
  }

  @Test func stepsAreNumberedAndLeadToTheirPages() async throws {
    let written = try await write(
      "{{#steps}}{{number}} {{title}} [{{#href}}{{href}}{{/href}}] {{time}};{{/steps}}",
      """
      steps:
        - {page: a.md, time: PT10M}
        - {title: Wait}
        - {template: template:service-go}
        - {page: b.md#part, title: Mine}
      """, "-- a.md --\n# Page a\n-- b.md --\n## Part\n-- t.yaml --\n" + template("service-go", title: "Go service"))
    #expect(
      written
        == "1 Page a [../../a/] 10 minutes;2 Wait [] ;3 Go service [../../templates/service-go/] ;4 Mine [../../b/#part] ;"
    )
  }

  @Test func timeOfAStepIsInMinutesForTheSumOfWhatIsLeft() async throws {
    let written = try await write("{{#steps}}{{minutes}};{{/steps}}", "steps: [{title: A, time: PT1H10M}, {title: B}]")
    #expect(written == "70;;")
  }

  @Test func signOfSuccessIsInlineMarkdown() async throws {
    let written = try await write(
      "{{#steps}}{{done}};{{/steps}}", "steps: [{title: A, done: \"`kubectl` <b>lists</b> *it*\"}]")
    #expect(written == "<code>kubectl</code> &lt;b&gt;lists&lt;/b&gt; <em>it</em>;")
  }

  @Test func prerequisitesAreLinked() async throws {
    let written = try await write(
      "{{#hasPrerequisites}}{{#prerequisites}}{{title}} {{href}}{{/prerequisites}}{{/hasPrerequisites}}",
      "prerequisites: [path:access]\nsteps: [{title: A}]", PathViewTests.path("access", "steps: [{title: A}]"))
    #expect(written == "Access path ../../paths/access/")
  }

  @Test func brokenStepIsReportedAtItsPlace() async {
    let site = await TestSite(
      PathViewTests.path("first", "steps:\n  - {title: A}\n  - {page: gone.md}\n  - {page: a.md}") + "\n-- a.md --"
    ).build()
    #expect(site.findings == ["content/first.yaml:8:14: error: no page or file 'gone.md' [broken-link]"])
    #expect(site.main("paths/first/index.html")?.contains("<a href=\"../../a/\">A</a>") == true)
  }

  @Test func stepThatLeadsToADraftIsReported() async {
    let site = await TestSite(
      PathViewTests.path("first", "steps: [{page: a.md}]") + "\n-- a.md --\n---\ndraft: true\n---"
    ).build()
    #expect(site.findings == ["content/first.yaml:6:18: error: 'a.md' is a draft and is not published [broken-link]"])
  }

  @Test func indexListsPathsByAudienceTheQuickestFirst() async throws {
    let text = [
      PathViewTests.path("a", "audience: [developer, operator]\nsteps: [{title: A}]"),
      PathViewTests.path("b", "audience: [operator]\ntime: PT5M\nsteps: [{title: A}]"),
      PathViewTests.path("c", "steps: [{title: A}]"),
    ].joined(separator: "\n")
    let written = try await PortalTests.write(
      "paths",
      "{{#paths.audiences}}{{title}}: {{#paths}}{{title}} {{href}} {{goal}} {{time}};{{/paths}} {{/paths.audiences}}",
      page: "paths/index.html", text)
    #expect(
      written == "Operator: B path ../paths/b/ G 5 minutes;A path ../paths/a/ G ; Developer: A path ../paths/a/ G ; "
        + "Everyone: C path ../paths/c/ G ;")
  }

  @Test func pathWithoutOptionalPartsShowsNoneOfThem() async throws {
    let main = try await show("paths/first/index.html", PathViewTests.path("first", "steps: [{title: Go}]"))
    #expect(main.headings == ["First path", "Go"])
    #expect(!main.contains("<dt>Time</dt>"))
    #expect(!main.contains("First do"))
    #expect(!main.contains("Done when"))
  }

  @Test func nextPathsAreThoseThatAskForThisOne() async throws {
    let written = try await write(
      "{{#next}}{{title}} {{href}};{{/next}}", "steps: [{title: A}]",
      PathViewTests.path("second", "prerequisites: [first]\nsteps: [{title: A}]") + "\n"
        + PathViewTests.path("third", "prerequisites: [second]\nsteps: [{title: A}]"))
    #expect(written == "Second path ../../paths/second/;")
  }

  @Test func stepsAreAChecklistWithoutAScript() async throws {
    let main = try await show(
      "paths/first/index.html", PathViewTests.path("first", "steps: [{title: A, done: It runs}, {title: B}]"))
    #expect(main.matches(of: #/<label class="step-done"><input type="checkbox">/#).count == 2)
    #expect(main.contains("<strong>Done when</strong> It runs</span></label>"))
  }

  @Test func pagesFollowTheOrderOfPrerequisites() async throws {
    let site = await TestSite(
      PathViewTests.path("a", "prerequisites: [b]\nsteps: [{title: A}]") + "\n"
        + PathViewTests.path("b", "steps: [{title: A}]")
    ).build()
    #expect(site.main("paths/b/index.html")?.contains("rel=\"next\" href=\"../../paths/a/\"") == true)
  }
}
