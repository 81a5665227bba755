import TestSupport

/// A site that keeps all its promises on 30 June 2026; each test breaks one of them.
struct KeptPromises {
  private let text = """
    -- portico.yaml --
    title: Harbour
    domains: [{id: security, title: Security}]
    check: {rules: {service-level-breached: warning}}
    -- groups.yaml --
    apiVersion: backstage.io/v1alpha1
    kind: Group
    metadata: {name: platform}
    spec: {type: team, children: []}
    -- secrets/capability.yaml --
    apiVersion: portico/v1
    kind: Capability
    metadata: {name: secrets, title: Secrets, description: Keys.}
    spec:
      domain: security
      owner: group:platform
      lifecycle: production
      access: {how: begin.md}
      support: {contact: "#help"}
    -- secrets/begin.md --
    ---
    type: tutorial
    reviewed: 2026-01-15
    reviewIn: P6M
    ---
    # Your first secret

    It takes the place of [the old vault](capability:old), as [Secrets](capability:secrets) tells.
    -- old/capability.yaml --
    apiVersion: portico/v1
    kind: Capability
    metadata: {name: old, title: Old, description: Older keys.}
    spec:
      domain: security
      owner: group:platform
      lifecycle: deprecated
      replacedBy: capability:secrets
      sunset: 2026-06-30
    -- catalogue.yaml --
    apiVersion: backstage.io/v1alpha1
    kind: Component
    metadata:
      name: agent
      annotations: {portico/sunset: "2026-06-30"}
    spec: {type: service, lifecycle: deprecated, owner: platform}
    -- slo.yaml --
    apiVersion: openslo/v1
    kind: SLO
    metadata:
      name: reads
      annotations: {portico/capability: secrets}
    spec:
      service: vault
      indicator: {spec: {ratioMetric: {rawType: success, raw: {metricSource: {type: Prometheus, spec: {query: up}}}}}}
      timeWindow: [{duration: 28d, isRolling: true}]
      budgetingMethod: Occurrences
      objectives: [{displayName: Answered, target: 0.9}]
    -- measurements.yaml --
    apiVersion: portico/v1
    kind: Measurements
    metadata: {name: june}
    spec:
      slo: reads
      asOf: 2026-06-29
      slices: [{from: 2026-06-28, to: 2026-06-29, good: 99, total: 100}]
    -- roadmap.yaml --
    apiVersion: portico/v1
    kind: Roadmap
    metadata: {name: plan}
    spec:
      updated: 2026-06-01
      items:
        - {id: rotation, title: Rotation, problem: P, outcome: O, horizon: now, target: 2026-Q2}
    -- paths/first.yaml --
    apiVersion: portico/v1
    kind: OnboardingPath
    metadata: {name: first, title: First}
    spec: {goal: G, steps: [{page: ../secrets/begin.md}]}
    -- templates/service/template.yaml --
    apiVersion: scaffolder.backstage.io/v1beta3
    kind: Template
    metadata: {name: service, title: Service}
    spec: {owner: group:platform, type: service, steps: [{action: "fetch:template"}]}
    -- templates/service/index.md --
    # A service
    """

  /// The findings once some of the texts are others.
  func findings(_ edits: (old: String, new: String)...) async -> [String] { await build(edits).findings }

  /// The same as a person would read it.
  func report(_ edits: (old: String, new: String)...) async -> String { await build(edits).report }

  private func build(_ edits: [(old: String, new: String)]) async -> BuiltSite {
    await TestSite(edits.reduce(text) { $0.replacing($1.old, with: $1.new) }).build(promises: true)
  }
}
