import TestSupport
import Testing

/// The pictures of what capabilities depend on, drawn by Graphviz where it is there.
@Suite(.enabled(if: TestSite.drawsDiagrams, "merman or Graphviz is missing: run 'make diagrams'"))
struct CapabilityGraphTests {
  private static func capability(_ name: String, _ title: String, lifecycle: String, dependsOn: String) -> String {
    """
    -- capabilities/\(name)/capability.yaml --
    apiVersion: portico/v1
    kind: Capability
    metadata:
      name: \(name)
      title: \(title)
      description: What it is for.
    spec:
      domain: core
      owner: group:platform
      lifecycle: \(lifecycle)
      dependsOn: [\(dependsOn)]

    """
  }

  private static let site = TestSite(
    capability("runtime", "Runtime & more", lifecycle: "production", dependsOn: "")
      + capability("secrets", "Secrets", lifecycle: "experimental", dependsOn: "runtime")
      + capability("backup", "Backup", lifecycle: "planned", dependsOn: "secrets"))

  private func figure(_ path: String) async throws -> String {
    let main = try #require(await CapabilityGraphTests.site.build().main(path))
    let start = try #require(main.firstRange(of: "<figure class=\"diagram")?.lowerBound)
    let end = try #require(main[start...].firstRange(of: "</figure>")?.upperBound)
    return String(main[start..<end])
  }

  @Test func listShowsAllCapabilitiesAsLinksWithTheirLifecycle() async throws {
    let figure = try await figure("capabilities/index.html")
    for text in [
      "capabilities/runtime/\"", "capabilities/secrets/\"", "capabilities/backup/\"", ">Runtime &amp; more<",
      ">Experimental<", ">Planned<",
      "role=\"group\"", "How the capabilities depend on one another",
    ] {
      #expect(figure.contains(text), "\(text)")
    }
  }

  @Test func pageShowsItsNeighboursAndIsNoLinkToItself() async throws {
    let secrets = try await figure("capabilities/secrets/index.html")
    #expect(secrets.contains("/capabilities/runtime/\"") && secrets.contains("/capabilities/backup/\""))
    #expect(!secrets.contains("/capabilities/secrets/\""))
    let backup = try await figure("capabilities/backup/index.html")
    #expect(backup.contains(">Secrets<") && !backup.contains("Runtime"))
  }

  @Test func capabilitiesThatStandAloneHaveNone() async throws {
    let site = TestSite(CapabilityGraphTests.capability("alone", "Alone", lifecycle: "production", dependsOn: ""))
    let result = await site.build()
    #expect(result.main("capabilities/index.html")?.contains("<figure") == false)
    #expect(result.main("capabilities/alone/index.html")?.contains("<figure") == false)
  }
}
