import TestSupport
import Testing

/// Where an entity's documentation and source are, by its annotations.
@Suite struct EntityPlacesTests {
  private func places(_ annotations: String, _ more: String = "") async throws -> String {
    try await write(
      "entity", "{{#entity.places}}{{title}} {{href}};{{/entity.places}}", page: "catalogue/probe/a/index.html",
      """
      -- apps/a/catalog-info.yaml --
      apiVersion: backstage.io/v1alpha1
      kind: Probe
      metadata: {name: a, annotations: {\(annotations)}}
      ---
      apiVersion: backstage.io/v1alpha1
      kind: Probe
      metadata: {name: b, title: B}
      \(more)
      """)
  }

  @Test(arguments: [
    ("github.com/project-slug: acme/pay", "Repository acme/pay https://github.com/acme/pay;"),
    ("backstage.io/source-location: 'url:https://x.example/src/'", "Source https://x.example/src/;"),
    ("backstage.io/view-url: 'https://x.example/v'", "Descriptor https://x.example/v;"),
    ("backstage.io/edit-url: 'https://x.example/e'", "Edit the descriptor https://x.example/e;"),
    ("backstage.io/techdocs-ref: 'url:https://x.example/docs'", "Documentation https://x.example/docs;"),
    ("backstage.io/techdocs-entity: 'probe:b'", "Documentation of B ../../../catalogue/probe/b/;"),
    ("backstage.io/view-url: 'javascript:alert(1)'", ""), ("backstage.io/source-location: 'file:/etc'", ""),
    ("backstage.io/techdocs-entity: 'probe:gone'", ""), ("other/annotation: x", ""),
  ])
  func annotationsBecomeLinks(annotation: String, links: String) async throws {
    #expect(try await places(annotation) == links)
  }

  @Test func documentationLiesWhereMkDocsLooks() async throws {
    let reference = "backstage.io/techdocs-ref: 'dir:.'"
    #expect(
      try await places(reference, "-- apps/a/docs/index.md --\n# D") == "Documentation ../../../apps/a/docs/;")
    #expect(try await places(reference, "-- apps/a/x.md --\n# X") == "Documentation ../../../apps/a/;")
    #expect(try await places("backstage.io/techdocs-ref: 'dir:../../..'") == "")
  }
}
