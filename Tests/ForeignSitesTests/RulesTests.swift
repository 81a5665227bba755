import Diagnostics
import ForeignSites
import Testing

@Suite struct RulesTests {
  @Test func listsEveryRule() {
    #expect(Rule.foreignSites.map(\.id) == ["foreign-setting"])
  }

  @Test func findsFaultWithItsBadExampleAlone() {
    #expect(find(["mkdocs.yml": Rule.foreignSetting.bad]).diagnostics.map(\.rule) == [.foreignSetting])
    #expect(find(["mkdocs.yml": Rule.foreignSetting.good]).diagnostics.isEmpty)
  }
}
