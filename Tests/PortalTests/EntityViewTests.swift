import TestSupport
import Testing

/// The page of an entity of the catalogue.
@Suite struct EntityViewTests {
  private static func entity(_ kind: String, _ metadata: String, _ spec: String) -> String {
    "---\napiVersion: backstage.io/v1alpha1\nkind: \(kind)\nmetadata: {\(metadata)}\nspec: {\(spec)}\n"
  }

  private static let service = "type: service, lifecycle: production, owner: platform"

  private static let shop =
    platform + "\n-- catalog/all.yaml --\n"
    + entity("System", "name: shop, title: Shop", "owner: platform")
    + entity("Component", "name: Pay, title: Payments", service + ", system: shop, dependsOn: [resource:db]")
    + entity("Component", "name: basket, title: Basket", service + ", system: shop, dependsOn: [component:pay]")
    + entity("Resource", "name: db", "type: database, owner: platform, dependencyOf: [basket]")

  private func write(_ template: String, page: String, _ text: String) async throws -> String {
    try await PortalTests.write("entity", "{{#entity}}\(template){{/entity}}", page: page, text)
  }

  private func relations(_ page: String, _ text: String = EntityViewTests.shop) async throws -> String {
    let template = "{{#relations}}{{label}}: {{#links}}{{title}} {{href}}, {{/links}}{{/relations}}"
    return try await write(template, page: "catalogue/\(page)/index.html", text)
  }

