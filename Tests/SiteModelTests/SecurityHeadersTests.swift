import Diagnostics
import SiteModel
import Testing

@Suite struct SecurityHeadersTests {
  private func read(_ yaml: String) -> (headers: SecurityHeaders, findings: [String]) {
    let read = settings("title: A\nsecurityHeaders:\n  \(yaml)")
    return (read.value.securityHeaders, read.findings)
  }

  @Test func nothingIsWrittenUnlessAServerIsNamed() {
    #expect(settings("title: A").value.securityHeaders.servers == [])
    #expect(read("servers: [netlify, nginx]").headers.servers == [.netlify, .nginx])
  }

  @Test func thePolicyAllowsWhatIsTheSitesOwn() {
    let fields = SecurityHeaders().fields
    #expect(fields[0].name == "Content-Security-Policy")
    #expect(fields[0].value.hasPrefix("default-src 'self'; "))
    #expect(!fields[0].value.contains("unsafe"))
  }

  @Test func anotherServerIsReported() {
    #expect(
      read("servers: [ngnix]").findings
        == ["content/portico.yaml:3:13 setting-value: no file of headers is made for 'ngnix'"])
  }

  @Test(arguments: ["\"a \\\"b\\\"\"", "a $b", "ä"]) func aPolicyThatNoFieldCanHoldIsReported(policy: String) {
    let read = read("contentSecurityPolicy: \(policy)")
    #expect(read.findings == ["content/portico.yaml:3:26 setting-value: the policy holds what no header field may"])
    #expect(read.headers.contentSecurityPolicy == SecurityHeaders().contentSecurityPolicy)
  }
}
