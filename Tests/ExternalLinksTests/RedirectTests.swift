import SiteModel
import TestSupport
import Testing

@testable import ExternalLinks

@Suite struct RedirectTests {
  @Test(arguments: ["301 Moved Permanently", "308 Permanent Redirect"])
  func permanentRedirectIsTold(status: String) throws {
    let server = try HostileServer {
      $0.path == "/x" ? .answer(status, fields: ["Location: ../new?a#part"]) : .answer("200 OK")
    }
    defer { server.stop() }
    #expect(try verdicts([server.url + "/x"]) == [.moved(to: server.url + "/new?a")])
  }

  @Test func chainIsPermanentOnlyWhole() throws {
    let server = try HostileServer {
      switch $0.path {
      case "/x": .answer("301 Moved", fields: ["Location: /y"])
      case "/y": .answer("302 Found", fields: ["Location: /z"])
      default: .answer("200 OK")
      }
    }
    defer { server.stop() }
    #expect(try verdicts([server.url + "/x", server.url + "/y"]) == [.good, .good])
  }

  @Test func redirectToNothingIsBroken() throws {
    let server = try HostileServer {
      $0.path == "/x" ? .answer("302 Found", fields: ["Location: /gone"]) : .answer("404 Not Found")
    }
    defer { server.stop() }
    #expect(
      try verdicts([server.url + "/x"])
        == [.broken("redirects to '\(server.url)/gone', which answers 404 Not Found")])
  }

  @Test func circleEnds() throws {
    let found = try verdict { _ in .answer("302 Found", fields: ["Location: /x"]) }
    #expect(found == .unreachable("redirects in a circle, at least for who takes no cookies"))
  }

  @Test func wayWithoutEndEnds() throws {
    let server = try HostileServer { .answer("302 Found", fields: ["Location: \($0.path)x"]) }
    defer { server.stop() }
    guard case .unreachable(let reason) = try verdicts([server.url + "/"])[0] else {
      Issue.record("it has no end")
      return
    }
    #expect(reason.hasSuffix("redirects more than 10 times"))
    #expect(server.log.count == 11)
  }

  @Test func redirectWithoutAddressIsBroken() throws {
    #expect(try verdict { _ in .answer("302 Found") } == .broken("redirects (302) without saying where to"))
  }

  @Test(arguments: ["127.0.0.2", "localhost", "2130706434", "0x7f.2", "0177.0.0.2", "[::1]", "[::ffff:127.0.0.2]"])
  func privateAddressIsNotConnectedTo(host: String) throws {
    let server = try HostileServer { .answer("302 Found", fields: ["Location: http://\(host):\($0.lines.count)/"]) }
    defer { server.stop() }
    var settings = quick
    settings.allow = ["127.0.0.1"]
    if host == "localhost" { settings.allow = [server.url.replacing("http://", with: "")] }
    guard case .unchecked(.notPublic) = try verdicts([server.url + "/x"], settings)[0] else {
      Issue.record("\(host) was connected to")
      return
    }
  }
}
