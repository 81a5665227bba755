import Diagnostics
import Testing

@testable import SiteModel

@Suite struct RedirectTests {
  /// A site whose page `guides/a.md` has an alias.
  private func alias(_ alias: String) -> Outcome<Site> {
    assemble(["guides/a.md": "---\naliases: ['\(alias)']\n---\n", "guides/b.md": "", "file.html": ""])
  }

  /// A site with a redirect in its settings.
  private func redirect(from: String = "/old/", to: String) -> Outcome<Site> {
    assemble([
      "portico.yaml": "title: A\nredirects: {'\(from)': '\(to)'}", "guides/a.md": "## Part\n", "x.pdf": "",
    ])
  }

  private func shown(_ site: Outcome<Site>) -> [String] {
    site.value.redirects.map { "/\($0.sitePath) -> \($0.target)" }
  }

  // MARK: From

  @Test(arguments: [
    ("/old/", "/old/"), ("/old", "/old/"), ("/old.html", "/old.html"), ("old", "/guides/old/"),
    ("../old/", "/old/"), ("/old/page.html", "/old/page.html"), ("/a%20b/", "/a b/"), ("/old/?x#y", "/old/"),
  ])
  func leadsFromAnAliasToItsPage(_ alias: String, _ address: String) {
    let site = self.alias(alias)
    #expect(site.findings == [])
    #expect(shown(site) == ["\(address) -> guides/a/"])
  }

  @Test func leadsFromTheOldFileOfAPageToItsAddress() {
    let site = alias("/guides/a.html")
    #expect(site.findings == [])
    #expect(shown(site) == ["/guides/a.html -> guides/a/"])
  }

