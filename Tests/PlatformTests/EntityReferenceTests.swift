import Platform
import Testing

@Suite struct EntityReferenceTests {
  @Test(arguments: [
    ("platform", "group:platform"), ("group:platform", "group:platform"), ("team-a/platform", "group:team-a/platform"),
    ("user:team-a/ann", "user:team-a/ann"), ("default/platform", "group:platform"),
    ("group:default/platform", "group:platform"),
  ])
  func fillsInWhatIsLeftOut(_ text: String, _ whole: String) {
    #expect(EntityReference(text, defaultKind: "Group").description == whole)
  }

  @Test(arguments: [
    ("db", "resource:shop/db"), ("default/db", "resource:db"), ("component:db", "component:shop/db"),
    ("other/db", "resource:other/db"),
  ])
  func takesTheNamespaceOfTheEntityThatRefers(_ text: String, _ whole: String) {
    #expect(EntityReference(text, defaultKind: "resource", defaultNamespace: "Shop").description == whole)
  }

  @Test func ignoresLetterCase() {
    let written = EntityReference("Group:Default/Platform", defaultKind: "user")
    #expect(written == EntityReference("platform", defaultKind: "group"))
  }

  @Test func tellsKindNamespaceAndNameApart() {
    let reference = EntityReference("a:b/c", defaultKind: "x")
    #expect([reference.kind, reference.namespace, reference.name] == ["a", "b", "c"])
    #expect(reference != EntityReference("b/c", defaultKind: "x"))
    #expect(reference != EntityReference("a:c", defaultKind: "x"))
  }
}
