import Foundation
import Pipeline
import TestSupport
import Testing

/// What the files say; `EndToEndTests/MachinesTests` holds all of them against their schemas.
@Suite struct APIFilesTests {
  private func file(_ name: String, _ text: String) async throws -> [String: Any] {
    let site = await TestSite(text).build()
    try #require(site.findings == [])
    let json = try JSONSerialization.jsonObject(with: Data(try #require(site.text("api/v1/\(name).json")).utf8))
    return try #require(json as? [String: Any])
  }

  private func first(_ name: String, _ text: String) async throws -> [String: Any] {
    let all = try #require(try await file(name, text)[name] as? [[String: Any]])
    return try #require(all.first)
  }

  @Test func siteWithoutAPlatformHasNone() async {
    let site = await TestSite("-- a.md --").build()
    #expect(
      site.result.outputs.map(\.path).filter { $0.hasPrefix("api/v1/") && !$0.contains("schemas") } == [
        "api/v1/pages.json", "api/v1/site.json", "api/v1/urls.json",
      ])
  }

  @Test func platformHasAllFilesAndBeTheyEmpty() async throws {
    let site = await TestSite("\(platform)\n\(capability("secrets"))").build()
    #expect(
      site.result.outputs.map(\.path).filter { $0.hasPrefix("api/v1/") && !$0.contains("schemas") } == [
        "api/v1/capabilities.json", "api/v1/catalog.json", "api/v1/changes.json", "api/v1/decisions.json",
        "api/v1/incidents.json", "api/v1/pages.json", "api/v1/paths.json", "api/v1/roadmap.json", "api/v1/site.json",
        "api/v1/slos.json", "api/v1/teams.json", "api/v1/templates.json", "api/v1/urls.json",
      ])
    #expect(try #require(site.text("api/v1/slos.json")).hasSuffix("\"slos\": []\n}\n"))
  }

  @Test func capabilityNamesWhatItStandsOn() async throws {
    let environments = try await first(
      "capabilities",
      """
      \(platform)
      \(capability("environments", "access: {how: how.md, leadTime: PT10M}"))
      -- environments/how.md --
      # How
      \(capability("secrets", "dependsOn: [environments]"))
      """)
    #expect(environments["ref"] as? String == "capability:environments")
    #expect((environments["requiredBy"] as? [[String: Any]])?.first?["title"] as? String == "Secrets")
    #expect((environments["access"] as? [String: Any])?["url"] as? String == "../../environments/how/")
    #expect((environments["domain"] as? [String: String]) == ["id": "delivery", "title": "Build and deliver"])
  }

  @Test func lateItemIsSaidToBe() async throws {
    let roadmap = try await first(
      "roadmap",
      """
      -- roadmap.yaml --
      apiVersion: portico/v1
      kind: Roadmap
      metadata: {name: platform}
      spec:
        updated: 2026-06-01
        items: [{id: a b, title: A, problem: P, outcome: O, horizon: now, target: 2026-Q1}]
      """)
    let item = try #require((roadmap["items"] as? [[String: Any]])?.first)
    #expect(item["late"] as? Bool == true)
    #expect(item["targetDay"] as? String == "2026-03-31")
    #expect(item["url"] as? String == "../../roadmap/#a%20b")
  }

  @Test func relationsAreNamedAsBackstageNamesThem() async throws {
    let entity = try await first(
      "catalog",
      """
      -- a.yaml --
      apiVersion: backstage.io/v1alpha1
      kind: Component
      metadata: {name: shop}
      spec: {type: service, lifecycle: production, owner: platform, providesApis: [orders]}
      ---
      apiVersion: backstage.io/v1alpha1
      kind: API
      metadata: {name: orders}
      spec: {type: openapi, lifecycle: production, owner: platform, definition: x}
      -- b.yaml --
      apiVersion: backstage.io/v1alpha1
      kind: Group
      metadata: {name: platform}
      spec: {type: team, children: []}
      """)
    let relations = try #require(entity["relations"] as? [[String: String]])
    #expect(
      relations == [
        ["type": "ownedBy", "targetRef": "group:platform"], ["type": "providesApi", "targetRef": "api:orders"],
      ])
  }
}
