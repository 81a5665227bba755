import Diagnostics
import Platform
import Testing
import YAML

/// What a capability says of its end.
@Suite struct CapabilityChecksTests {
  private func findings(_ lifecycle: String, _ spec: String) -> [String] {
    let text = capability("old", spec).replacing("lifecycle: production", with: "lifecycle: \(lifecycle)")
    return read(text).diagnostics.map(\.line).filter { $0.contains("capability-end") }
  }

  @Test(arguments: [
    "", "replacedBy: new", "sunset: 2026-06-30", "sunset: 2027-03-31, replacedBy: new",
  ])
  func endFitsWhatIsDeprecated(spec: String) {
    #expect(findings("deprecated", spec) == [])
  }

  @Test(arguments: ["planned", "experimental", "production"])
  func onlyWhatIsDeprecatedHasAnEnd(lifecycle: String) {
    #expect(findings(lifecycle, "") == [])
    #expect(
      findings(lifecycle, "replacedBy: new")
        == ["6:15 capability-end: 'old' is replaced, but its lifecycle is \(lifecycle)"])
    #expect(
      findings(lifecycle, "sunset: 2027-03-31")
        == ["6:11 capability-end: 'old' has a sunset, but its lifecycle is \(lifecycle)"])
  }
}
