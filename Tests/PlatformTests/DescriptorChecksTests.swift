import Diagnostics
import Platform
import Testing

@Suite struct DescriptorChecksTests {
  private func component(owner: String) -> String {
    """
    apiVersion: backstage.io/v1alpha1
    kind: Group
    metadata: {name: checkout}
    spec: {type: team, children: []}
    ---
    apiVersion: backstage.io/v1alpha1
    kind: Component
    metadata: {name: a}
    spec: {type: service, lifecycle: production, owner: \(owner)}
    """
  }

  @Test(arguments: ["checkout", "group:checkout", "Group:Default/Checkout", "\"${{ values.owner }}\""])
  func acceptsAnOwnerThatResolves(owner: String) {
    #expect(catalogue(component(owner: owner)).findings.isEmpty)
  }

  private func component(annotations: String) -> String {
    component(owner: "checkout").replacing("{name: a}", with: "{name: a, annotations: {\(annotations)}}")
  }

  @Test(arguments: ["component:a", "a", "group:checkout"]) func acceptsASuccessorThatIsThere(successor: String) {
    #expect(catalogue(component(annotations: "portico/replaced-by: \(successor)")).findings.isEmpty)
  }

  @Test func warnsOfASuccessorThatIsNotThere() {
    #expect(
      catalogue(component(annotations: "portico/replaced-by: b")).findings == [
        "8:56 warning unresolved-relation: 'b' refers to component:b, which is not in the content"
      ])
  }

  @Test func aSunsetIsADate() {
    #expect(catalogue(component(annotations: "portico/sunset: 2027-03-31")).findings.isEmpty)
    #expect(
      catalogue(component(annotations: "portico/sunset: soon")).findings == [
        "8:51 error invalid-value: 'portico/sunset' must be a date, not 'soon'"
      ])
  }

  @Test func warnsOfAnOwnerThatIsNotThereWithTheNearest() {
    let read = catalogue(component(owner: "chekout"))
    #expect(
      read.findings == [
        "9:53 warning unresolved-relation: 'chekout' refers to group:chekout, which is not in the content"
      ])
    #expect(read.diagnostics.first?.help == "Did you mean 'group:checkout'?")
  }

  @Test func explainsAnAddressAsOwner() {
    let read = catalogue(component(owner: "checkout@example.com"))
    #expect(
      read.findings == [
        "9:53 warning owner-form: the owner 'checkout@example.com' is an e-mail address, not the name of a group"
      ])
    #expect(
      read.diagnostics.first?.notes == [
        "Backstage reads it as group:checkout@example.com, a name that no entity can have."
      ])
    #expect(read.diagnostics.first?.help == "Did you mean 'group:checkout'?")
  }

  @Test func explainsASlugAsOwner() {
    let read = catalogue(component(owner: "acme/checkout"))
    #expect(
      read.findings == ["9:53 warning owner-form: the owner 'acme/checkout' looks like a team's slug at a Git host"])
    #expect(
      read.diagnostics.first?.notes == ["Backstage reads it as the group 'checkout' in the namespace 'acme'."])
  }

  @Test func explainsATeamAsCodeOwnersWriteIt() {
    let read = catalogue(component(owner: "'@acme/checkout'"))
    #expect(
      read.findings == ["9:53 warning owner-form: the owner '@acme/checkout' looks like a team's slug at a Git host"])
  }

  @Test func looksInTheNamespaceOfTheEntityThatRefers() {
    let text = component(owner: "checkout").replacing("{name: a}", with: "{name: a, namespace: shop}")
    #expect(
      catalogue(text).findings == [
        "9:53 warning unresolved-relation: 'checkout' refers to group:shop/checkout, which is not in the content"
      ])
    #expect(catalogue(text.replacing("{name: checkout}", with: "{name: checkout, namespace: Shop}")).findings == [])
  }

  @Test func reportsNamesThatDifferInLetterCaseAlone() {
    let read = catalogue(
      """
      apiVersion: backstage.io/v1alpha1
      kind: Location
      metadata: {name: all}
      ---
      apiVersion: backstage.io/v1alpha1
      kind: Location
      metadata: {name: ALL}
      """)
    #expect(read.findings == ["7:18 error duplicate-name: there is another location 'ALL'"])
  }

  @Test func makesAnErrorOfACapabilitysReference() {
    let read = catalogue(
      """
      apiVersion: portico/v1
      kind: Capability
      metadata: {name: a, title: A, description: A.}
      spec: {domain: delivery, owner: nobody, lifecycle: production, templates: [go], components: [vault]}
      """)
    #expect(
      read.findings == [
        "4:33 error unknown-reference: 'nobody' refers to group:nobody, which does not exist",
        "4:76 error unknown-reference: 'go' refers to template:go, which does not exist",
        "4:94 error unknown-reference: 'vault' refers to component:vault, which does not exist",
      ])
  }
}
