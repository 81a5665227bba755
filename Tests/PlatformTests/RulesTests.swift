import Diagnostics
import Platform
import Testing

@Suite struct RulesTests {
  @Test func listsEveryRule() {
    #expect(
      Rule.platform.map(\.id) == [
        "unknown-kind", "invalid-name", "duplicate-name", "unknown-reference", "roadmap-state", "roadmap-history",
        "roadmap-vanished", "path-times", "step-not-offered", "prerequisite-circle", "dependency-circle",
        "capability-end", "unresolved-relation",
        "owner-form",
        "scorecard-setting", "record-times", "record-to-come", "incident-duration",
        "invalid-indicator", "invalid-objective", "invalid-time-window", "calendar-minutes",
        "invalid-measurements", "unused-measurements", "coarse-slices", "unused-exclusion", "unsupported-time-zone",
      ])
  }
}
