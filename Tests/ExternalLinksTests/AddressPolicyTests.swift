import SiteModel
import Testing

@testable import ExternalLinks

@Suite struct AddressPolicyTests {
  private func permits(_ address: String, allow: [String] = []) throws -> Bool {
    var settings = ExternalLinkSettings()
    settings.allow = allow
    return AddressPolicy(settings).permits(try #require(IPAddress(address)))
  }

  @Test(arguments: [
    "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.255.255", "169.254.169.254", "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1", "198.18.0.1", "224.0.0.1", "255.255.255.255", "::", "::1", "::ffff:10.0.0.1", "::10.0.0.1",
    "64:ff9b::a00:1", "2002:a00:1::", "2001:0:1::1", "fc00::1", "fdff::1", "fe80::1", "fec0::1", "ff02::1",
    "2001:db8::1",
  ]) func specialAddressIsRefused(address: String) throws {
    #expect(try !permits(address))
  }

  @Test(arguments: [
    "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "172.15.255.255", "172.32.0.0",
    "192.167.0.1",
    "223.255.255.255", "2606:4700:4700::1111", "64:ff9b::101:101", "2002:101:101::",
  ]) func publicAddressIsPermitted(address: String) throws {
    #expect(try permits(address))
  }

  @Test func rangeIsAllowedWhereTheSiteSaysSo() throws {
    #expect(try permits("10.20.3.4", allow: ["10.20.0.0/16"]))
    #expect(try !permits("10.21.3.4", allow: ["10.20.0.0/16"]))
    #expect(try permits("fd00::1", allow: ["fd00::/8"]))
    #expect(try permits("10.7.255.1", allow: ["10.0.0.0/13"]))
    #expect(try !permits("10.8.0.1", allow: ["10.0.0.0/13"]))
  }

  @Test(arguments: ["10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "fd00::/129", "wiki", "1.2.3", "/8", ""])
  func otherTextIsNoRange(text: String) {
    #expect(AddressRange(text) == nil)
  }

  @Test func hostIsAllowedByName() throws {
    var settings = ExternalLinkSettings()
    settings.allow = ["Wiki.corp", "*.apps.corp", "build:8443"]
    let policy = AddressPolicy(settings)
    func permits(_ url: String) throws -> Bool { policy.permits(host: try #require(WebAddress(url))) }
    #expect(try permits("https://wiki.corp/a"))
    #expect(try permits("http://wiki.corp:8080/"))
    #expect(try permits("https://a.b.apps.corp/"))
    #expect(try permits("https://build:8443/"))
    #expect(try !permits("https://build/"))
    #expect(try !permits("https://wiki.corp.evil.org/"))
    #expect(try !permits("https://notapps.corp/"))
  }

  @Test func addressIsWrittenShort() throws {
    #expect(IPAddress("::ffff:10.0.0.1")?.text == "10.0.0.1")
    #expect(IPAddress("fe80:0:0::1")?.text == "fe80::1")
  }
}
