import PublishedSite
import Testing

@Suite struct HostingProfileTests {
  private static let site = [
    "file.html": "", "folder/index.html": "", "both.html": "", "both/index.html": "", "plain/x.txt": "",
    "Case.html": "",
    "half.html": "", "half/x.txt": "",
  ]

  /// Of some addresses, those that a host finds fault with.
  @Test(arguments: [
    (
      HostingProfile.nginx,
      ["/file", "/file/", "/folder", "/both", "/plain", "/plain/", "/case.html", "/half", "/half/"]
    ),
    (.githubPages, ["/file/", "/folder", "/plain", "/plain/", "/case.html", "/half/"]),
    (.gitlabPages, ["/folder", "/both", "/plain", "/plain/", "/case.html", "/half"]),
    (
      .s3,
      ["/file", "/file/", "/folder", "/both", "//file.html", "/plain", "/plain/", "/case.html", "/half", "/half/"]
    ),
    (.netlify, ["/folder", "/plain", "/plain/"]),
  ])
  func decidesAboutSlashesAndExtensions(host: HostingProfile, wrong: [String]) async {
    let addresses = [
      "/file", "/file/", "/file.html", "/folder", "/folder/", "/folder/index.html", "/both", "/both/", "/.//file.html",
      "/plain", "/plain/", "/case.html", "/half", "/half/",
    ]
    let expected = wrong.map { $0 == "//file.html" ? "/.//file.html" : $0 }
    #expect(await broken(addresses, besides: Self.site, hosting: host) == addresses.filter(expected.contains))
  }

  @Test func reportsNameTheHost() async {
    let files = ["index.html": "<a href=guide>", "guide.html": ""]
    #expect(
      await findings(files) == [
        "index.html:1:9 broken-link: no page or file 'guide': nginx wants the extension of a file (Write 'guide.html'.)"
      ])
    #expect(await findings(files, hosting: .githubPages) == [])
  }
}
