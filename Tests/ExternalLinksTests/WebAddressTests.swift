import Testing

@testable import ExternalLinks

@Suite struct WebAddressTests {
  @Test(arguments: [
    ("HTTPS://Example.ORG:443", "https://example.org/"),
    ("http://a.org:80/b?c#d", "http://a.org/b?c"),
    ("http://a.org:8080?q", "http://a.org:8080/?q"),
    ("//a.org/b", "https://a.org/b"),
    (" https://a.org/ä b|{c} ", "https://a.org/%C3%A4%20b%7C%7Bc%7D"),
    ("https://a.org/%2F?x=%23#y", "https://a.org/%2F?x=%23"),
  ]) func isWrittenInOneWay(url: String, text: String) {
    #expect(WebAddress(url)?.text == text)
  }

  @Test(arguments: ["mailto:a@b.org", "data:,x", "ftp://a.org/", "page.md", "#part", "javascript:alert(1)", ""])
  func othersLeadToNoServer(url: String) {
    #expect(WebAddress(url) == nil)
  }

  @Test(arguments: [
    "http://localhost:8080/", "http://127.0.0.1/", "http://[::1]:80/", "https://example.com/a",
    "https://www.example.org/",
    "https://portal.example/", "http://nowhere.invalid/",
  ]) func exampleIsKnown(url: String) {
    #expect(WebAddress(url)?.isExample == true)
  }

  @Test(arguments: [
    "https://example.de/", "https://myexample.com/", "https://localhost.org/", "https://a.org/localhost",
  ])
  func othersAreNoExamples(url: String) {
    #expect(WebAddress(url)?.isExample == false)
  }
}
