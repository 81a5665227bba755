import Bytes
import Diagnostics
import Platform
import Testing
import YAML

@Suite struct OnboardingPathTests {
  /// A path with its time on line 6 and its steps from line 8.
  private func path(time: String, steps: [String]) -> String {
    """
    apiVersion: portico/v1
    kind: OnboardingPath
    metadata: {name: first-deploy, title: Your first deploy}
    spec:
      goal: A running service
      time: \(time)
      steps:

    """ + steps.map { "    - {\($0)}\n" }.joined()
  }

  @Test func readsEveryKey() throws {
    let outcome = read(
      """
      apiVersion: portico/v1
      kind: OnboardingPath
      metadata: {name: first-deploy, title: Your first deploy}
      spec:
        audience: [new developer]
        goal: A running service
        time: PT10M
        prerequisites: []
        steps:
          - {page: access.md, title: Get access, time: PT10M, done: "`kubectl get ns` lists it"}
          - {template: template:service-go}
      ---
      apiVersion: scaffolder.backstage.io/v1beta3
      kind: Template
      metadata: {name: service-go}
      spec: {type: service, steps: [{action: "fetch:template"}]}
      """)
    #expect(outcome.diagnostics.map(\.line) == [])
    let path = try #require(outcome.value.paths.first)
    #expect(path.audience == ["new developer"])
    #expect(path.goal == "A running service")
    #expect(path.time?.words == "10 minutes")
    #expect(path.steps.map(\.page?.value) == ["access.md", nil])
    #expect(path.steps.map(\.template?.value) == [nil, "template:service-go"])
    #expect(path.steps.map(\.title) == ["Get access", nil])
    #expect(path.steps.map(\.time?.iso) == ["PT10M", nil])
    #expect(path.steps.map(\.done?.value) == ["`kubectl get ns` lists it", nil])
    #expect(path.reference.description == "path:first-deploy")
  }

  @Test(arguments: [("PT45M", ["PT10M", "PT35M"]), ("PT1H", ["PT30M", "30 minutes"]), ("P1DT1H", ["PT1H", "P1D"])])
  func acceptsStepsThatAddUp(_ time: String, _ steps: [String]) {
    #expect(findings(path(time: time, steps: steps.map { "title: S, time: \($0)" })) == [])
  }

  @Test func reportsStepsThatDoNotAddUp() {
    let text = path(time: "PT45M", steps: ["title: A, time: PT10M", "title: B, time: PT20M"])
    #expect(findings(text) == ["6:9 path-times: the steps take 30 minutes, the path says 45 minutes"])
    #expect(helps(text) == ["Write 'time: PT30M', or correct the steps."])
  }

  @Test func addsNothingUpWhereAStepHasNoTime() {
    #expect(findings(path(time: "PT45M", steps: ["title: A, time: PT10M", "title: B"])) == [])
  }

  @Test func reportsAStepThatLeadsNowhere() {
    let text = path(time: "PT45M", steps: ["title: A", "done: It works"])
    #expect(findings(text) == ["9:7 missing-key: the step leads nowhere"])
    #expect(read(text).value.paths.first?.steps.count == 1)
  }

  @Test(arguments: [
    (", title: Your first deploy", "", "3:11 missing-key: metadata has no 'title'"),
    ("  goal: A running service\n", "", "5:3 missing-key: onboarding path spec has no 'goal'"),
    ("  steps:\n    - {title: A}\n", "", "5:3 missing-key: onboarding path spec has no 'steps'"),
    ("time: P1D", "time: 1", "6:9 invalid-value: 'time' must be a length of time, not '1'"),
    ("goal:", "gaol:", "5:3 unknown-key: onboarding path spec has no key 'gaol'"),
  ])
  func reportsWrongKeysAtTheirPlace(_ good: String, _ bad: String, _ finding: String) {
    #expect(findings(path(time: "P1D", steps: ["title: A"]).replacing(good, with: bad)).contains(finding))
  }

  @Test func totalIsTheSumWhereThePathSaysNone() {
    func total(_ steps: String...) -> String? {
      let text = path(time: "null", steps: steps)
      return read(text).value.paths.first?.totalTime?.iso
    }
    #expect(total("title: A, time: PT50M", "title: B, time: PT20M") == "PT1H10M")
    #expect(total("title: A, time: PT50M", "title: B") == nil)
    #expect(read(path(time: "PT5M", steps: ["title: A"])).value.paths.first?.totalTime?.iso == "PT5M")
  }

  @Test func pathsStandBehindThoseThatTheyRequire() {
    let paths = [
      PlatformTests.path("c", "prerequisites: [path:b, nowhere]"), PlatformTests.path("a", ""),
      PlatformTests.path("b", "prerequisites: [d, a]"), PlatformTests.path("d", "prerequisites: [c]"),
    ]
    let catalogue = read(paths.joined(separator: "\n---\n")).value
    #expect(catalogue.paths.map(\.metadata.name.value) == ["d", "a", "b", "c"])
    #expect(catalogue.paths(after: catalogue.paths[1]).map(\.metadata.name.value) == ["b"])
  }
}
