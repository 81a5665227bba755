import Diagnostics
import Platform
import Testing

@Suite struct EntityTests {
  @Test func readsAComponentWithItsRelations() throws {
    let entity = try #require(
      catalogue(
        """
        apiVersion: backstage.io/v1alpha1
        kind: Component
        metadata: {name: payments, title: Payments}
        spec: {type: service, lifecycle: production, owner: checkout, system: shop, dependsOn: [resource:db]}
        """
      ).value.entities.first)
    #expect(entity.reference.description == "component:payments")
    #expect(entity.relations.map(\.reference.description) == ["group:checkout", "system:shop", "resource:db"])
  }

  @Test(arguments: [
    ("Component", ["type", "lifecycle", "owner"]), ("API", ["type", "lifecycle", "definition", "owner"]),
    ("Resource", ["type", "owner"]), ("System", ["owner"]), ("Domain", ["owner"]), ("Group", ["type", "children"]),
    ("User", ["memberOf"]),
  ])
  func reportsRequiredKeysThatAreMissing(kind: String, keys: [String]) {
    let read = catalogue("apiVersion: backstage.io/v1alpha1\nkind: \(kind)\nmetadata: {name: x}\nspec: {other: 1}")
    #expect(read.findings == keys.map { "4:7 error missing-key: \(kind) spec has no '\($0)'" })
  }

  @Test func leavesUnknownKeysOfASpecAlone() {
    let read = catalogue(
      "apiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata: {name: x}\nspec: {targets: [a.yaml], presence: x}")
    #expect(read.findings.isEmpty)
  }

  @Test func keepsKindsThatNobodyKnows() {
    let read = catalogue("apiVersion: backstage.io/v1alpha1\nkind: AiResource\nmetadata: {name: x}")
    #expect(read.value.entities.map(\.reference.description) == ["airesource:x"])
    #expect(read.findings.isEmpty)
  }

  @Test func reportsAWrongType() {
    let read = catalogue(
      "apiVersion: backstage.io/v1alpha1\nkind: System\nmetadata: {name: x}\nspec: {owner: {name: a}}")
    #expect(read.findings.map { String($0.prefix(26)) } == ["4:15 error wrong-type: 'ow"])
  }

  @Test func skipsWhatATemplateStillHasToFillIn() {
    let read = catalogue(
      "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: \"${{ values.name }}\"}\nspec: {}")
    #expect(read.value.entities.isEmpty)
    #expect(read.findings.isEmpty)
  }
}
