import Foundation
import Platform
import Testing

@Suite struct ZoneRulesTests {
  @Test func readsFixedOffsets() {
    #expect(ZoneRules(fixed: "+05:30")?.offset(at: Instant(seconds: 0)) == 19_800)
    #expect(ZoneRules(fixed: "-03:00")?.offset(at: Instant(seconds: 0)) == -10_800)
    #expect(ZoneRules(fixed: "UTC")?.offset(at: Instant(seconds: 0)) == 0)
    #expect(ZoneRules(fixed: "Dublin").map { _ in 0 } == nil)
    #expect(ZoneRules(fixed: "+25:00").map { _ in 0 } == nil)
  }

  static let dublin = FileManager.default.contents(atPath: "/usr/share/zoneinfo/Europe/Dublin").map { [UInt8]($0) }

  @Test(.enabled(if: dublin != nil, "there is no time zone database in /usr/share/zoneinfo"))
  func readsDaylightSavingFromAZoneFile() throws {
    let bytes = try #require(ZoneRulesTests.dublin)
    let rules = try #require(ZoneRules(zoneFile: bytes))
    let times = ["2026-03-29T00:59:59Z", "2026-03-29T01:00:00Z", "2026-10-25T00:59:59Z", "2026-10-25T01:00:00Z"]
    #expect(times.compactMap { Instant($0) }.map(rules.offset) == [0, 3_600, 3_600, 0])
  }

  @Test(.enabled(if: dublin != nil, "there is no time zone database in /usr/share/zoneinfo"))
  func refusesWhatIsCutOff() throws {
    let bytes = try #require(ZoneRulesTests.dublin)
    for count in stride(from: 0, to: bytes.count, by: 41) {
      #expect(ZoneRules(zoneFile: Array(bytes[..<count])).map { _ in 0 } == nil)
    }
    #expect(ZoneRules(zoneFile: Array("TZif9".utf8)).map { _ in 0 } == nil)
  }
}
