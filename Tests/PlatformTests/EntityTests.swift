import Diagnostics
import Platform
import Testing
import YAML

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

  @Test func refersWithinItsNamespace() throws {
    let entity = try #require(
      catalogue(
        """
        apiVersion: backstage.io/v1alpha1
        kind: Component
        metadata: {name: a, namespace: shop}
        spec: {type: service, lifecycle: production, owner: checkout, dependsOn: [resource:default/db]}
        """
      ).value.entities.first)
    #expect(entity.relations.map(\.reference.description) == ["group:shop/checkout", "resource:db"])
    #expect(entity.owner?.reference.description == "group:shop/checkout")
  }

  private func api(_ spec: String) -> Entity? {
    catalogue(
      """
      apiVersion: backstage.io/v1alpha1
      kind: API
      metadata: {name: a}
      spec: {type: openapi, lifecycle: production, owner: "{{ x }}", \(spec)}
      """
    ).value.entities.first
  }

  @Test func readsADefinitionOrWhereItIs() {
    guard case .text("openapi: 3.1.0")? = api("definition: 'openapi: 3.1.0'")?.definition else {
      Issue.record("a text is the definition itself")
      return
    }
    guard case .elsewhere("https://x/api")? = api("definition: {$text: 'https://x/api'}")?.definition else {
      Issue.record("a placeholder says where it is")
      return
    }
  }

  @Test func needsNoDefinitionOfAnAPIThatSaysWhereItAnswers() {
    let text = """
      apiVersion: backstage.io/v1alpha1
      kind: API
      metadata: {name: a}
      spec: {type: mcp-server, lifecycle: production, owner: "{{ x }}", remotes: [{type: http, url: "https://x/"}]}
      """
    #expect(catalogue(text).findings == [])
    #expect(catalogue(text).value.entities.first?.facts.map(\.value) == ["{type: http, url: https://x/}"])
  }

  @Test func keepsFurtherKeysThatFitOnALine() {
    let entity = api(
      "definition: d, tier: 1, areas: [web, app], empty: '', none: null, long: \"\(String(repeating: "x", count: 121))\""
    )
    #expect(entity?.facts.map(\.key) == ["tier", "areas"])
    #expect(entity?.facts.map(\.value) == ["1", "web, app"])
  }

  @Test func readsTheTargetsOfALocationAlone() {
    func targets(_ kind: String) -> [String] {
      let text =
        "apiVersion: backstage.io/v1alpha1\nkind: \(kind)\nmetadata: {name: x}\nspec: {target: a, targets: [b, c]}"
      return catalogue(text).value.entities.first?.targets.map(\.value) ?? []
    }
    #expect(targets("Location") == ["a", "b", "c"])
    #expect(targets("Probe") == [])
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
