import Diagnostics
import Testing
import YAML

@Suite struct RulesTests {
  @Test func listsEveryRule() {
    #expect(
      Rule.yaml.map(\.id) == [
        "yaml-syntax", "yaml-limit", "duplicate-key", "unknown-key", "wrong-type", "missing-key", "invalid-value",
      ])
  }

  @Test func showsFaultsOfTextInItsExamples() {
    for rule in [Rule.yamlSyntax, .duplicateKey] {
      #expect(parse(rule.bad).diagnostics.map(\.rule) == [rule])
      #expect(parse(rule.good).diagnostics.isEmpty)
    }
  }
}
