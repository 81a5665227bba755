import Bytes
import Diagnostics
import Reports
import Testing

@Suite struct SARIFReporterTests {
  private func report(_ findings: [Diagnostic], isAgainstBaseline: Bool = false) -> String {
    Sample.report(SARIFReporter(version: "1.2.3", isAgainstBaseline: isAgainstBaseline), findings)
  }

  @Test func findingHasItsRegionInUTF16AndItsFix() {
    #expect(
      report([Sample.findings[1]]) == """
        {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":\
        {"name":"Portico","semanticVersion":"1.2.3","rules":[{"id":"broken-link",\
        "shortDescription":{"text":"A link leads nowhere."},"fullDescription":{"text":"Readers lose trust."},\
        "help":{"text":"Mend it.","markdown":"Mend it.\\n\\nNot:\\n\\n```text\\n[x](`gone`)\\n```\\n\\n\\nBut:\\n\\n```text\\n[x](here)\\n```\\n"},\
        "defaultConfiguration":{"level":"error"}}]}},
        "columnKind":"utf16CodeUnits","originalUriBaseIds":{"SRCROOT":{"description":{"text":"The root of the repository."}}},
        "results":[
        {"ruleId":"broken-link","ruleIndex":0,"level":"error",\
        "message":{"text":"no page 'a&b.md'. Looked in content. Did you mean 'a.md'?"},\
        "locations":[{"physicalLocation":{"artifactLocation":{"uri":"a%20b/%C3%A9.md","uriBaseId":"SRCROOT"},\
        "region":{"startLine":4,"startColumn":9,"endColumn":15}}}],\
        "partialFingerprints":{"portico/v1":"\(fingerprint)"},\
        "fixes":[{"description":{"text":"Did you mean 'a.md'?"},"artifactChanges":[{\
        "artifactLocation":{"uri":"a%20b/%C3%A9.md","uriBaseId":"SRCROOT"},\
        "replacements":[{"deletedRegion":{"startLine":4,"startColumn":9,"endColumn":15},"insertedContent":{"text":"a.md"}}]}]}]}
        ]}]}

        """)
  }

  private let fingerprint = Bytes.Fingerprint("broken-link\0a b/é.md\0no page 'a&b.md'\01".utf8).hex

  @Test func findingWithoutAPlaceIsInTheRoot() {
    let text = report([Sample.findings[3]])
    #expect(
      text.contains(
        "\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\".\",\"uriBaseId\":\"SRCROOT\"}}}]"))
  }

  @Test func fileOutsideOfTheRepositoryHasAnAbsoluteAddress() {
    let text = report([Diagnostic(Sample.link, "x", at: SourceSpan(path: "/opt/a b.md", line: 3))])
    #expect(text.contains("\"artifactLocation\":{\"uri\":\"file:///opt/a%20b.md\"}"))
    #expect(text.contains("\"region\":{\"startLine\":3,\"startColumn\":1}"))
  }

  @Test func findingsThatABaselineDoesNotHaveAreNew() {
    #expect(report([Sample.findings[0]], isAgainstBaseline: true).contains("\"baselineState\":\"new\""))
    #expect(!report([Sample.findings[0]]).contains("baselineState"))
  }
}
