import Diagnostics
import Testing

@testable import SiteModel

@Suite struct RulesTests {
  @Test func listsEveryRule() {
    #expect(
      Rule.siteModel.map(\.id) == [
        "front-matter-unclosed", "unknown-page-kind", "url-collision", "navigation-target", "redirect-target",
        "redirect-chain",
        "setting-value", "embed-argument", "embed-option",
      ])
  }

  @Test func findsFaultWithTheBadExampleOfFrontMatterAlone() {
    #expect(document(Rule.frontMatterUnclosed.bad).diagnostics.map(\.rule) == [.frontMatterUnclosed])
    #expect(document(Rule.frontMatterUnclosed.good).diagnostics.isEmpty)
  }

  @Test(arguments: [Rule.navigationTarget, .redirectTarget, .settingValue])
  func findsFaultWithTheBadExampleOfASettingAlone(_ rule: Rule) {
    func findings(_ example: String) -> [Rule] {
      assemble(["portico.yaml": "title: A\n" + example, "setup.md": "", "guides/setup.md": ""]).diagnostics.map(\.rule)
    }
    #expect(findings(rule.bad) == [rule])
    #expect(findings(rule.good) == [])
  }
}
