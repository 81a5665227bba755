import Diagnostics
import Platform
import Testing

@Suite struct RelationGraphTests {
  private let graph = catalogue(
    """
    apiVersion: backstage.io/v1alpha1
    kind: Group
    metadata: {name: parent}
    spec: {type: team, children: [child]}
    ---
    apiVersion: backstage.io/v1alpha1
    kind: Group
    metadata: {name: child}
    spec: {type: team, children: [], parent: PARENT}
    ---
    apiVersion: backstage.io/v1alpha1
    kind: User
    metadata: {name: ann}
    spec: {memberOf: [child]}
    ---
    apiVersion: backstage.io/v1alpha1
    kind: Component
    metadata: {name: a}
    spec: {type: service, lifecycle: production, owner: child, consumesApis: [b], dependsOn: [component:c]}
    """
  ).value.relations

  private func targets(_ reference: String, _ role: RelationGraph.Role) -> [String] {
    graph.targets(of: EntityReference(reference, defaultKind: "component"), role).map(\.description)
  }

  @Test func showsARelationFromBothEnds() {
    #expect(targets("component:a", .ownedBy) == ["group:child"])
    #expect(targets("group:child", .ownerOf) == ["component:a"])
    #expect(targets("api:b", .apiConsumedBy) == ["component:a"])
    #expect(targets("component:c", .dependencyOf) == ["component:a"])
    #expect(targets("group:child", .hasMember) == ["user:ann"])
  }

  @Test func countsWhatBothEndsSayOnce() {
    #expect(targets("group:parent", .parentOf) == ["group:child"])
    #expect(targets("group:child", .childOf) == ["group:parent"])
  }
}
