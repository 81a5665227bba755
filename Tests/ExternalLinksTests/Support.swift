import SiteModel
import TestSupport

@testable import ExternalLinks

/// Settings without pauses, for the address that the tests' servers have.
let quick: ExternalLinkSettings = {
  var settings = ExternalLinkSettings()
  settings.allow = ["127.0.0.1"]
  settings.pause = .zero
  settings.backoff = .milliseconds(5)
  settings.runTimeout = .seconds(60)
  return settings
}()

/// The same, for servers that keep one waiting.
let impatient: ExternalLinkSettings = {
  var settings = quick
  settings.firstByteTimeout = .milliseconds(200)
  settings.wholeTimeout = .milliseconds(400)
  settings.retries = 1
  return settings
}()

/// What asking for some URLs gives.
func verdicts(_ urls: [String], _ settings: ExternalLinkSettings = quick, anchors: Set<String> = []) throws -> [Verdict]
{
  let targets = urls.compactMap { WebAddress($0) }.map { Target(address: $0, anchors: anchors) }
  var crawl = try Crawl(targets, settings: settings)
  return crawl.run().map(\.verdict)
}

/// What one answer of a server means for the URL `/x`.
func verdict(
  _ settings: ExternalLinkSettings = quick, anchors: Set<String> = [],
  of reply: @escaping @Sendable (HostileServer.Request) -> HostileServer.Reply
) throws -> Verdict {
  let server = try HostileServer(reply)
  defer { server.stop() }
  return try verdicts([server.url + "/x"], settings, anchors: anchors)[0]
}
