import Diagnostics
import Templates
import Testing

private struct Entry: Sendable {
  static let schema: Schema<Entry> = Schema(
    "entry",
    [
      .text("title") { _ in "" }, .text("name") { _ in "" }, .text("url") { _ in "" },
      .record("next", schema) { _ in nil }, .record("owner", schema) { _ in nil },
      .list("children", schema) { _ in [] },
    ])
}

@Suite struct RulesTests {
  private func rules(_ example: String) -> [String] {
    let outcome = TemplateSet.compile([source("partials/entry", example), source("partials/navigation", "")])
    let found = outcome.diagnostics + outcome.value.check("partials/entry", for: Entry.schema.shape)
    return found.map(\.rule.id)
  }

  @Test(arguments: Rule.templates)
  func findsFaultWithItsBadExampleAlone(_ rule: Rule) {
    #expect(rules(rule.bad) == [rule.id])
    #expect(rules(rule.good) == [])
  }
}