  @Test func relationsAreSeenFromBothEnds() async throws {
    #expect(
      try await relations("system/shop")
        == "Consists of: Basket ../../../catalogue/component/basket/, Payments ../../../catalogue/component/pay/,")
    #expect(
      try await relations("component/pay")
        == "Part of: Shop ../../../catalogue/system/shop/, Depends on: db ../../../catalogue/resource/db/, "
        + "Needed by: Basket ../../../catalogue/component/basket/,")
    #expect(
      try await relations("resource/db")
        == "Needed by: Basket ../../../catalogue/component/basket/, Payments ../../../catalogue/component/pay/,")
  }

  @Test func whatTheContentDoesNotHoldIsNamedWithoutALink() async throws {
    let site = await TestSite(
      platform + "\n-- a.yaml --\n"
        + EntityViewTests.entity("Component", "name: a", EntityViewTests.service + ", system: gone")
    ).build()
    #expect(site.rules == ["unresolved-relation"])
    #expect(
      site.main("catalogue/component/a/index.html")?.trimmed.contains("<dt>Part of</dt><dd>system:gone </dd>") == true)
  }

  @Test func factsStandAtTheHead() async throws {
    let written = try await write(
      """
      {{title}}|{{kind}}|{{type}}|{{lifecycle}}|{{lifecycleClass}}|{{owner.title}} {{owner.href}}|{{reference}}|\
      {{#tags}}{{.}};{{/tags}}|{{#facts}}{{key}}={{value}};{{/facts}}
      """, page: "catalogue/component/a/index.html",
      platform + "\n-- a.yaml --\n"
        + EntityViewTests.entity(
          "Component", "name: a, tags: [x, y]", "type: service, lifecycle: retired, owner: platform, tier: 1"))
    #expect(written == "a|Component|service|retired||Platform team ../../../teams/platform/|component:a|x;y;|tier=1;")
  }

  @Test func endAndSuccessorAreFacts() async throws {
    let metadata = "name: a, annotations: {portico/sunset: \"2027-03-31\", portico/replaced-by: component:b}"
    let written = try await write(
      "{{#facts}}{{key}}={{value}};{{/facts}}", page: "catalogue/component/a/index.html",
      platform + "\n-- a.yaml --\n"
        + EntityViewTests.entity(
          "Component", metadata, "type: service, lifecycle: deprecated, owner: platform, tier: 1")
        + EntityViewTests.entity("Component", "name: b", "type: service, lifecycle: production, owner: platform"))
    #expect(written == "replacedBy=component:b;sunset=2027-03-31;tier=1;")
  }

  @Test func userOwnsAndBelongsTo() async throws {
    let text =
      platform + "\n-- a.yaml --\n"
      + EntityViewTests.entity(
        "User", "name: ann", "profile: {displayName: Ann, email: ann@example.com}, memberOf: [platform]")
      + EntityViewTests.entity("System", "name: s", "owner: user:ann")
    #expect(
      try await relations("user/ann", text)
        == "Owns: s ../../../catalogue/system/s/, Member of: Platform team ../../../teams/platform/,")
    #expect(
      try await write("{{title}} {{email}}", page: "catalogue/user/ann/index.html", text) == "Ann ann@example.com")
    #expect(
      try await write("{{owner.title}} {{owner.href}}", page: "catalogue/system/s/index.html", text)
        == "Ann ../../../catalogue/user/ann/")
  }

  @Test func entityNamesItsTemplateAndTheCapabilitiesThatItServes() async throws {
    let text =
      platform + "\n" + capability("build", "components: [ci, component:default/CI]") + "\n-- t.yaml --\n"
      + template("go", title: "Go service")
      + EntityViewTests.entity(
        "Component", "name: ci, annotations: {backstage.io/source-template: 'template:default/go'}",
        EntityViewTests.service)
    #expect(try await relations("component/ci", text) == "Serves: Build ../../../build/,")
    #expect(
      try await write("{{#template}}{{title}} {{href}}{{/template}}", page: "catalogue/component/ci/index.html", text)
        == "Go service ../../../templates/go/")
  }

  // MARK: Addresses

  @Test func addressesHoldKindNamespaceAndNameInLowerCase() async {
    let text = ["name: A", "name: A, namespace: Team-1", "name: a.b_c"].map {
      EntityViewTests.entity("Component", $0, "type: t, lifecycle: l, owner: \"{{ x }}\"")
    }
    let site = await TestSite("-- a.yaml --\n" + text.joined()).build()
    #expect(site.findings == [])
    #expect(
      site.paths.filter { $0.hasPrefix("catalogue/") } == [
        "catalogue/component/a.b_c/index.html", "catalogue/component/a/index.html", "catalogue/component/index.html",
        "catalogue/component/team-1/a/index.html", "catalogue/component/team-1/index.html", "catalogue/index.html",
      ])
  }

  @Test(arguments: ["../../../etc", "a/b", "..", "%2e%2e", "é"])
  func nameThatIsNoneNeverLeavesTheCatalogue(name: String) async {
    let site = await TestSite(
      "-- a.yaml --\n" + EntityViewTests.entity("Probe", "name: \"\(name)\"", "type: t")
    ).build()
    #expect(site.rules == ["invalid-name"])
    #expect(site.paths.filter { $0.contains("..") } == [])
    #expect(site.paths.count { $0.hasPrefix("catalogue/probe/") } == 2)
  }

  @Test func pageOfTheAuthorBecomesItsText() async throws {
    let main = try await show(
      "catalogue/system/shop/index.html",
      EntityViewTests.shop + "\n-- catalogue/system/shop/index.md --\nSells *things*.")
    #expect(main.contains("Sells <em>things</em>."))
    #expect(main.contains("Consists of"))
  }

  @Test func linkToTheDescriptorLeadsToItsFirstEntity() async {
    let site = await TestSite(EntityViewTests.shop + "\n-- x.md --\n[shop](catalog/all.yaml)").build()
    #expect(site.findings == [])
    #expect(site.main("x/index.html")?.contains("<a href=\"../catalogue/system/shop/\">shop</a>") == true)
  }

  // MARK: Locations

  @Test func locationShowsItsTargets() async throws {
    let text =
      EntityViewTests.shop + "\n-- loc.yaml --\n"
      + EntityViewTests.entity(
        "Location", "name: all", "targets: [catalog/all.yaml, ./notes.txt, 'https://x.example/c.yaml', '*/c.yaml']")
      + "\n-- notes.txt --\nx"
    let written = try await write(
      "{{#targets}}{{title}} [{{href}}] {{description}};{{/targets}}", page: "catalogue/location/all/index.html", text)
    #expect(
      written == "Shop [../../../catalogue/system/shop/] catalog/all.yaml;./notes.txt [../../../notes.txt] ;"
        + "https://x.example/c.yaml [https://x.example/c.yaml] ;*/c.yaml [] ;")
  }

  @Test func targetThatIsNotThereIsReportedAtItsPlace() async {
    let site = await TestSite(
      "-- catalog.yaml --\n" + EntityViewTests.entity("Location", "name: all", "targets: [a/catalogue.yaml]")
        + "-- a/catalog.yaml --\n" + EntityViewTests.entity("Probe", "name: p", "type: t")
    ).build()
    #expect(site.findings == ["content/catalog.yaml:5:18: error: no page or file 'a/catalogue.yaml' [broken-link]"])
  }
}
