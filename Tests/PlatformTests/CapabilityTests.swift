import Bytes
import Diagnostics
import Platform
import Testing
import YAML

@Suite struct CapabilityTests {
  private static let whole = """
    apiVersion: portico/v1
    kind: Capability
    metadata:
      name: secrets
      title: Secrets management
      description: One sentence.
      tags: [security]
    spec:
      domain: identity
      owner: group:platform
      lifecycle: deprecated
      maturity: scalable
      problem: Passwords in code.
      notFor: Certificates.
      access: {selfService: true, how: get-a-secret.md, leadTime: PT10M}
      support: {contact: "#help", hours: Mo-Fr, response: PT4H, onCall: true}
      templates: [template:service-go]
      dependsOn: [capability:other]
      components: [component:vault]
      slos: [secrets-read]
      responsibilities:
        - {area: Rotation, platform: Runs the job, team: Restarts}
      controls:
        - {id: SEC-4, title: No long-lived credentials, enforcement: advisory}
      cost: {model: showback, note: cheap, estimate: [{label: one service, monthly: EUR 3}]}
      backup: {rpo: PT1H, rto: PT4H}
      adoption: [{date: 2026-06-30, users: 41, of: 60}, {date: 2026-05-31, users: 40}]
      replacedBy: capability:other
      sunset: 2027-03-31
    ---
    apiVersion: openslo/v1
    kind: SLO
    metadata: {name: secrets-read}
    spec: {service: vault, \(indicator), budgetingMethod: Occurrences, objectives: [{target: 0.999}]}
    ---
    apiVersion: scaffolder.backstage.io/v1beta3
    kind: Template
    metadata: {name: service-go}
    spec: {type: service, steps: [{id: fetch, action: fetch:template}]}
    ---
    apiVersion: backstage.io/v1alpha1
    kind: Component
    metadata: {name: vault}
    spec: {type: service, lifecycle: production, owner: platform}
    ---

    """ + capability("other") + platformTeam

  private func read() throws -> Capability {
    let outcome = PlatformTests.read(CapabilityTests.whole)
    #expect(outcome.diagnostics.map(\.line) == [])
    return try #require(outcome.value.capabilities.first)
  }

  @Test func readsWhatItIs() throws {
    let capability = try read()
    #expect(capability.metadata.title == "Secrets management")
    #expect(capability.metadata.description == "One sentence.")
    #expect(capability.metadata.tags == ["security"])
    #expect(capability.domain.value == "identity")
    #expect(capability.owner.value == "group:platform")
    #expect(capability.lifecycle == .deprecated)
    #expect(capability.maturity == .scalable)
    #expect(capability.problem == "Passwords in code.")
    #expect(capability.notFor == "Certificates.")
    #expect(capability.reference.description == "capability:secrets")
    #expect(capability.origin == 0)
  }

  @Test func readsTheWayIn() throws {
    let capability = try read()
    #expect(capability.access?.isSelfService == true)
    #expect(capability.access?.how?.value == "get-a-secret.md")
    #expect(capability.access?.leadTime?.words == "10 minutes")
    #expect(capability.support?.contact == "#help")
    #expect(capability.support?.hours == "Mo-Fr")
    #expect(capability.support?.response?.words == "4 hours")
    #expect(capability.support?.isOnCall == true)
  }

  @Test func readsWhatItNames() throws {
    let capability = try read()
    #expect(capability.templates.map(\.value) == ["template:service-go"])
    #expect(capability.dependsOn.map(\.value) == ["capability:other"])
    #expect(capability.components.map(\.value) == ["component:vault"])
    #expect(capability.slos.map(\.value) == ["secrets-read"])
    #expect(capability.replacedBy?.value == "capability:other")
  }

  @Test func readsWhoDoesWhat() throws {
    let responsibility = try #require(try read().responsibilities.first)
    #expect(responsibility.area == "Rotation")
    #expect(responsibility.platform == "Runs the job")
    #expect(responsibility.team == "Restarts")
  }

  @Test func readsGuardrails() throws {
    let control = try #require(try read().controls.first)
    #expect(control.id == "SEC-4")
    #expect(control.title == "No long-lived credentials")
    #expect(control.enforcement == .advisory)
  }

  @Test func readsCostBackupAndAdoption() throws {
    let capability = try read()
    #expect(capability.cost?.model == "showback")
    #expect(capability.cost?.note == "cheap")
    #expect(capability.cost?.estimates.map(\.label) == ["one service"])
    #expect(capability.cost?.estimates.map(\.monthly) == ["EUR 3"])
    #expect(capability.backup?.recoveryPoint?.iso == "PT1H")
    #expect(capability.backup?.recoveryTime?.iso == "PT4H")
    #expect(capability.adoption.map(\.date.iso) == ["2026-06-30", "2026-05-31"])
    #expect(capability.adoption.map(\.users) == [41, 40])
    #expect(capability.adoption.map(\.of) == [60, nil])
    #expect(capability.sunset?.iso == "2027-03-31")
  }

