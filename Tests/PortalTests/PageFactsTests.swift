import Bytes
import Pipeline
import SiteModel
import TestSupport
import Testing

@Suite struct PageFactsTests {
  private let site = TestSite(
    """
    -- portico.yaml --
    title: T
    domains: [{id: d, title: D}]
    -- secrets/capability.yaml --
    apiVersion: portico/v1
    kind: Capability
    metadata: {name: secrets, title: Secrets, description: S.}
    spec: {domain: d, owner: group:platform, lifecycle: production}
    -- secrets/rotate.md --
    ---
    type: how-to
    ---
    -- elsewhere.md --
    ---
    capability: secrets
    owner: "#help"
    ---
    -- other.md --
    -- team.yaml --
    apiVersion: backstage.io/v1alpha1
    kind: Group
    metadata: {name: platform, title: Platform team}
    spec: {type: team, children: []}
    """)

  private func facts(_ path: String) async -> String {
    let site = await site.build().result.site
    let facts = site.map.page(at: path).map { site.facts(site.pages[$0]) }
    return [facts?.kind?.english, facts?.capability, facts?.owner].map { $0 ?? "-" }.joined(separator: ", ")
  }

  @Test(arguments: [
    ("secrets/", "Capability, Secrets, Platform team"), ("secrets/rotate.md", "-, Secrets, Platform team"),
    ("elsewhere.md", "-, Secrets, Platform team"), ("other.md", "-, -, -"), ("teams/platform/", "Team, -, -"),
  ])
  func tellsTheCapabilityOfAPage(path: String, expected: String) async {
    #expect(await facts(path) == expected)
  }
}
