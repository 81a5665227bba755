import Diagnostics
import TestSupport
import Testing

/// Descriptors with `$text`, `$json` and `$yaml`.
@Suite struct PlaceholdersTests {
  private func site(_ definition: String, _ files: String = "") -> TestSite {
    TestSite(
      """
      -- apis/catalog-info.yaml --
      apiVersion: backstage.io/v1alpha1
      kind: API
      metadata: {name: pay, description: Pays.}
      spec:
        type: openapi
        lifecycle: production
        owner: "{{ owner }}"
        definition: \(definition)
      \(files)
      """)
  }

  private static let page = "catalogue/api/pay/index.html"

  @Test(arguments: ["pay.txt", "./pay.txt", "../apis/pay.txt", "/apis/pay.txt"])
  func textOfAFileIsTheDefinition(path: String) async {
    let built = await site("{$text: \(path)}", "-- apis/pay.txt --\nopenapi: \"3.1\" # <x>").build()
    #expect(built.findings == [])
    let main = built.main(PlaceholdersTests.page)
    #expect(main?.contains("<code class=\"language-yaml\">openapi: &quot;3.1&quot; # &lt;x&gt;\n</code>") == true)
    #expect(main?.contains("<a href=\"../../../apis/pay.txt\">\(path)</a>") == true)
  }

  @Test func longFileIsLinkedAndNotShown() async {
    let text = String(repeating: "a: 1234567890123\n", count: (256 << 10) / 17 + 1)
    let built = await site("{$text: pay.txt}", "-- apis/pay.txt --\n" + text).build()
    let main = built.main(PlaceholdersTests.page)
    #expect(main?.contains("<a href=\"../../../apis/pay.txt\">pay.txt</a>") == true)
    #expect(main?.contains("<pre") == false)
  }

  @Test(arguments: [("$json", "{\"a\": [1, \"b\"]}"), ("$yaml", "a: [1, b]")])
  func treeOfAFileIsFilledIn(key: String, text: String) async {
    let built = await site("{\(key): tree.x}", "-- apis/tree.x --\n\(text)").build()
    #expect(built.findings == [])
    #expect(built.main(PlaceholdersTests.page)?.contains("{a: [1, b]}") == true)
    #expect(built.main(PlaceholdersTests.page)?.contains("<a href=\"../../../apis/tree.x\">tree.x</a>") == true)
  }

  @Test func placeholdersStandAnywhereInADescriptor() async {
    let built = await site("d", "-- apis/about.txt --\nTells *all*.").build()
    #expect(built.findings == [])
    var other = site("d", "-- apis/about.txt --\nTells *all*.")
    other.set(
      "apis/catalog-info.yaml",
      Array(
        """
        apiVersion: backstage.io/v1alpha1
        kind: Location
        metadata: {name: all, description: {$text: about.txt}}
        spec: {type: file}
        """.utf8))
    #expect(
      await other.build().main("catalogue/location/all/index.html")?.contains("<p>Tells <em>all</em>.</p>") == true)
  }

  @Test func addressIsShownAndNotFetched() async {
    let built = await site("{$text: \"https://api.example.com/schema?a=1&b=2\"}").build()
    #expect(built.findings == [])
    let main = built.main(PlaceholdersTests.page)
    let address = "https://api.example.com/schema?a=1&amp;b=2"
    #expect(main?.contains("<a href=\"\(address)\">\(address)</a>") == true)
    #expect(main?.contains("<pre") == false)
  }

  @Test func fileThatIsNotThereIsReportedAtItsPlace() async {
    let built = await site("{$text: pya.txt}", "-- apis/pay.txt --\nx").build()
    #expect(
      built.findings == [
        "content/apis/catalog-info.yaml:8:23: error: no page or file 'pya.txt' [broken-link]"
      ])
    #expect(built.diagnostics.first?.help == "Did you mean 'pay.txt'?")
    #expect(built.main(PlaceholdersTests.page)?.contains("<code>pya.txt</code>") == true)
  }

  @Test func fileThatATeamOrATemplateNamesIsReportedToo() async {
    let built = await TestSite(
      """
      -- all.yaml --
      apiVersion: backstage.io/v1alpha1
      kind: Group
      metadata: {name: g, description: {$text: gone.txt}}
      spec: {type: team, children: []}
      ---
      apiVersion: scaffolder.backstage.io/v1beta3
      kind: Template
      metadata: {name: t}
      spec: {type: service, steps: [{action: a, input: {$yaml: gone.yaml}}]}
      """
    ).build()
    #expect(
      built.findings.filter { $0.contains("broken-link") } == [
        "content/all.yaml:3:42: error: no page or file 'gone.txt' [broken-link]",
        "content/all.yaml:9:58: error: no page or file 'gone.yaml' [broken-link]",
      ])
  }

  @Test func fileOutsideOfTheContentIsReported() async {
    let built = await site("{$text: ../../../../../etc/passwd}").build()
    #expect(
      built.findings == [
        "content/apis/catalog-info.yaml:8:23: error: '../../../../../etc/passwd' leads out of the content folder [broken-link]"
      ])
  }

  @Test func faultInTheFileIsReportedThere() async {
    let built = await site("{$yaml: tree.txt}", "-- apis/tree.txt --\na: [1").build()
    #expect(built.findings.count == 1)
    #expect(built.findings.first?.hasPrefix("content/apis/tree.txt:") == true)
  }

  @Test func mappingWithOtherKeysIsLeftAlone() async {
    let built = await site("{$text: pya.txt, b: c}").build()
    #expect(built.findings == [])
    #expect(built.main(PlaceholdersTests.page)?.contains("{$text: pya.txt, b: c}") == true)
  }
}
