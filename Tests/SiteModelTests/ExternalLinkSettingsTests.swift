import Bytes
import Diagnostics
import Testing

@testable import SiteModel

@Suite struct ExternalLinkSettingsTests {
  private func read(_ lines: String) -> (value: ExternalLinkSettings, findings: [String], all: [Diagnostic]) {
    let indented = lines.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
    let outcome = settings("title: A\ncheck:\n  external:\n" + indented)
    return (outcome.value.check.external, outcome.findings, outcome.diagnostics)
  }

  @Test func readsAllKeys() {
    let external = read(
      """
      allow: [wiki.corp, 10.0.0.0/8]
      exclude: ["https://a.org/private", "!http://a.org/private/not"]
      accept: [403, 999]
      perHost: 4
      perMinute: 30
      concurrency: 8
      retries: 0
      timeouts: {connect: 1, firstByte: 2, whole: 3}
      minutes: 5
      keepGood: P1D
      keepBroken: PT90M
      hosts:
        - {host: Wiki.corp, headers: {Authorization: WIKI_TOKEN}}
      """)
    #expect(external.findings == [])
    #expect(external.value.allow == ["wiki.corp", "10.0.0.0/8"])
    #expect(external.value.exclude.lines == ["a.org/private", "!a.org/private/not"])
    #expect(external.value.accept == [403, 999])
    #expect(external.value.perHost == 4)
    #expect(external.value.pause == .seconds(2))
    #expect(external.value.concurrency == 8)
    #expect(external.value.retries == 0)
    #expect(external.value.connectTimeout == .seconds(1))
    #expect(external.value.firstByteTimeout == .seconds(2))
    #expect(external.value.wholeTimeout == .seconds(3))
    #expect(external.value.runTimeout == .seconds(300))
    #expect(external.value.keepGood == .seconds(86_400))
    #expect(external.value.keepBroken == .seconds(5_400))
    #expect(external.value.hosts.map(\.name) == ["wiki.corp"])
    #expect(external.value.hosts.first?.headers.first?.variable == "WIKI_TOKEN")
  }

  @Test(arguments: [
    ("perHost: 0", "'perHost' cannot be 0"), ("perMinute: 1000001", "'perMinute' cannot be 1000001"),
    ("accept: [ok]", "'ok' is no status code"), ("accept: [20]", "'20' is no status code"),
    ("timeouts: {whole: 9999}", "'whole' cannot be 9999"), ("pace: 3", "external has no key 'pace'"),
  ]) func wrongValueIsReported(line: String, message: String) {
    #expect(read(line).all.map(\.message) == [message])
  }

  @Test func secretInPlaceOfAVariableIsNotShown() {
    let external = read("hosts:\n  - {host: a.org, headers: {Authorization: Bearer abc123}}")
    #expect(external.all.map(\.message) == ["the header 'Authorization' does not name an environment variable"])
    #expect(external.all.map(\.hidesSource) == [true])
    #expect(external.value.hosts.first?.headers.isEmpty == true)
  }
}