  @Test func needsLittle() throws {
    let outcome = PlatformTests.read(capability() + platformTeam)
    #expect(outcome.diagnostics.map(\.line) == [])
    let capability = try #require(outcome.value.capabilities.first)
    #expect(capability.maturity == nil)
    #expect(capability.access == nil)
    #expect(capability.slos.isEmpty)
  }

  @Test(arguments: [
    ("  title: Secrets management\n", "3:3 missing-key: metadata has no 'title'"),
    ("  description: One sentence.\n", "3:3 missing-key: metadata has no 'description'"),
    ("  name: secrets\n", "4:3 missing-key: metadata has no 'name'"),
    ("  domain: identity\n", "9:3 missing-key: capability spec has no 'domain'"),
    ("  owner: group:platform\n", "9:3 missing-key: capability spec has no 'owner'"),
    ("  lifecycle: deprecated\n", "9:3 missing-key: capability spec has no 'lifecycle'"),
  ])
  func reportsAMissingKey(_ line: String, _ finding: String) {
    let found = findings(CapabilityTests.whole.replacing(line, with: ""))
    #expect(found.contains { $0.hasSuffix(finding.dropFirst(4)) })
    #expect(found.filter { $0.contains("unknown-key") } == [])
  }

  @Test(arguments: [
    ("lifecycle: deprecated", "lifecycle: beta", "11:14 invalid-value: 'lifecycle' cannot be 'beta'"),
    ("maturity: scalable", "maturity: scaleable", "12:13 invalid-value: 'maturity' cannot be 'scaleable'"),
    ("selfService: true", "selfService: yes", "15:25 wrong-type: 'selfService' must be true or false, not 'yes'"),
    ("leadTime: PT10M", "leadTime: soon", "15:63 invalid-value: 'leadTime' must be a length of time, not 'soon'"),
    ("response: PT4H", "response: 4", "16:55 invalid-value: 'response' must be a length of time, not '4'"),
    ("onCall: true", "onCall: 1", "16:69 wrong-type: 'onCall' must be true or false, not '1'"),
    (
      "templates: [template:service-go]", "templates: {}",
      "17:14 wrong-type: 'templates' must be a list of texts, not a mapping"
    ),
    ("area: Rotation, ", "", "22:7 missing-key: responsibility has no 'area'"),
    ("team: Restarts", "teams: x", "22:7 missing-key: responsibility has no 'team'"),
    ("id: SEC-4, ", "", "24:7 missing-key: control has no 'id'"),
    ("enforcement: advisory", "enforcement: strict", "24:66 invalid-value: 'enforcement' cannot be 'strict'"),
    (", monthly: EUR 3", "", "25:51 missing-key: estimate has no 'monthly'"),
    ("rpo: PT1H", "rpo: 1h", "26:17 invalid-value: 'rpo' must be a length of time, not '1h'"),
    ("users: 41", "users: many", "27:40 wrong-type: 'users' must be a whole number, not 'many'"),
    ("date: 2026-05-31, ", "", "27:53 missing-key: adoption has no 'date'"),
    ("sunset: 2027-03-31", "sunset: 2027-02-30", "29:11 invalid-value: 'sunset' must be a date, not '2027-02-30'"),
    ("notFor: ", "notfor: ", "14:3 unknown-key: capability spec has no key 'notfor'"),
    ("hours: ", "hous: ", "16:31 unknown-key: support has no key 'hous'"),
  ])
  func reportsAWrongValueAtItsPlace(_ good: String, _ bad: String, _ finding: String) {
    #expect(findings(CapabilityTests.whole.replacing(good, with: bad, maxReplacements: 1)).contains(finding))
  }

  @Test func guessesAtAMisspeltChoice() {
    let text = CapabilityTests.whole.replacing("lifecycle: deprecated", with: "lifecycle: Production")
    #expect(
      helps(text).contains(
        "Did you mean 'production'? Write one of: planned, experimental, production, deprecated."))
  }

  @Test func isNoneWithoutASpec() {
    let outcome = PlatformTests.read(
      "apiVersion: portico/v1\nkind: Capability\nmetadata: {name: a, title: A, description: B}\n")
    #expect(outcome.diagnostics.map(\.line) == ["1:1 missing-key: capability has no 'spec'"])
    #expect(outcome.value.capabilities.isEmpty)
  }
}
