import Testing

@Suite struct TemplateDocumentationTests {
  private let site = KeptPromises()
  private let noText = ("-- templates/service/index.md --\n# A service", "")
  private let finding =
    "content/templates/service/template.yaml:3:18: warning: the template 'service' has no documentation [template-documentation]"

  @Test func aPageBelowIsEnough() async {
    #expect(await site.findings(noText) == [finding])
    #expect(await site.findings(("templates/service/index.md", "templates/service/more/limits.md")) == [])
  }

  @Test(arguments: [
    "links: [{url: https://docs.example.com}]", "annotations: {backstage.io/techdocs-ref: \"dir:.\"}",
    "annotations: {backstage.io/techdocs-entity: component:agent}",
  ])
  func itMayLieElsewhere(metadata: String) async {
    #expect(await site.findings(noText, ("title: Service}", "title: Service, \(metadata)}")) == [])
  }

  @Test func theFolderToWriteInIsNamed() async {
    #expect(await site.report(noText).contains("help: Write 'index.md' in 'templates/service', or a link"))
  }
}
