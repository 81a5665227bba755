import Bytes
import Diagnostics
import Platform
import Testing
import YAML

@Suite struct SoftwareTemplateTests {
  private let text = """
    apiVersion: scaffolder.backstage.io/v1beta3
    kind: Template
    metadata:
      name: go
      annotations: {backstage.io/time-saved: PT4H}
    spec:
      type: service
      custom: kept
      steps:
        - {id: a, name: A, action: "fetch:template", if: "${{ parameters.x }}", input: {url: ./s, values: {}}}
        - {action: debug:log, each: "${{ parameters.list }}"}
      output:
        links: [{title: Code, url: "${{ steps.a.output.url }}"}, {entityRef: "${{ steps.b.output.ref }}"}]
        text: [{title: Next, content: "**Merge** it"}]
    """

  @Test func readsStepsWithExpressionsAsWritten() throws {
    let read = catalogue(text)
    let template = try #require(read.value.templates.first)
    #expect(read.findings.isEmpty)
    #expect(template.steps.map(\.action) == ["fetch:template", "debug:log"])
    #expect(template.steps.map(\.condition) == ["${{ parameters.x }}", nil])
    #expect(template.steps.map(\.each) == [nil, "${{ parameters.list }}"])
    #expect(template.steps.map(\.inputs) == [["url", "values"], []])
    #expect(template.links.map(\.target) == ["${{ steps.a.output.url }}", "${{ steps.b.output.ref }}"])
    #expect(template.texts.map(\.content) == ["**Merge** it"])
  }

  @Test func reportsAStepWithoutAction() {
    let read = catalogue(
      "apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nmetadata: {name: t}\nspec: {type: x, steps: [{id: a}]}"
    )
    #expect(read.findings == ["4:25 error missing-key: step has no 'action'"])
  }

  @Test func reportsATimeSavedThatIsNoDuration() {
    let read = catalogue(text.replacing("PT4H", with: "soon"))
    #expect(
      read.findings == ["5:42 error invalid-value: 'backstage.io/time-saved' must be a duration, not 'soon'"])
  }

  @Test func multipliesTheTimeSavedByTheUses() throws {
    let users = ["template:default/go", "Go"].enumerated().map { index, source in
      """
      apiVersion: backstage.io/v1alpha1
      kind: Location
      metadata: {name: user-\(index), annotations: {backstage.io/source-template: "\(source)"}}
      """
    }
    let read = catalogue(([text] + users).joined(separator: "\n---\n"))
    let template = try #require(read.value.templates.first)
    #expect(read.value.users(of: template).map(\.metadata.name.value) == ["user-0", "user-1"])
    #expect(read.value.timeSaved(by: template)?.words == "8 hours")
  }
}
