import SiteModel
import TestSupport
import Testing

@testable import ExternalLinks

@Suite struct CrawlTests {
  @Test func pageIsGood() throws {
    #expect(try verdict { _ in .answer("200 OK") } == .good)
  }

  @Test(arguments: [("404 Not Found", "answers 404 Not Found"), ("410 Gone", "answers 410 Gone")])
  func missingPageIsBroken(status: String, reason: String) throws {
    #expect(try verdict { _ in .answer(status) } == .broken(reason))
  }

  @Test(arguments: ["401 Unauthorized", "403 Forbidden", "451 Unavailable For Legal Reasons"])
  func pageForOthersIsUnreachable(status: String) throws {
    #expect(try verdict { _ in .answer(status) } == .unreachable("answers \(status)"))
  }

  @Test func acceptedCodeIsGood() throws {
    var settings = quick
    settings.accept = [403]
    #expect(try verdict(settings) { _ in .answer("403 Forbidden") } == .good)
  }

  @Test(arguments: ["405 Method Not Allowed", "501 Not Implemented", "403 Forbidden", "404 Not Found", "500 Oops"])
  func pageIsFetchedWhereHeadIsRefused(status: String) throws {
    let server = try HostileServer { .answer($0.method == "HEAD" ? status : "200 OK") }
    defer { server.stop() }
    #expect(try verdicts([server.url + "/x"]) == [.good])
    #expect(server.asked == ["HEAD /x", "GET /x"])
  }

  @Test func hostThatKnowsNoHeadIsNotAskedForItAgain() throws {
    let server = try HostileServer { .answer($0.method == "HEAD" ? "405 Method Not Allowed" : "200 OK") }
    defer { server.stop() }
    var settings = quick
    settings.perHost = 1
    #expect(try verdicts([server.url + "/a", server.url + "/b"], settings) == [.good, .good])
    #expect(server.asked.sorted() == ["GET /a", "GET /b", "HEAD /a"])
  }

  @Test func failureThatPassesIsNone() throws {
    let server = try HostileServer { [count = Counter()] _ in .answer(count.next() < 3 ? "500 Oops" : "200 OK") }
    defer { server.stop() }
    #expect(try verdicts([server.url + "/x"]) == [.good])
    #expect(server.log.count == 3)
  }

  @Test func failureThatStaysIsBroken() throws {
    #expect(try verdict { _ in .answer("500 Oops") } == .broken("answers 500 Internal Server Error"))
  }

  @Test func gatewayThatFailsIsUnreachable() throws {
    #expect(try verdict { _ in .answer("502 Oops") } == .unreachable("answers 502 Bad Gateway"))
  }
}
