import Diagnostics
import Platform
import Testing
import YAML

@Suite struct CatalogueTests {
  // MARK: What is read

  @Test(arguments: [
    ("portico/v1", "Capability"), ("portico/v1", "Capabilty"), ("portico/v2", "Capability"), ("openslo/v1", "SLO"),
    ("openslo/v1", "DataSource"), ("openslo/v1alpha", "DataSource"), ("openslo.com/v2alpha", "DataSource"),
    ("backstage.io/v1alpha1", "Group"), ("backstage.io/v1beta1", "Group"),
  ])
  func claimsItsOwnAndWhatMayHoldCredentials(_ version: String, _ kind: String) {
    #expect(Catalogue.claims(apiVersion: version, kind: kind))
  }

  @Test(arguments: [
    ("v1", "Secret"), ("apps/v1", "Deployment"), ("porticos/v1", "Capability"),
    ("", ""),
  ])
  func leavesTheRestAlone(_ version: String, _ kind: String) {
    #expect(!Catalogue.claims(apiVersion: version, kind: kind))
  }

  // MARK: Lookups

  private let catalogue = read(
    """
    apiVersion: openslo/v1
    kind: SLO
    metadata: {name: reads, annotations: {portico/capability: Secrets}}
    spec: {service: vault, \(indicator), budgetingMethod: Occurrences, objectives: [{target: 0.9}]}
    ---
    apiVersion: openslo/v1
    kind: SLO
    metadata: {name: writes}
    spec: {service: vault, \(indicator), budgetingMethod: Occurrences, objectives: [{target: 0.9}]}
    ---
    apiVersion: openslo/v1
    kind: SLO
    metadata: {name: other}
    spec: {service: vault, \(indicator), budgetingMethod: Occurrences, objectives: [{target: 0.9}]}
    ---
    apiVersion: portico/v1
    kind: Roadmap
    metadata: {name: platform}
    spec:
      updated: 2026-06-30
      items:
        - {id: a, title: A, problem: P, outcome: O, horizon: now, capability: capability:secrets}
        - {id: b, title: B, problem: P, outcome: O, horizon: now, capability: identity}
        - {id: c, title: C, problem: P, outcome: O, horizon: now}
    ---

    """ + capability("secrets", "slos: [writes, reads], dependsOn: [capability:identity]") + "\n---\n"
      + capability("identity") + "\n---\n" + path("first") + platformTeam)

  @Test func readsAllWithoutAFinding() {
    #expect(catalogue.diagnostics.map(\.line) == [])
  }

  @Test func findsACapability() {
    #expect(catalogue.value.capability("Capability:SECRETS")?.metadata.name.value == "secrets")
    #expect(catalogue.value.capability("identity")?.metadata.name.value == "identity")
    #expect(catalogue.value.capability("component:secrets") == nil)
  }

  @Test func findsAPath() {
    #expect(catalogue.value.path("path:first")?.metadata.name.value == "first")
    #expect(catalogue.value.path("second") == nil)
  }

  @Test func namesAnOwnerAsItNamesItself() {
    let text = platformTeam.replacing("name: platform", with: "name: platform, title: Platform team")
    #expect(
      read(text).value.displayName(of: EntityReference("group:platform", defaultKind: "group")) == "Platform team")
    #expect(read(text).value.displayName(of: EntityReference("group:nobody", defaultKind: "group")) == nil)
  }

  @Test func listsServiceLevelsInTheOrderNamedAndEachOnce() throws {
    let secrets = try #require(catalogue.value.capability("secrets"))
    #expect(catalogue.value.serviceLevels(of: secrets).map(\.metadata.name.value) == ["writes", "reads"])
  }

  @Test func listsServiceLevelsThatNameTheCapability() throws {
    let text =
      serviceLevel(objective: "target: 0.9")
      .replacing("displayName: Reads", with: "annotations: {portico/capability: secrets}") + "\n---\n"
      + capability("secrets") + "\n---\n" + capability("identity") + platformTeam
    let catalogue = read(text).value
    let secrets = try #require(catalogue.capability("secrets"))
    #expect(catalogue.serviceLevels(of: secrets).map(\.metadata.name.value) == ["secrets-read"])
    let identity = try #require(catalogue.capability("identity"))
    #expect(catalogue.serviceLevels(of: identity).isEmpty)
  }

  @Test func listsWhatDependsOnACapability() throws {
    let identity = try #require(catalogue.value.capability("identity"))
    #expect(catalogue.value.dependents(of: identity).map(\.metadata.name.value) == ["secrets"])
    let secrets = try #require(catalogue.value.capability("secrets"))
    #expect(catalogue.value.dependents(of: secrets).isEmpty)
  }

  @Test func listsRoadmapItemsOfACapability() throws {
    let secrets = try #require(catalogue.value.capability("secrets"))
    #expect(catalogue.value.roadmapItems(of: secrets).map(\.item.id.value) == ["a"])
    #expect(catalogue.value.roadmapItems(of: secrets).map(\.roadmap.metadata.name.value) == ["platform"])
  }
}
