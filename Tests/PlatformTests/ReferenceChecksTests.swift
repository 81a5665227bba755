import Diagnostics
import Platform
import Testing
import YAML

@Suite struct ReferenceChecksTests {
  @Test func reportsAnOwnerThatDoesNotExist() {
    let text = capability().replacing("owner: platform", with: "owner: group:platfrom") + platformTeam
    #expect(
      findings(text) == [
        "5:29 unknown-reference: 'group:platfrom' refers to group:platfrom, which does not exist"
      ])
    #expect(helps(text) == ["Did you mean 'group:platform'?"])
  }

  @Test func findsAnOwnerWithoutRegardToLetterCase() {
    #expect(
      findings(capability().replacing("owner: platform", with: "owner: Group:Default/PLATFORM") + platformTeam) == [])
  }

  @Test func listsWhatThereIsWhereNothingIsNear() {
    let text = capability().replacing("owner: platform", with: "owner: ann@example.com") + platformTeam
    #expect(helps(text) == ["Known: group:platform."])
  }

  @Test func saysWhatToAddWhereThereIsNothing() {
    #expect(helps(capability()) == ["Add a document of kind 'group' with that name."])
  }

  @Test(arguments: [
    ("dependsOn: [secretz]", "6:15 unknown-reference: 'secretz' refers to capability:secretz, which does not exist"),
    ("replacedBy: gone", "6:15 unknown-reference: 'gone' refers to capability:gone, which does not exist"),
    ("slos: [reads]", "6:10 unknown-reference: there is no SLO 'reads'"),
  ])
  func reportsWhatACapabilityNames(_ key: String, _ finding: String) {
    let text = capability("secrets", key).replacing("lifecycle: production", with: "lifecycle: deprecated")
    #expect(findings(text + platformTeam) == [finding])
  }

  @Test func reportsADomainThatTheSiteDoesNotHave() {
    let text = capability() + platformTeam
    #expect(
      findings(text, domains: ["identify"]) == ["5:12 unknown-reference: there is no domain of the site 'identity'"])
    #expect(helps(text, domains: ["identify"]) == ["Did you mean 'identify'?"])
    #expect(helps(text, domains: []) == ["Add it under 'domains' in portico.yaml."])
  }

  @Test func reportsWhatARoadmapItemNames() {
    let text = """
      apiVersion: portico/v1
      kind: Roadmap
      metadata: {name: platform}
      spec:
        updated: 2026-06-30
        items:
          - {id: a, title: A, problem: P, outcome: O, horizon: now, owner: ops, capability: x}
      """
    #expect(
      findings(text) == [
        "7:70 unknown-reference: 'ops' refers to group:ops, which does not exist",
        "7:87 unknown-reference: 'x' refers to capability:x, which does not exist",
      ])
  }

  @Test func reportsTheCapabilityThatAnSLONames() {
    let text = serviceLevel(objective: "target: 0.9")
      .replacing("displayName: Reads", with: "annotations: {portico/capability: secrets}")
    #expect(
      findings(text) == ["3:66 unknown-reference: 'secrets' refers to capability:secrets, which does not exist"])
  }

  // MARK: Names

  @Test func reportsNamesThatDifferInLetterCaseAlone() {
    let text = capability("secrets") + "\n---\n" + capability("Secrets") + platformTeam
    #expect(findings(text) == ["10:18 duplicate-name: there is another capability 'Secrets'"])
    #expect(helps(text) == ["The other is at platform.yaml:3. Rename one of them."])
  }

  @Test func acceptsOneNameInTwoNamespaces() {
    let other = capability("secrets").replacing("name: secrets", with: "name: secrets, namespace: ops")
    #expect(findings(capability("secrets") + "\n---\n" + other + platformTeam) == [])
  }

  @Test func acceptsOneNameForTwoKinds() {
    #expect(findings(capability("a") + "\n---\n" + path("a") + platformTeam) == [])
  }

  @Test(arguments: ["onboarding path", "SLO", "group"])
  func reportsRepeatedNamesOfEveryKind(_ kind: String) {
    let texts = [
      "onboarding path": path("a"), "SLO": serviceLevel(objective: "target: 0.9"),
      "group": "apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: {name: a}\nspec: {type: team, children: []}",
    ]
    let text = texts[kind] ?? ""
    #expect(read(text + "\n---\n" + text).diagnostics.map(\.rule.id) == ["duplicate-name"])
  }

  // MARK: Prerequisites

  @Test func reportsAPrerequisiteThatDoesNotExist() {
    #expect(
      findings(path("a", "prerequisites: [b]")) == [
        "6:19 unknown-reference: 'b' refers to path:b, which does not exist"
      ])
  }

  @Test func acceptsPathsThatMeetAgain() {
    let paths = [
      path("a", "prerequisites: [b, c]"), path("b", "prerequisites: [d]"), path("c", "prerequisites: [path:d]"),
      path("d"),
    ]
    #expect(findings(paths.joined(separator: "\n---\n")) == [])
  }

  @Test func reportsAPathThatRequiresItself() {
    let text = path("a", "prerequisites: [a]")
    #expect(findings(text) == ["6:19 prerequisite-circle: 'a' requires itself"])
    #expect(read(text).diagnostics.map(\.notes) == [[]])
  }

  @Test func reportsACircleOnceAtItsFirstName() {
    let paths = [path("c", "prerequisites: [a]"), path("b", "prerequisites: [c]"), path("a", "prerequisites: [b]")]
    let text = paths.joined(separator: "\n---\n")
    #expect(findings(text) == ["20:19 prerequisite-circle: 'a' requires itself"])
    #expect(read(text).diagnostics.map(\.notes) == [["The circle goes through path:b, path:c."]])
  }

  @Test func seesACircleBesideAnEarlierNameThatIsNotOnIt() {
    let paths = [path("a"), path("b", "prerequisites: [c, a]"), path("c", "prerequisites: [b, a]")]
    let text = paths.joined(separator: "\n---\n")
    #expect(findings(text) == ["13:19 prerequisite-circle: 'b' requires itself"])
    #expect(read(text).diagnostics.map(\.notes) == [["The circle goes through path:c."]])
  }

  @Test func reportsNothingAtAPathThatLeadsIntoACircle() {
    let paths = [path("a", "prerequisites: [b]"), path("b", "prerequisites: [c]"), path("c", "prerequisites: [b]")]
    #expect(findings(paths.joined(separator: "\n---\n")) == ["13:19 prerequisite-circle: 'b' requires itself"])
  }
}
