import Diagnostics
import Platform
import Testing

/// How far a roadmap item's measure got.
@Suite struct QuantityTests {
  private func progress(from: String?, to: String, now: String?) -> String? {
    let keys = [("from", from), ("to", to), ("now", now)].compactMap { key, value in value.map { "\(key): \"\($0)\"" } }
    let text = """
      apiVersion: portico/v1
      kind: Roadmap
      metadata: {name: platform}
      spec:
        updated: 2026-06-30
        items:
          - {id: a, title: A, problem: P, outcome: O, horizon: now, measure: {metric: m, \(keys.joined(separator: ", "))}}
      """
    let measure = read(text).value.roadmaps.first?.items.first?.measure
    return measure?.progress.map { ($0 * Fraction(100)).text(places: 1) }
  }

  @Test(arguments: [
    ("20 %", "80 %", "45 %", "41.6"), ("20%", "80 %", "80%", "100.0"), ("95 s", "15 s", "40 s", "68.7"),
    ("9", "0", "4", "55.5"), ("EUR 10", "EUR 3", "EUR 10", "0.0"), ("0.5 h", "2.5 h", "1 h", "25.0"),
    ("-10", "10", "0", "50.0"), ("20 %", "80 %", "10 %", "-16.7"), ("20 %", "80 %", "95 %", "125.0"),
    ("1 day ago", "3  day ago", "2 day  ago", "50.0"),
  ])
  func isTheShareOfTheWayThatLiesBehind(from: String, to: String, now: String, share: String) {
    #expect(progress(from: from, to: to, now: now) == share)
  }

  @Test(arguments: [
    ("20 %", "80", "45 %"), ("2 h", "20 min", "1 h"), ("about 20 %", "80 %", "45 %"), ("20 %", "20 %", "20 %"),
    ("1 h 30 min", "1 h", "2 h"), ("none", "all", "half"), ("1,000", "2,000", "1,500"), ("10-20 %", "80 %", "45 %"),
    ("2026-Q1", "2026-Q4", "2026-Q2"), ("", "80 %", "45 %"),
  ])
  func isNeverGuessed(from: String, to: String, now: String) {
    #expect(progress(from: from, to: to, now: now) == nil)
  }

  @Test func needsAllThreeValues() {
    #expect(progress(from: nil, to: "80 %", now: "45 %") == nil)
    #expect(progress(from: "20 %", to: "80 %", now: nil) == nil)
  }
}
