import Glibc
import SiteModel
import TestSupport
import Testing

@testable import ExternalLinks

@Suite struct PaceTests {
  @Test func requestsToOneHostKeepTheirDistance() throws {
    let server = try HostileServer { _ in .answer("200 OK") }
    defer { server.stop() }
    var settings = quick
    settings.pause = .milliseconds(30)
    _ = try verdicts((0..<8).map { server.url + "/\($0)" }, settings)
    let times = server.log.map(\.time)
    #expect(times.count == 8)
    // What is sent at a distance may arrive a little closer.
    #expect(times[7] - times[0] > .milliseconds(7 * 30 - 25))
  }

  @Test func requestsSideBySideAreCounted() throws {
    let gauge = Gauge()
    let server = try HostileServer { _ in
      gauge.pass()
      return .answer("200 OK")
    }
    defer { server.stop() }
    var settings = quick
    settings.perHost = 3
    _ = try verdicts((0..<30).map { server.url + "/\($0)" }, settings)
    #expect(gauge.peak <= 3)
    #expect(gauge.peak >= 2)
  }

  @Test(arguments: [["Retry-After: 1"], []]) func pauseIsKeptByAllOfAHost(fields: [String]) throws {
    let count = Counter()
    let server = try HostileServer { _ in
      count.next() == 1 ? .answer("429 Too Many Requests", fields: fields) : .answer("200 OK")
    }
    defer { server.stop() }
    var settings = quick
    settings.perHost = 1
    settings.backoff = .milliseconds(800)
    #expect(try verdicts((0..<3).map { server.url + "/\($0)" }, settings) == [.good, .good, .good])
    let times = server.log.map(\.time)
    #expect(times[1] - times[0] > .milliseconds(550))
  }

  @Test func longPauseIsNotWaitedFor() throws {
    let server = try HostileServer { _ in .answer("429 Too Many Requests", fields: ["Retry-After: 86400"]) }
    defer { server.stop() }
    var settings = quick
    settings.perHost = 1
    let reason = "answers 429 Too Many Requests and asks for a pause of 86400 seconds"
    #expect(
      try verdicts((0..<50).map { server.url + "/\($0)" }, settings)
        == Array(repeating: .unreachable(reason), count: 50))
    #expect(server.log.count == 1)
  }

  @Test func hostThatOnlyRefusesIsLeftAlone() throws {
    let server = try HostileServer { _ in .answer("429 Too Many Requests") }
    defer { server.stop() }
    let found = try verdicts((0..<50).map { server.url + "/\($0)" })
    #expect(found == Array(repeating: .unreachable("answers 429 Too Many Requests"), count: 50))
    #expect(server.log.count <= 8)
  }

  @Test func pauseMayBeADate() throws {
    let count = Counter()
    let server = try HostileServer { _ in
      let fields = ["Retry-After: \(PaceTests.date(inSeconds: 2))"]
      return count.next() == 1 ? .answer("429 Too Many Requests", fields: fields) : .answer("200 OK")
    }
    defer { server.stop() }
    #expect(try verdicts([server.url + "/x"]) == [.good])
    let times = server.log.map(\.time)
    #expect(times[1] - times[0] > .milliseconds(900))
  }

  /// As in RFC 9110, section 5.6.7.
  private static func date(inSeconds seconds: Int) -> String {
    var moment = time(nil) + seconds
    var parts = tm()
    gmtime_r(&moment, &parts)
    var text = [CChar](repeating: 0, count: 64)
    let count = strftime(&text, text.count, "%a, %d %b %Y %H:%M:%S GMT", &parts)
    return String(decoding: text[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
