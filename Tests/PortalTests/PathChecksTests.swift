import Diagnostics
import TestSupport
import Testing

/// Steps that lead to what is planned or deprecated.
@Suite struct PathChecksTests {
  private func findings(_ step: String, _ more: String) async -> [String] {
    let site = """
      \(platform)
      -- paths/first.yaml --
      apiVersion: portico/v1
      kind: OnboardingPath
      metadata: {name: first, title: First}
      spec: {goal: G, steps: [{\(step)}]}
      \(more)
      """
    return await TestSite(site).build().findings
  }

  private func offered(_ name: String, _ lifecycle: String, _ spec: String = "") -> String {
    capability(name, spec).replacing("lifecycle: production", with: "lifecycle: \(lifecycle)")
      + "\n-- \(name)/start.md --\n# Start\n"
  }

  private func finding(_ column: Int, _ thing: String, _ lifecycle: String) -> String {
    "content/paths/first.yaml:4:\(column): warning: the step leads to \(thing), which is \(lifecycle) [step-not-offered]"
  }

  @Test(arguments: ["production", "experimental"]) func whatIsOfferedIsFine(lifecycle: String) async {
    #expect(await findings("page: ../build/start.md", offered("build", lifecycle)) == [])
  }

  @Test(
    arguments: ["planned", "deprecated"], ["../build/start.md", "/build/start.md#start", "../build/capability.yaml"])
  func pageBelongsToTheCapabilityOfItsFolder(lifecycle: String, page: String) async {
    #expect(
      await findings("page: \(page)", offered("build", lifecycle))
        == [finding(32, "the capability 'build'", lifecycle)])
  }

  @Test func pageBelongsToTheInnermostCapability() async {
    let text = offered("a", "planned") + offered("a/b", "production").replacing("name: a/b", with: "name: b")
    #expect(await findings("page: ../a/b/start.md", text) == [])
  }

  @Test func pageMayNameItsCapability() async {
    let text = offered("old", "deprecated") + offered("new", "production")
    let page = "-- build.md --\n---\ncapability: old\n---\n# Build\n-- old/moved.md --\n---\ncapability: new\n---\n# M"
    #expect(
      await findings("page: ../build.md", text + page) == [finding(32, "the capability 'old'", "deprecated")])
    #expect(await findings("page: ../old/moved.md", text + page) == [])
  }

  @Test func successorIsNamed() async {
    let text =
      offered("old", "deprecated", "replacedBy: capability:new\nsunset: 2027-01-31") + offered("new", "production")
    let site = await TestSite(
      """
      \(platform)
      -- first.yaml --
      apiVersion: portico/v1
      kind: OnboardingPath
      metadata: {name: first, title: First}
      spec: {goal: G, steps: [{page: old/start.md}]}
      \(text)
      """
    ).build()
    #expect(site.diagnostics.map(\.help) == ["Lead to 'capability:new' instead, which replaces it."])
  }

  @Test(arguments: ["deprecated", "Deprecated", "planned"]) func templateMaySayIt(lifecycle: String) async {
    let text =
      "-- t.yaml --\n" + template("go", title: "Go").replacing("type:", with: "lifecycle: \(lifecycle), type:")
    #expect(
      await findings("template: go", text) == [finding(36, "the template 'go'", lifecycle.lowercased())])
  }

  @Test func successorOfATemplateIsNamed() async {
    let go = template("go", title: "Go").replacing("type:", with: "lifecycle: deprecated, type:")
      .replacing("title: Go}", with: "title: Go, annotations: {portico/replaced-by: rust}}")
    let site = await TestSite(
      """
      \(platform)
      -- first.yaml --
      apiVersion: portico/v1
      kind: OnboardingPath
      metadata: {name: first, title: First}
      spec: {goal: G, steps: [{template: go}]}
      -- t.yaml --
      \(go)---
      \(template("rust", title: "Rust"))
      """
    ).build()
    #expect(site.diagnostics.map(\.help) == ["Lead to 'rust' instead, which replaces it."])
  }

  @Test func templateIsAsReadyAsTheBestOfItsCapabilities() async {
    let go = "-- t.yaml --\n" + template("go", title: "Go")
    let old = offered("old", "deprecated", "templates: [go]")
    #expect(
      await findings("template: go", go + old) == [finding(36, "the capability 'old'", "deprecated")])
    #expect(await findings("template: go", go + old + offered("new", "production", "templates: [template:go]")) == [])
    #expect(await findings("template: go", go) == [])
  }
}
