import Diagnostics
import Platform
import Testing

@Suite struct RepairTimesTests {
  /// `quarter count mean`, the latest first.
  private func times(_ incidents: [String]) -> [String] {
    let pages = incidents.enumerated().map { index, times in
      record("incident", "severity: down\n" + times, path: "i/\(index).md")
    }
    return read(pages).value.records.incidents.repairTimes.map { "\($0.quarter.label) \($0.count) \($0.mean)" }
  }

  /// An incident with the two moments that count.
  private func incident(_ detected: String, _ repaired: String) -> String {
    "detected: \(detected)\nrepaired: \(repaired)"
  }

  @Test func isTheMeanOfAQuarter() {
    let text = [
      incident("2026-04-01T10:00:00Z", "2026-04-01T10:10:00Z"),
      incident("2026-05-01T10:00:00Z", "2026-05-01T10:20:00Z"),
      incident("2026-06-01T10:00:00Z", "2026-06-01T11:00:00Z"),
    ]
    #expect(times(text) == ["2026-Q2 3 1800"])
  }

  @Test func isCutToAWholeSecond() {
    let text = [
      incident("2026-04-01T10:00:00Z", "2026-04-01T10:00:01Z"),
      incident("2026-04-01T11:00:00Z", "2026-04-01T11:00:02Z"),
    ]
    #expect(times(text) == ["2026-Q2 2 1"])
  }

  @Test func quarterIsThatOfTheDetectionInUTC() {
    let text = [
      incident("2026-06-30T23:59:59Z", "2026-07-01T00:59:59Z"),
      incident("2026-07-01T00:00:00Z", "2026-07-01T02:00:00Z"),
      incident("2026-07-01T01:30:00+02:00", "2026-07-01T02:30:00+02:00"),
    ]
    #expect(times(text) == ["2026-Q3 1 7200", "2026-Q2 2 3600"])
  }

  @Test func leapDayIsInTheFirstQuarter() {
    #expect(times([incident("2028-02-29T23:00:00Z", "2028-03-01T01:00:00Z")]) == ["2028-Q1 1 7200"])
  }

  @Test func quarterWithoutARepairIsMissing() {
    let text = [
      incident("2025-12-31T10:00:00Z", "2025-12-31T10:10:00Z"),
      incident("2026-07-01T10:00:00Z", "2026-07-01T10:20:00Z"),
    ]
    #expect(times(text) == ["2026-Q3 1 1200", "2025-Q4 1 600"])
  }

  @Test func countsNothingThatWasNotRepaired() {
    let text = [
      incident("2026-04-01T10:00:00Z", "2026-04-01T09:00:00Z"),
      "detected: 2026-04-01T10:00:00Z", "detected: 2026-04-01T10:00:00Z\nresolved: 2026-04-01T12:00:00Z",
      "planned: {from: 2026-04-01T10:00:00Z, to: 2026-04-01T12:00:00Z}\nrepaired: 2026-04-01T12:00:00Z",
    ]
    #expect(times(text) == [])
  }

  @Test func incidentsAtOneTimeCountEach() {
    let text = Array(repeating: incident("2026-04-01T10:00:00Z", "2026-04-01T10:10:00Z"), count: 3)
    #expect(times(text) == ["2026-Q2 3 600"])
  }

  @Test func incidentOfSeveralCapabilitiesCountsForEach() throws {
    let text = "severity: down\naffected: [vault, secrets]\n" + incident("2026-04-01T10:00:00Z", "2026-04-01T10:10:00Z")
    let outcome = read(
      [record("incident", text)],
      beside: capability("vault").replacing("title: Secrets", with: "title: Vault") + "\n---\n" + capability()
        + platformTeam)
    for name in ["vault", "secrets"] {
      let capability = try #require(outcome.value.capability(name))
      #expect(outcome.value.incidents(of: capability).repairTimes.map(\.mean) == [600])
    }
  }
}
