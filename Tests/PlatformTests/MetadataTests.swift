import Diagnostics
import Platform
import Testing
import YAML

@Suite struct MetadataTests {
  private let longest = String(repeating: "a", count: 63)

  private func names(_ name: String) -> [String] {
    read(capability(name) + platformTeam).diagnostics.map(\.message)
  }

  @Test(arguments: ["a", "A1", "secrets-management", "a.b_c-d", "1", String(repeating: "a", count: 63)])
  func takesRunsOfLettersAndDigits(_ name: String) {
    #expect(names(name) == [])
  }

  @Test(arguments: ["-a", "a-", "a--b", "a._b", "a b", "é", "a/b", String(repeating: "a", count: 64)])
  func refusesAnyOtherName(_ name: String) {
    #expect(names(name) == ["'\(name)' cannot be the name of an entity"])
  }

  @Test func showsTheNameThatWouldDo() {
    let outcome = read(capability("\"Secrets Management!\"") + platformTeam)
    #expect(
      outcome.diagnostics.map(\.line) == ["3:18 invalid-name: 'Secrets Management!' cannot be the name of an entity"])
    #expect(
      outcome.diagnostics.map(\.help) == [
        "Use letters and digits joined by single '-', '_' or '.', such as 'secrets-management'."
      ])
  }

  @Test func readsTagsNamespaceAndAnnotations() throws {
    let catalogue = read(
      """
      apiVersion: backstage.io/v1alpha1
      kind: Group
      metadata:
        name: Platform
        namespace: ops
        description: Runs it.
        tags: [a, b]
        labels: {x: y}
        annotations: {portico/capability: secrets, nested: {}}
      spec: {type: team, children: []}
      """)
    let metadata = try #require(catalogue.value.teams.first?.group.metadata)
    #expect(metadata.name.value == "Platform")
    #expect(metadata.namespace == "ops")
    #expect(metadata.title == nil)
    #expect(metadata.displayName == "Platform")
    #expect(metadata.description == "Runs it.")
    #expect(metadata.tags == ["a", "b"])
    #expect(metadata.annotations.mapValues(\.value) == ["portico/capability": "secrets"])
    #expect(catalogue.value.teams.first?.reference.description == "group:ops/platform")
    #expect(catalogue.diagnostics.isEmpty)
  }

  @Test func complainsOfAMissingNameAlone() {
    let text = capability().replacing("name: secrets, ", with: "") + platformTeam
    #expect(findings(text) == ["3:11 missing-key: metadata has no 'name'"])
  }
}
