import Bytes
import Diagnostics
import Platform
import Testing
import YAML

@Suite struct ServiceLevelObjectiveTests {
  @Test(arguments: [
    ("5m", 5, "5 minutes"), ("1h", 60, "1 hour"), ("30d", 43_200, "30 days"), ("4w", 40_320, "4 weeks"),
    ("1M", 43_200, "1 month"), ("1Q", 129_600, "1 quarter"), ("1Y", 525_600, "1 year"),
    ("100000Y", 52_560_000_000, "100000 years"),
  ])
  func readsDurations(_ text: String, _ minutes: Int, _ words: String) {
    #expect(SLODuration(text)?.minutes == minutes)
    #expect(SLODuration(text)?.words.english == words)
  }

  @Test(arguments: [
    "", "d", "28", "0d", "-1d", "+28d", "28D", "28 d", "28 days", "1.5h", "100001d", "99999999999999999999d", "1s",
  ])
  func refusesWhatIsNoDuration(_ text: String) {
    #expect(SLODuration(text) == nil)
  }

  private func allowance(target: String, window: String) -> String? {
    let slo = read(serviceLevel(window: window, objective: "target: \(target)")).value.serviceLevels.first
    return slo?.objectives.first.flatMap { slo?.allowance($0)?.description }
  }

  @Test(arguments: [
    ("0.999", "30d", "43.2"), ("0.999", "28d", "40.32"), ("0.999", "7d", "10.08"), ("0.9995", "1w", "5.04"),
    ("0.95", "2w", "1008"), ("0.999", "1M", "43.2"), ("0", "1h", "60"),
    ("0.99999999999999", "100000Y", "0.0005256"),
  ])
  func countsTheTimeThatMayBeBad(_ target: String, _ duration: String, _ minutes: String) {
    #expect(allowance(target: target, window: "duration: \(duration), isRolling: true") == minutes)
  }

  @Test(arguments: ["1M", "1Q", "1Y"])
  func countsNoTimeWhereTheCalendarDecides(_ duration: String) {
    let window = "duration: \(duration), isRolling: false, calendar: {startTime: 2026-01-01 00:00:00, timeZone: UTC}"
    #expect(allowance(target: "0.999", window: window) == nil)
  }

  @Test func countsTheTimeOfACalendarWeek() {
    let window = "duration: 1w, isRolling: false, calendar: {startTime: 2026-01-05 00:00:00, timeZone: UTC}"
    #expect(allowance(target: "0.999", window: window) == "10.08")
  }

  @Test func countsNoTimeWithoutAWindow() {
    let text = serviceLevel(window: nil, objective: "target: 0.999")
    let slo = read(text).value.serviceLevels.first
    #expect(slo?.objectives.count == 1)
    #expect(slo?.objectives.first.flatMap { slo?.allowance($0) } == nil)
  }
}
