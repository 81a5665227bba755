import Testing

@testable import Markup

@Suite struct MetaRefreshTests {
  @Test(arguments: [
    ("0;url=x", ["x"]), ("0; URL = 'x' y", ["x"]), ("5,x", ["x"]), ("0.5 x", ["x"]), ("0;url=&quot;x&quot;", ["x"]),
    ("5", []), ("0;", []), ("url=x", []), ("0;url", ["url"]), ("0x", []),
  ])
  func findsTheAddress(content: String, found: [String]) {
    #expect(addresses("<meta http-equiv=Refresh content=\"\(content)\">") == found)
  }

  @Test func tellsARedirectFromAPageThatIsReloaded() {
    #expect(MarkupFacts(of: Array("<meta http-equiv=refresh content='0;url=x'>".utf8), as: .html).isRedirect)
    #expect(!MarkupFacts(of: Array("<meta http-equiv=refresh content='10;url=x'>".utf8), as: .html).isRedirect)
  }
}