  @Test(arguments: ["../../old/", "/../old/", "https://example.com/", "/", "//example.com/old"])
  func refusesWhatIsNoAddressOfTheSite(_ alias: String) {
    let site = self.alias(alias)
    #expect(
      site.findings == [
        "content/guides/a.md:2:11 redirect-target: '\(alias)' is no address below the root of the site"
      ])
    #expect(site.diagnostics.map(\.help) == ["Write the path of the old address, such as '/guides/old/'."])
    #expect(shown(site) == [])
  }

  // MARK: To

  @Test(arguments: [
    ("guides/a.md", "guides/a/"), ("/guides/a/", "guides/a/"), ("guides/a.md#part", "guides/a/#part"),
    ("https://example.com/x", "https://example.com/x"), ("x.pdf", "x.pdf"), ("/", ""),
  ])
  func leadsWhereTheSettingsSay(_ target: String, _ shown: String) {
    let site = redirect(to: target)
    #expect(site.findings == [])
    #expect(self.shown(site) == ["/old/ -> \(shown)"])
  }

  @Test(arguments: ["/gone/", "#part", "../x", ""])
  func reportsARedirectThatLeadsNowhere(_ target: String) {
    let site = redirect(to: target)
    #expect(
      site.findings == [
        "content/portico.yaml:2:22 redirect-target: the redirect from '/old/' leads to '\(target)', which is no page"
      ])
    #expect(shown(site) == [])
  }

  @Test func saysWhatARedirectMisses() {
    #expect(
      redirect(to: "guides/a.md#prat").findings == [
        "content/portico.yaml:2:22 redirect-target: the redirect from '/old/' leads to 'guides/a.md#prat', and the page 'A'"
          + " has no anchor '#prat'"
      ])
    #expect(redirect(to: "guides/a.md#prat").diagnostics.map(\.help) == ["Did you mean '#part'?"])
    #expect(redirect(to: "/guide/a.md").diagnostics.map(\.help) == ["Did you mean 'guides/a.md'?"])
  }

  // MARK: Chains

  /// The site of some redirects, and a page `a.md` with an alias.
  private func chain(_ redirects: String) -> Outcome<Site> {
    assemble([
      "portico.yaml": "title: A\nredirects:\n" + redirects, "a.md": "---\naliases: [/a1/]\n---\n", "b.md": "",
    ])
  }

  @Test func leadsFromARedirectOfARedirectToItsEnd() {
    let site = chain("  /b2/: /b1/\n  /b1/: /b0\n  /b0/: b.md\n  /a2/: /a1/\n  /x/: /away\n  /away/: https://x.org/")
    #expect(
      shown(site).sorted() == [
        "/a1/ -> a/", "/a2/ -> a/", "/away/ -> https://x.org/", "/b0/ -> b/", "/b1/ -> b/", "/b2/ -> b/",
        "/x/ -> https://x.org/",
      ])
    #expect(site.diagnostics.map(\.rule) == Array(repeating: .redirectChain, count: 4))
    #expect(
      site.diagnostics.map(\.help) == ["Write 'b.md'.", "Write 'b.md'.", "Write 'a.md'.", "Write 'https://x.org/'."])
    #expect(site.diagnostics.map { $0.fix?.text } == ["b.md", "b.md", "a.md", "https://x.org/"])
  }

  @Test func reportsRedirectsThatLeadInACircle() {
    let site = chain("  /x/: /y/\n  /y/: /z/\n  /z/: /y/\n  /s/: /s/")
    #expect(
      site.findings
        == [
          ("3:8", "x", "y"), ("4:8", "y", "z"), ("5:8", "z", "y"), ("6:8", "s", "s"),
        ].map {
          "content/portico.yaml:\($0) redirect-target: the redirect from '/\($1)/' leads to '/\($2)/' and from there in a circle"
        })
    #expect(shown(site) == ["/a1/ -> a/"])
  }

  @Test func takesNothingForARedirectWhereAPageIs() {
    let site = chain("  /b/: a.md\n  /x/: /b/")
    #expect(site.diagnostics.map(\.rule) == [.urlCollision])
    #expect(shown(site) == ["/a1/ -> a/", "/x/ -> b/"])
  }

  @Test(arguments: ["javascript:alert(1)", "data:text/html,x", "mailto:ann@example.com", "//example.com/"])
  func refusesWhatIsNoWebAddress(_ target: String) {
    let site = redirect(to: target)
    #expect(site.diagnostics.map(\.rule) == [.redirectTarget])
    #expect(shown(site) == [])
  }

  @Test func writesTheTargetFromTheRoot() {
    #expect(Redirect(sitePath: "old/", target: "guides/a/", page: nil).href(root: "../") == "../guides/a/")
    #expect(Redirect(sitePath: "old/", target: "https://x.org/", page: nil).href(root: "../") == "https://x.org/")
  }

  // MARK: Collisions

  @Test(arguments: [
    (
      "/guides/b/", "the redirect from '/guides/b/' and 'guides/b.md' would both be published at '/guides/b/index.html'"
    ),
    (
      "/guides/a/", "the redirect from '/guides/a/' and 'guides/a.md' would both be published at '/guides/a/index.html'"
    ),
    ("/guides/", "the redirect from '/guides/' and the page 'Guides' would both be published at '/guides/index.html'"),
    ("/file.html", "the redirect from '/file.html' and 'file.html' would both be published at '/file.html'"),
    (
      "/Guides/B/",
      "the redirect from '/Guides/B/' and 'guides/b.md' would both be published at '/Guides/B/index.html' and"
        + " '/guides/b/index.html', which differ in letter case alone"
    ),
  ])
  func reportsAnAliasWhoseAddressIsTaken(_ alias: String, _ message: String) {
    let site = self.alias(alias)
    #expect(site.findings == ["content/guides/a.md:2:11 url-collision: \(message)"])
    #expect(site.diagnostics.map(\.help) == ["Remove the redirect, or move the page."])
    #expect(shown(site) == [])
  }

  @Test func reportsTwoRedirectsFromOneAddress() {
    let site = assemble(["a.md": "---\naliases: [/old/]\n---\n", "b.md": "---\naliases: [/old]\n---\n"])
    #expect(
      site.findings == [
        "content/b.md:2:11 url-collision: the redirect from '/old/' and the redirect from '/old/' would both be published"
          + " at '/old/index.html'"
      ])
    #expect(shown(site) == ["/old/ -> a/"])
  }

  @Test func reportsARedirectBelowAFile() {
    let site = assemble(["portico.yaml": "title: A\nredirects: {/x.pdf: a.md}", "a.md": "", "x.pdf": ""])
    #expect(site.diagnostics.map(\.rule.id) == ["url-collision"])
  }

  @Test func makesNoRedirectForAliasesOfDrafts() {
    #expect(shown(assemble(["a.md": "---\ndraft: true\naliases: [/old/]\n---\n"])) == [])
  }
}
