import TestSupport
import Testing

/// A site with a capability, a change, an incident, planned work and a roadmap, published at an address.
let eventful = """
  \(platform)
  -- changes/keys.md --
  ---
  title: Keys & more
  description: Keys end.
  kind: change
  date: 2026-06-10
  capability: secrets
  breaking: true
  action: {what: Rotate, by: 2026-07-31}
  ---
  See [the work](../incidents/work.md#when).
  -- incidents/sealed.md --
  ---
  title: Sealed
  kind: incident
  severity: down
  affected: [secrets]
  detected: 2026-06-12T10:00:00Z
  repaired: 2026-06-12T10:50:00Z
  resolved: 2026-06-12T11:00:00Z
  ---
  -- incidents/work.md --
  ---
  title: Work
  description: Reads pause.
  kind: incident
  severity: notice
  planned: {from: 2026-07-04T06:00:00Z, to: 2026-07-04T08:00:00Z}
  ---
  # When
  -- roadmap.yaml --
  apiVersion: portico/v1
  kind: Roadmap
  metadata: {name: platform, title: Plans}
  spec:
    updated: 2026-06-01
    items:
      - {id: a, title: A, problem: P, outcome: O, horizon: now, target: 2026-Q1, capability: secrets}
      - {id: b, title: B, problem: P, outcome: O, horizon: shipped, shipped: 2026-05-12}
      - {id: c, title: C, problem: P, outcome: O, horizon: dropped, reason: No need.}
  \(capability("secrets"))
  """

/// The eventful site, built for 30 June 2026.
func buildEventful() async throws -> BuiltSite {
  let site = await TestSite(eventful).build(baseURL: "https://example.com/p/")
  try #require(site.findings == [])
  return site
}
