import Testing

/// Every rule of promises, broken once.
@Suite struct PromisesTests {
  private let site = KeptPromises()

  @Test func whoKeepsAllPromisesHasNoFinding() async { #expect(await site.findings() == []) }

  @Test(arguments: [
    (
      "annotations: {portico/capability: secrets}", "annotations: {portico/audience: internal}",
      "secrets/capability.yaml:3:18: warning: 'secrets' is in production without a service level [capability-service-level]"
    ),
    (
      "asOf: 2026-06-29\n  slices: [{from: 2026-06-28, to: 2026-06-29,",
      "asOf: 2026-05-29\n  slices: [{from: 2026-05-28, to: 2026-05-29,",
      "secrets/capability.yaml:3:18: warning: 'secrets' is in production, but not measured: 1 of 1 objective stale [capability-measurements]"
    ),
    (
      "support: {contact: \"#help\"}", "support: {hours: always}",
      "secrets/capability.yaml:9:12: warning: 'secrets' is in production, and nothing says where to get help [capability-support]"
    ),
    (
      "  sunset: 2026-06-30\n", "",
      "old/capability.yaml:3:18: warning: the capability 'old' is deprecated, and nothing says when it ends [deprecated-without-end]"
    ),
    (
      "annotations: {portico/sunset: \"2026-06-30\"}", "annotations: {portico/replaced-by: component:agent}",
      "catalogue.yaml:4:9: warning: the component 'agent' is deprecated, and nothing says when it ends [deprecated-without-end]"
    ),
    (
      "sunset: 2026-06-30", "sunset: 2026-06-29",
      "old/capability.yaml:9:11: warning: the sunset of the capability 'old' has passed [sunset-passed]"
    ),
    (
      "portico/sunset: \"2026-06-30\"", "portico/sunset: \"2026-06-29\"",
      "catalogue.yaml:5:33: warning: the sunset of the component 'agent' has passed [sunset-passed]"
    ),
    (
      "[Secrets](capability:secrets)", "everything",
      "secrets/begin.md:8:39: warning: the link leads newcomers to the capability 'old', which is deprecated [deprecated-link]"
    ),
    (
      "target: 2026-Q2", "target: 2026-05",
      "roadmap.yaml:7:85: warning: 'rotation' was to be there by 2026-05 [roadmap-overdue]"
    ),
    (
      "reviewed: 2026-01-15", "reviewed: 2025-12-29",
      "secrets/begin.md:3:11: warning: the review of the page held until 2026-06-29 [review-overdue]"
    ),
    (
      "good: 99, total", "good: 89, total",
      "slo.yaml:4:9: warning: the service level 'reads' is breached [service-level-breached]"
    ),
    (
      "spec: {owner: group:platform, type", "spec: {type",
      "templates/service/template.yaml:3:18: warning: the template 'service' has no owner [template-owner]"
    ),
    (
      "-- templates/service/index.md --", "-- templates/index.md --",
      "templates/service/template.yaml:3:18: warning: the template 'service' has no documentation [template-documentation]"
    ),
  ])
  func whoBreaksOneHasThatFinding(old: String, new: String, finding: String) async {
    #expect(await site.findings((old, new)) == ["content/" + finding])
  }
}
