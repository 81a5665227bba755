import Diagnostics
import Testing

/// Capabilities and paths that refer to one another in a circle.
@Suite struct CirclesTests {
  /// Capabilities with what each depends on.
  private func capabilities(_ dependencies: (String, String)...) -> [Diagnostic] {
    let texts = dependencies.map { name, others in capability(name, "dependsOn: [\(others)]") }
    return read((texts + [String(platformTeam.dropFirst(5))]).joined(separator: "\n---\n")).diagnostics
  }

  @Test func capabilityOnItselfAloneIsACircle() {
    let found = capabilities(("a", "capability:a"))
    #expect(found.map(\.line) == ["6:15 dependency-circle: 'a' depends on itself"])
    #expect(found.first?.notes == [])
    #expect(found.first?.severity == .warning)
  }

  @Test func circleIsToldOnceAtItsFirstMemberByName() {
    let found = capabilities(("c", "a"), ("a", "d, b"), ("b", "c"), ("d", "a"))
    #expect(found.map(\.line) == ["13:15 dependency-circle: 'a' depends on itself"])
    #expect(found.first?.notes == ["The circle goes through capability:b, capability:c, capability:d."])
  }

  @Test func placeIsTheReferenceThatLeadsRound() {
    #expect(
      capabilities(("a", "b, c, d"), ("b", ""), ("c", ""), ("d", "a")).map(\.line)
        == ["6:21 dependency-circle: 'a' depends on itself"])
  }

  @Test func twoCirclesAreTwoFindings() {
    let found = capabilities(("a", "b"), ("b", "a"), ("c", "d"), ("d", "c"), ("e", "a, c"))
    #expect(found.map(\.message) == ["'a' depends on itself", "'c' depends on itself"])
  }

  @Test func whatManyDependOnIsNoCircle() {
    #expect(capabilities(("a", "c"), ("b", "a, c"), ("c", "")).map(\.line) == [])
  }
}
