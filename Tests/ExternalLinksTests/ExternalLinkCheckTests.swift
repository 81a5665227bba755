import Bytes
import Diagnostics
import SiteModel
import TestSupport
import Testing

@testable import ExternalLinks

@Suite struct ExternalLinkCheckTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Findings as "rule: message", in report order.
  private func check(
    _ urls: [String], _ settings: ExternalLinkSettings = quick, offline: Bool = false, now: Int = 0,
    environment: [String: String] = [:]
  ) throws -> [String] {
    try findings(urls, settings, offline: offline, now: now, environment: environment)
      .map { "\($0.rule.id): \($0.message)" }
  }

  private func findings(
    _ urls: [String], _ settings: ExternalLinkSettings = quick, offline: Bool = false, now: Int = 0,
    environment: [String: String] = [:]
  ) throws -> [Diagnostic] {
    let references = urls.enumerated().map { line, url in
      ExternalReference(
        url: url, span: SourceSpan(path: "a.md", line: line + 1, length: url.utf8.count), isRewritable: true)
    }
    let check = ExternalLinkCheck(
      settings, cachePath: folder.path + "/links.txt", isOffline: offline, now: now, environment: { environment[$0] })
    return try check.run(references).diagnostics.sorted(by: Diagnostic.precedes)
  }

  @Test func addressIsAskedForOnceAndEveryPlaceIsTold() throws {
    let server = try HostileServer { _ in .answer("404 Not Found") }
    defer { server.stop() }
    let found = try findings([server.url + "/a#x", server.url + "/a", server.url + "/a"])
    #expect(found.map(\.rule.id) == Array(repeating: "failing-external-link", count: 3))
    #expect(found.compactMap(\.span?.line) == [1, 2, 3])
    #expect(found.map(\.message)[0] == "'\(server.url)/a' answers 404 Not Found")
    #expect(server.asked == ["GET /a"])
  }

  @Test func whatFailsAgainIsBroken() throws {
    let server = try HostileServer { _ in .answer("404 Not Found") }
    defer { server.stop() }
    let url = server.url + "/a"
    #expect(try check([url]) == ["failing-external-link: '\(url)' answers 404 Not Found"])
    #expect(try check([url], now: 60) == ["broken-external-link: '\(url)' answers 404 Not Found"])
    #expect(try check([url], now: 60 + 31 * 86_400) == ["failing-external-link: '\(url)' answers 404 Not Found"])
  }

  @Test func failureIsNeverBelieved() throws {
    let count = Counter()
    let server = try HostileServer { _ in .answer(count.next() < 3 ? "404 Not Found" : "200 OK") }
    defer { server.stop() }
    #expect(try check([server.url + "/a"]).count == 1)
    #expect(try check([server.url + "/a"], now: 1) == [])
    #expect(try check([server.url + "/a"], now: 2) == [])
    #expect(server.log.count == 3)
  }

  @Test func goodAnswerIsBelievedForItsTime() throws {
    let server = try HostileServer { _ in .answer("200 OK") }
    defer { server.stop() }
    for now in [0, 6 * 86_400, 8 * 86_400] { #expect(try check([server.url + "/a"], now: now) == []) }
    #expect(server.log.count == 2)
  }

  @Test func withoutTheWebTheCacheIsBelieved() throws {
    let server = try HostileServer { .answer($0.path == "/a" ? "404 Not Found" : "200 OK") }
    defer { server.stop() }
    let urls = [server.url + "/a", server.url + "/b"]
    _ = try check(urls)
    let asked = server.log.count
    let found = try check(urls + [server.url + "/c"], offline: true)
    #expect(
      found == [
        "unchecked-external-link: 1 external link was not checked: the cache knows nothing of it",
        "broken-external-link: '\(urls[0])' answers 404 Not Found",
      ])
    #expect(server.log.count == asked)
  }

  @Test func anchorsAreLookedForAndRemembered() throws {
    let server = try HostileServer { _ in
      .answer("200 OK", fields: ["Content-Type: text/html; charset=utf-8"], body: Array("<h1 id='here'>".utf8))
    }
    defer { server.stop() }
    let urls = [server.url + "/a#here", server.url + "/a#there", server.url + "/a#top", server.url + "/a"]
    let finding = "broken-external-anchor: '\(server.url)/a' has no anchor '#there'"
    #expect(try check(urls) == [finding])
    #expect(server.asked == ["GET /a"])
    #expect(try check([urls[0]], now: 1) == [])
    #expect(server.log.count == 1)
    #expect(try check(urls, now: 2) == [finding])
    #expect(try check(urls, offline: true, now: 3) == [finding])
  }

  @Test(arguments: ["text/plain", "application/pdf"]) func anchorsOfOtherFormatsAreNotJudged(type: String) throws {
    let server = try HostileServer { _ in .answer("200 OK", fields: ["Content-Type: \(type)"], body: [0x61]) }
    defer { server.stop() }
    #expect(try check([server.url + "/a#x"]) == [])
  }

  @Test func movedPageIsToldWithItsFix() throws {
    let server = try HostileServer {
      $0.path == "/old" ? .answer("301 Moved", fields: ["Location: /new(1)"]) : .answer("200 OK")
    }
    defer { server.stop() }
    let found = try findings([server.url + "/old#part"])
    #expect(found.map(\.message) == ["'\(server.url)/old' has moved to '\(server.url)/new(1)'"])
    #expect(found.first?.fix?.text == server.url + "/new%281%29#part")
  }

  @Test func frontPageIsNoNewPlace() throws {
    let server = try HostileServer {
      $0.path == "/old" ? .answer("301 Moved", fields: ["Location: /"]) : .answer("200 OK")
    }
    defer { server.stop() }
    let found = try findings([server.url + "/old"])
    #expect(found.first?.fix == nil)
    #expect(found.first?.help == "That is a front page; look for what the old page was about.")
  }

  @Test func whatIsNotWantedIsNotAsked() throws {
    let server = try HostileServer { _ in .answer("404 Not Found") }
    defer { server.stop() }
    var settings = quick
    settings.exclude = PathPatterns(["127.0.0.1:*/private"])
    let urls = [
      server.url + "/private/a?b", "mailto:a@b.org", "http://localhost:1/", "https://example.com/", "http://a.invalid/",
    ]
    #expect(try check(urls, settings) == [])
    #expect(server.log.isEmpty)
  }

  @Test func hostThatIsNotPublicIsToldOnce() throws {
    var settings = quick
    settings.allow = ["localhost"]
    let server = try HostileServer { _ in .answer("302 Found", fields: ["Location: http://127.0.0.2:1/"]) }
    defer { server.stop() }
    let urls = (0..<3).map { "http://localhost:\(server.port)/\($0)" }
    #expect(
      try check(urls, settings) == [
        "unchecked-external-link: 3 external links were not checked: '127.0.0.2' is at 127.0.0.2, "
          + "which is no public address"
      ])
  }

  @Test func headersGoToTheirHostOverTLSAlone() throws {
    let server = try HostileServer { _ in .answer("200 OK") }
    defer { server.stop() }
    var settings = quick
    settings.hosts = [.init(name: "127.0.0.1:\(server.port)", headers: [("Authorization", "TOKEN")])]
    _ = try check([server.url + "/a"], settings, environment: ["TOKEN": "secret"])
    #expect(server.log.first?.text.contains("secret") == false)
  }

  @Test func otherFileIsNotOverwritten() throws {
    try folder.write(Array("notes".utf8), to: "links.txt")
    #expect(throws: ExternalLinkCheck.Failure.self) { try check(["https://example.com/"]) }
    #expect(folder.text("links.txt") == "notes")
  }
}
