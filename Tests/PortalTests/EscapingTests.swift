import TestSupport
import Testing

/// Texts of YAML never become markup on the pages of the domain.
@Suite struct EscapingTests {
  @Test func noPageHoldsAuthorsMarkup() async {
    let text = #""<b>&\"'</b>""#
    let site = await TestSite(
      """
      -- portico.yaml --
      title: T
      domains: [{id: d, title: \(text)}]
      -- all.yaml --
      apiVersion: backstage.io/v1alpha1
      kind: Group
      metadata: {name: platform, title: \(text)}
      spec: {type: team, children: []}
      ---
      apiVersion: portico/v1
      kind: Capability
      metadata: {name: a, title: \(text), description: \(text), tags: [\(text)]}
      spec:
        domain: d
        owner: group:platform
        lifecycle: production
        problem: \(text)
        notFor: \(text)
        support: {contact: \(text), hours: \(text)}
        templates: [\(text)]
        components: [\(text)]
        slos: [s]
        responsibilities: [{area: \(text), platform: \(text), team: \(text)}]
        controls: [{id: \(text), title: \(text), enforcement: blocking}]
        cost: {model: \(text), note: \(text), estimate: [{label: \(text), monthly: \(text)}]}
      ---
      apiVersion: openslo/v1
      kind: SLO
      metadata: {name: s, displayName: \(text)}
      spec:
        description: \(text)
        service: \(text)
        \(indicator)
        timeWindow: [{duration: 30d, isRolling: true}]
        budgetingMethod: Occurrences
        objectives: [{displayName: \(text), target: 0.9}]
      ---
      apiVersion: portico/v1
      kind: Roadmap
      metadata: {name: r, title: \(text), description: \(text)}
      spec:
        updated: 2026-06-01
        disclaimer: \(text)
        items:
          - id: \(text)
            title: \(text)
            problem: \(text)
            outcome: \(text)
            horizon: now
            capability: a
            measure: {metric: \(text), from: \(text), to: \(text), now: \(text)}
            feedback: \(text)
            reason: \(text)
      ---
      apiVersion: portico/v1
      kind: OnboardingPath
      metadata: {name: p, title: \(text)}
      spec:
        audience: [\(text)]
        goal: \(text)
        steps: [{title: \(text), done: \(text)}, {template: \(text)}]
      """
    ).build()
    #expect(site.rules.allSatisfy { $0 == "unknown-reference" || $0 == "invalid-value" })
    let pages = site.paths.filter { $0.hasSuffix(".html") }
    #expect(
      pages == [
        "404.html", "capabilities/a/index.html", "capabilities/index.html", "index.html", "paths/index.html",
        "paths/p/index.html", "roadmap/index.html", "scorecard/index.html", "service-levels/index.html",
        "service-levels/s/index.html",
        "teams/index.html", "teams/platform/index.html",
      ])
    for page in pages {
      let text = site.text(page) ?? ""
      #expect(!text.contains("<b>"), "\(page)")
      #expect(!text.contains("&\"'"), "\(page)")
      #expect(!text.contains(#"&amp;"'"#), "\(page)")
    }
  }
}
