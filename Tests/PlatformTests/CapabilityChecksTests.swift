import Diagnostics
import Platform
import Testing
import YAML

/// What a capability says of its end.
@Suite struct CapabilityChecksTests {
  private func findings(_ lifecycle: String, _ spec: String, asOf: String = "2026-06-30") throws -> [String] {
    let text = capability("old", spec).replacing("lifecycle: production", with: "lifecycle: \(lifecycle)")
    return read(text).value.checkEnds(asOf: try #require(CalendarDate(asOf))).map(\.line)
  }

  @Test(arguments: [
    "", "replacedBy: new", "sunset: 2026-06-30", "sunset: 2027-03-31, replacedBy: new",
  ])
  func endFitsWhatIsDeprecated(spec: String) throws {
    #expect(try findings("deprecated", spec) == [])
  }

  @Test(arguments: ["planned", "experimental", "production"])
  func onlyWhatIsDeprecatedHasAnEnd(lifecycle: String) throws {
    #expect(try findings(lifecycle, "") == [])
    #expect(
      try findings(lifecycle, "replacedBy: new")
        == ["6:15 capability-end: 'old' is replaced, but its lifecycle is \(lifecycle)"])
    #expect(
      try findings(lifecycle, "sunset: 2027-03-31")
        == ["6:11 capability-end: 'old' has a sunset, but its lifecycle is \(lifecycle)"])
  }

  @Test(arguments: ["deprecated", "production"])
  func sunsetPassesWithItsLastDay(lifecycle: String) throws {
    #expect(
      try findings(lifecycle, "sunset: 2026-06-29") == ["6:11 capability-end: the sunset of 'old' has passed"])
    #expect(try findings("deprecated", "sunset: 2026-06-30") == [])
  }
}
