import Glibc
import SiteModel
import TestSupport
import Testing

@testable import ExternalLinks

/// Servers that answer badly or not at all: none may hang the run, use much memory or pass for a broken link.
@Suite struct HostileServerTests {
  @Test func silenceIsUnreachable() throws {
    #expect(try verdict(impatient) { _ in .hang } == .unreachable("does not answer in time"))
  }

  @Test func slowBodyDoesNotMatterForTheLink() throws {
    #expect(try verdict(impatient) { _ in .drip("HTTP/1.1 200 OK\r\n\r\n") } == .good)
    #expect(try verdict(impatient, anchors: ["a"]) { _ in .drip("HTTP/1.1 200 OK\r\n\r\n") } == .good)
  }

  @Test func slowHeaderIsUnreachable() throws {
    #expect(
      try verdict(impatient) { _ in .drip("HTTP/1.1 200 OK\r\nX-Slow: ") } == .unreachable("does not answer in time"))
  }

  @Test func resetIsUnreachable() throws {
    guard case .unreachable(let reason) = try verdict(of: { _ in .reset }) else {
      Issue.record("a reset is no fault of the link")
      return
    }
    #expect(reason.hasPrefix("has no complete answer"))
  }

  @Test func nothingButGarbageIsUnreachable() throws {
    guard case .unreachable = try verdict(of: { _ in .raw(Array("\0\u{1}\u{2}garbage\r\n\r\n".utf8)) }) else {
      Issue.record("garbage is no answer")
      return
    }
  }

  @Test func endlessHeaderIsUnreachable() throws {
    guard case .unreachable = try verdict(impatient, of: { _ in .endless("HTTP/1.1 200 OK\r\nX-Long: ") }) else {
      Issue.record("a header without an end is no answer")
      return
    }
  }

  @Test(arguments: [[], ["a"]] as [Set<String>]) func endlessBodyIsCutOff(anchors: Set<String>) throws {
    #expect(try verdict(anchors: anchors) { _ in .endless("HTTP/1.1 200 OK\r\n\r\n") } == .good)
  }

  @Test func wrongLengthDoesNotMatter() throws {
    let bytes = Array("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nshort".utf8)
    #expect(try verdict(anchors: ["a"]) { _ in .raw(bytes) } == .good)
  }

  @Test func oldProtocolWithoutContentTypeIsGood() throws {
    #expect(try verdict(anchors: ["a"]) { _ in .raw(Array("HTTP/1.0 200 OK\r\n\r\nhello".utf8)) } == .good)
  }

  @Test func closedPortIsBroken() throws {
    let server = try HostileServer { _ in .hang }
    server.stop()
    // The thread that accepts closes the socket.
    usleep(50_000)
    #expect(try verdicts([server.url + "/x"]) == [.broken("is on a host that takes no connection")])
  }

  @Test func unknownNameIsBroken() throws {
    #expect(try verdicts(["http://nowhere.invalid/x"]) == [.broken("is on a host that has no address")])
  }

  @Test func runEndsWithItsTime() throws {
    let server = try HostileServer { _ in .hang }
    defer { server.stop() }
    var settings = quick
    settings.runTimeout = .milliseconds(300)
    let start = ContinuousClock.now
    let found = try verdicts((0..<20).map { server.url + "/\($0)" }, settings)
    #expect(found.allSatisfy { $0 == .unchecked(.outOfTime) })
    #expect(ContinuousClock.now - start < .seconds(3))
  }

  @Test func severalHostsWithoutOneAnswerAreNoBrokenLinks() throws {
    let found = try verdicts(["http://nowhere.invalid/", "http://neither.invalid/"])
    #expect(
      found
        == Array(
          repeating: .unreachable("is on a host that has no address, like every other host: is there a network?"),
          count: 2))
  }
}
