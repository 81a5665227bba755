import Testing

@testable import Pipeline

@Suite struct SourceScanTests {
  private func kinds(_ text: String) -> [String] { SourceScan(Array(text.utf8)).values(of: "kind") }

  @Test(arguments: [
    "kind: SLO", "\u{FEFF}kind: SLO\n", "a: b\nkind: 'SLO' # what it is", "kind: \"SLO\"\r\n", "- kind: SLO",
    "{kind: SLO}",
    "{\"kind\":\"SLO\"}", "{\n  \"kind\" : \"SLO\",", "{a: b,kind: SLO, c: d}", "  kind: SLO", "kind:\n  SLO",
  ])
  func findsAKeyWhereverOneMayStand(_ text: String) {
    #expect(kinds(text) == ["SLO"])
  }

  @Test(arguments: ["mankind: SLO", "# of a kind", "kindness: SLO", "a.kind: SLO", ""])
  func findsNothingElse(_ text: String) {
    #expect(kinds(text) == [])
  }

  @Test func readsTheSlashesOfJSON() {
    #expect(SourceScan(Array(#"{"apiVersion": "openslo\/v1"}"#.utf8)).values(of: "apiVersion") == ["openslo/v1"])
  }

  @Test func findsAWord() {
    #expect(SourceScan(Array("a DataSource".utf8)).holds("DataSource"))
    #expect(!SourceScan(Array("a dataSource".utf8)).holds("DataSource"))
    #expect(!SourceScan([]).holds("DataSource"))
  }
}
