import TestSupport
import Testing

@Suite struct TemplateViewTests {
  private let site = TestSite(
    """
    -- portico.yaml --
    title: T
    -- templates/go/template.yaml --
    apiVersion: scaffolder.backstage.io/v1beta3
    kind: Template
    metadata:
      name: go
      title: Go <service>
      description: Makes a **service**.
      annotations: {backstage.io/time-saved: PT4H, portico/start-url: "https://b.example/create"}
    spec:
      type: service
      owner: group:platform
      parameters:
        required: [name]
        properties:
          name: {title: Name, type: string, maxLength: 1}
          open: {type: boolean}
        dependencies:
          open: {properties: {host: {type: string}}}
      steps: [{id: go, name: Make it, action: "publish:github", if: "${{ parameters.open }}"}]
      output: {links: [{title: Code, url: "${{ steps.go.output.url }}"}]}
    -- all.yaml --
    apiVersion: backstage.io/v1alpha1
    kind: Group
    metadata: {name: platform, title: Platform}
    spec: {type: team, children: []}
    ---
    apiVersion: backstage.io/v1alpha1
    kind: Component
    metadata: {name: pay, title: Payments, annotations: {backstage.io/source-template: "template:go"}}
    spec: {type: service, lifecycle: production, owner: platform}
    """)

  @Test func tellsWhatIsAskedDoneAndGiven() async throws {
    let built = await site.build()
    let main = try #require(built.main("templates/go/index.html"))
    #expect(built.findings == [])
    #expect(main.contains("<h1>Go &lt;service&gt;</h1>"))
    #expect(main.contains("<p>Makes a <strong>service</strong>.</p>"))
    #expect(main.contains("at most 1 character<"))
    #expect(main.contains("<dt>If open is given</dt>"))
    #expect(main.contains("<code>host</code>"))
    #expect(main.contains("<code>publish:github</code>"))
    #expect(main.contains("Only if <code>${{ parameters.open }}</code>"))
    #expect(main.contains("<code>${{ steps.go.output.url }}</code>"))
    #expect(main.contains(#"<a class="button" href="https://b.example/create">"#))
  }

  @Test func tellsWhoOwnsAndWhoUsesIt() async throws {
    let main = try #require(await site.build().main("templates/go/index.html"))
    #expect(main.contains(#"<dt>Owner</dt><dd><a href="../../teams/platform/">Platform</a>"#))
    #expect(main.contains("<strong>1 component</strong> began here, which saved <strong>4 hours</strong>"))
    #expect(main.contains(#"<a href="../../catalogue/component/pay/">Payments</a>"#))
  }

  @Test func listsTheTemplates() async throws {
    let main = try #require(await site.build().main("templates/index.html"))
    #expect(main.contains(#"<a class="card-title" href="../templates/go/">Go &lt;service&gt;</a>"#))
    #expect(main.contains("Used by 1 component"))
  }

  @Test func leavesAStartAloneThatIsNoWebAddress() async throws {
    var site = site
    site.set(
      "templates/go/template.yaml",
      Array(
        """
        apiVersion: scaffolder.backstage.io/v1beta3
        kind: Template
        metadata: {name: go, annotations: {portico/start-url: "javascript:alert(1)"}}
        spec: {type: service, steps: [{action: a}]}
        """.utf8))
    let main = try #require(await site.build().main("templates/go/index.html"))
    #expect(!main.contains("javascript:"))
  }

  @Test func leavesFilesThatATemplateFillsInAlone() async {
    var site = site
    site.set("skel/catalog-info.yaml", Array("apiVersion: backstage.io/v1alpha1\n{%- if a %}\nkind: Component\n".utf8))
    let built = await site.build()
    #expect(built.findings == [])
    #expect(built.paths.contains("skel/catalog-info.yaml"))
  }
}
