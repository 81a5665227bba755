import Diagnostics
import Platform
import Testing

@Suite struct RulesTests {
  @Test func listsEveryRule() {
    #expect(
      Rule.platform.map(\.id) == [
        "unknown-kind", "invalid-name", "duplicate-name", "unknown-reference", "invalid-objective",
        "invalid-time-window", "calendar-minutes", "roadmap-state", "roadmap-history", "roadmap-vanished",
        "path-times", "step-not-offered", "prerequisite-circle",
        "invalid-measurements", "unused-exclusion", "unsupported-time-zone",
        "unresolved-relation", "owner-form", "scorecard-setting",
      ])
  }
}
