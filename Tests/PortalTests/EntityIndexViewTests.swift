import TestSupport
import Testing

/// The list of all entities, and of those of one kind.
@Suite struct EntityIndexViewTests {
  private static let text =
    platform + "\n-- a.yaml --\n"
    + [
      ("Zone", "name: z", "type: t"), ("Location", "name: l", "type: file"), ("API", "name: a", "definition: d"),
      ("Component", "name: c, title: beta, description: Does it.", "type: service, lifecycle: production"),
      ("component", "name: d, title: Alpha", "type: library, lifecycle: production"), ("Domain", "name: d", ""),
      ("AiResource", "name: r", "type: skill"),
    ].map { kind, metadata, spec in
      "---\napiVersion: backstage.io/v1alpha1\nkind: \(kind)\nmetadata: {\(metadata)}\n"
        + "spec: {\(["API"].contains(kind) ? "type: graphql, lifecycle: l, " : "")owner: platform\(spec.isEmpty ? "" : ", ")\(spec)}\n"
    }.joined()

  private func write(_ template: String, page: String) async throws -> String {
    try await PortalTests.write(
      "entities", "{{#entities}}\(template){{/entities}}", page: page, EntityIndexViewTests.text)
  }

  @Test func kindsStandFromTheWidestToTheNarrowestAndUnknownOnesBehind() async throws {
    let written = try await write(
      "{{#isWhole}}all {{/isWhole}}{{#kinds}}{{id}} {{title}} {{count}};{{/kinds}}", page: "catalogue/index.html")
    #expect(
      written == "all domain Domains 1;component Components 2;api APIs 1;airesource AiResource 1;zone Zone 1;"
        + "location Locations 1;")
  }

  @Test func kindHasAPageOfItsOwnWithRowsByName() async throws {
    let written = try await write(
      """
      {{#isWhole}}all {{/isWhole}}{{#kinds}}{{title}}: {{#rows}}{{title}} {{href}} {{description}} {{type}} {{lifecycle}} \
      {{owner.title}};{{/rows}}{{/kinds}}
      """, page: "catalogue/component/index.html")
    #expect(
      written == "Components: Alpha ../../catalogue/component/d/ library production Platform team;"
        + "beta ../../catalogue/component/c/ Does it. service production Platform team;")
  }

  @Test func columnsThatWouldBeEmptyAreLeftOut() async throws {
    let main = try await show("catalogue/index.html", EntityIndexViewTests.text)
    #expect(main.matches(of: #/<th scope="col">Lifecycle<\/th>/#).count == 2)
    #expect(main.matches(of: #/<th scope="col">Type<\/th>/#).count == 5)
    #expect(
      main.headings == ["Catalogue", "Domains 1", "Components 2", "APIs 1", "AiResource 1", "Zone 1", "Locations 1"])
  }
}
