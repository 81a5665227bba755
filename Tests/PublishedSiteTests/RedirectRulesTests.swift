import PublishedSite
import Testing

@Suite struct RedirectRulesTests {
  private static let rules = """
    # old pages
    /old /new 301
      /blog/*   /news/:splat
    /users/:name/posts /posts/:name
    """

  @Test func knowsWhatTheHostSendsElsewhere() async {
    let files = ["_redirects": Self.rules]
    let addresses = ["/old", "/old/", "/blog/", "/blog/a/b", "/users/a/posts", "/users/posts", "/older", "/new"]
    #expect(
      await broken(addresses, besides: files, hosting: .netlify) == ["/users/posts", "/older", "/new"])
    #expect(await broken(addresses, besides: files, hosting: .nginx) == addresses)
  }
}
