import Testing

@testable import PublishedSite

@Suite struct RouteTests {
  private func path(_ reference: String, baseURL: String? = "https://example.com/docs/") -> String? {
    var route = Route()
    route.follow(
      Array(reference.utf8)[...], from: DocumentBase(path: Array("docs/a/index.html".utf8)),
      in: SiteAddress(baseURL: baseURL))
    return route.place == .host ? String(decoding: route.path, as: UTF8.self) : nil
  }

  @Test(arguments: [
    ("", "docs/a/index.html"), ("#x", "docs/a/index.html"), ("?x", "docs/a/index.html"), (".", "docs/a/"),
    ("b", "docs/a/b"),
    ("./b/", "docs/a/b/"), ("../b", "docs/b"), ("..", "docs/"), ("../../../../b", "b"), ("b/../c", "docs/a/c"),
    ("b/%2e%2E/c", "docs/a/c"), ("/b", "b"), ("\\b\\c", "b/c"), ("b\\..\\c", "docs/a/c"), (" \n b \t", "docs/a/b"),
    ("b\n/c", "docs/a/b/c"), ("b%20c", "docs/a/b c"), ("b?c/../d", "docs/a/b"), ("b#c/../d", "docs/a/b"),
    ("...", "docs/a/..."),
    ("https:b", "docs/a/b"), ("https://example.com", ""), ("HTTPS://EXAMPLE.com:443/b?c#d", "b"),
    ("//example.com/b", "b"),
    ("\\\\example.com/b", "b"), ("http://example.com:80/b", "b"), ("./b:c/d", "docs/a/b:c/d"),
  ])
  func worksOutAddressesAsBrowsersDo(reference: String, path expected: String) {
    #expect(path(reference) == expected)
  }

  @Test(arguments: [
    "https://example.org/", "https://example.com:8443/", "//example.org", "mailto:a@example.com", "data:,x",
    "javascript:x",
    "tel:+1", "b:c", "https://user@example.com/",
  ])
  func leavesTheHost(reference: String) {
    #expect(path(reference) == nil)
  }

  @Test func knowsNoHostWithoutABaseURL() {
    #expect(path("https://example.com/", baseURL: nil) == nil)
  }
}
