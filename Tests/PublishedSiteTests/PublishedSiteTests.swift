import Diagnostics
import Files
import PublishedSite
import TestSupport
import Testing

@Suite struct PublishedSiteTests {
  private static let site = [
    "index.html": "<p id=start>", "c/index.html": "<p id=part><a name=old>", "d.html": "<p id='größe'><p id='50%25'>",
    "e/f.txt": "", "two words.txt": "", "caf\u{E9}.html": "", "guide.pdf": "", ".well-known/security.txt": "",
    "sprite.svg": "<svg><symbol id='home'/></svg>", "moved.html": "<meta http-equiv=refresh content='0;url=d.html'>",
  ]

  @Test func takesEveryWayToWriteAnAddressThatIsRight() async {
    let addresses = [
      "", "#", "#top", "#TOP", "?q", "../../", "../..", "/", "../../index.html#start", "../../c/", "../../c/#part",
      "../../c/#old",
      "../../c/index.html", "../../d.html#größe", "../../d.html#gr%C3%B6%C3%9Fe", "../../d.html#50%25",
      "../../../../../d.html",
      "../../x/../d.html", "/two%20words.txt", "/two words.txt", "/caf%C3%A9.html", "/guide.pdf#page=2",
      "/d.html#:~:text=x",
      "/d.html#größe:~:text=x", "/.well-known/security.txt", "/sprite.svg#home",
      "/sprite.svg#svgView(viewBox(0,0,1,1))",
      "/moved.html#any", "/d.html#/route", "#!", "//x/y", "mailto:a",
      "//other.example/x",
    ]
    #expect(await broken(addresses, besides: Self.site) == [])
  }

  @Test func findsEveryWayToWriteAnAddressThatIsWrong() async {
    let addresses = [
      "../c/", "x", "../../C/", "../../d", "../../d.html/", "../../e/", "../../c", "../../c/#Part", "../../c/#gone",
      "#gone",
      "/two+words.txt", "/cafe%CC%81.html", "/two%2520words.txt", "/sprite.svg#gone", "/index.html#", "/d.HTML",
      "/e/f.txt/",
    ]
    let right = ["/index.html#"]
    #expect(await broken(addresses, besides: Self.site) == addresses.filter { !right.contains($0) })
  }

  @Test func tellsTheWayOut() async {
    let files = [
      "guides/index.html": """
      <a href="../Setup/">
      <a href="../setpu/?a=1#b">
      <img src="/caf%65%CC%81.png">
      <a href=../setup><a href="../assets/">
      <a href="../setup/index.html/">
      <a href="../setup/#install">
      """,
      "setup/index.html": "<p id=instal>", "caf\u{E9}.png": "", "assets/a.png": "",
    ]
    #expect(
      await findings(files) == [
        "guides/index.html:1:10 broken-link: no page or file '../Setup/': the letter case is wrong (It is spelt '../setup/'.)",
        "guides/index.html:2:10 broken-link: no page or file '../setpu/?a=1#b' (Did you mean '../setup/?a=1#b'?)",
        "guides/index.html:3:11 broken-link: no page or file '/caf%65%CC%81.png': its characters are composed in another way"
          + " (Write '/caf%C3%A9.png'.)",
        "guides/index.html:4:9 missing-slash: '../setup' lacks the slash of a folder (Write '../setup/': nginx redirects to it.)",
        "guides/index.html:4:27 broken-link: '../assets/' is a folder without 'index.html'"
          + " (Link to a file in it, or add that one.)",
        "guides/index.html:5:10 broken-link: '../setup/index.html/' is a file and has no slash behind it"
          + " (Write '../setup/index.html'.)",
        "guides/index.html:6:10 broken-anchor: no anchor '#install' in 'setup/index.html' (Did you mean '#instal'?)",
      ])
  }

  @Test func knowsWhereTheSiteBegins() async {
    let base = "https://example.com/docs/"
    let files = ["index.html": "", "d.html": ""]
    #expect(
      await broken(
        [
          "/docs/d.html", "/docs/", "../../d.html", "https://example.com/docs/d.html#top", "/blog/",
          "https://example.com/blog/",
        ],
        besides: files, baseURL: base) == [])
    #expect(
      await broken(
        ["/d.html", "../../../d.html", "/docs/x", "https://example.com/docs/x", "//example.com/docs/x"], besides: files,
        baseURL: base
      ).count == 5)
    #expect(
      await findings(["index.html": "<a href='/d.html#x'>", "d.html": ""], baseURL: base) == [
        "index.html:1:10 broken-link: '/d.html#x' lacks the base path '/docs/' (Write '/docs/d.html#x'.)"
      ])
  }

  @Test func followsFromTheBaseOfAPage() async {
    let files = ["c/d.html": "<p id=x>", "c/index.html": ""]
    #expect(await broken(["d.html", "d.html#x", "../a/b/", "/c/"], besides: files, head: "<base href=/c/>") == [])
    #expect(await broken(["#x", "../../c/d.html"], besides: files, head: "<p id=x><base href=../../c/>") == ["#x"])
    #expect(await broken(["gone", "/gone"], head: "<base href=https://other.example/>") == [])
  }

  @Test func takesTheLinesThatAScriptShowsForThere() async {
    let code = ["code.html": "<a id=1><a id=2><a id=3><p id=2024-01>"]
    #expect(
      await broken(["/code.html#1-3", "/code.html#2024-01", "/code.html#1-4", "/code.html#1-"], besides: code) == [
        "/code.html#1-4", "/code.html#1-",
      ])
  }

  @Test func seeksNothingThatIsSpeltAlikeAmongVeryManyFaults() async {
    let links = String(repeating: "<a href=Gone.html><a href=gono.html>", count: 2_501)
    let found = await findings(["index.html": links, "gone.html": ""])
    #expect(found.filter { $0.contains("It is spelt 'gone.html'.") }.count == 2_501)
    #expect(found.filter { $0.contains("Did you mean") }.count == 0)
  }

  @Test func findsFaultWithAFolderWithoutPages() async {
    let report = await SiteFolder(FileTree(name: "out", files: ["a.txt": []]), jobs: 1).check(
      at: SiteAddress(), on: .nginx)
    #expect(report.diagnostics.map(\.rule.id) == ["empty-site"])
    #expect(report.diagnostics.first?.span?.path == "out")
  }

  @Test func reportsEachPlace() async {
    #expect(await findings(["index.html": "<a href=x></a>\n<a href=x></a><img srcset='x 1x, x 2x'>"]).count == 4)
  }

  @Test func reportsTheSecondOfTwoElementsWithAnId() async {
    let page = "<p id=a>\n<a name=a id=b></a>\n<svg><g id=\"a\"/></svg><p id=A>"
    #expect(
      await findings(["index.html": page]) == [
        "index.html:3:13 repeated-id: the id 'a' is that of another element of the page (Give each element an id of its own.)"
      ])
  }

  @Test func followsStyleSheetsFromWhereTheyLie() async {
    let files = [
      "index.html": "<p style='a:url(css/i.png)'>", "css/a.css": "@import 'b.css'; a{b:url(i.png)url(../css/gone.png)}",
      "css/b.css": "", "css/i.png": "",
    ]
    #expect(await findings(files) == ["css/a.css:1:36 broken-link: no page or file '../css/gone.png'"])
  }

  @Test func doesNotCountWhatALinkOfTheFileSystemLeadsOutTo() async throws {
    let folder = try TemporaryFolder()
    try folder.write("<a href=in.txt><a href=out.txt>", to: "site/index.html")
    try folder.write("", to: "site/real.txt")
    try folder.write("", to: "out.txt")
    try folder.link("site/in.txt", to: "real.txt")
    try folder.link("site/out.txt", to: "../out.txt")
    let report = await SiteFolder(FileTree(folder: folder.path + "/site"), jobs: 1).check(at: SiteAddress(), on: .nginx)
    #expect(report.diagnostics.map(\.message) == ["no page or file 'out.txt'"])
  }

  @Test func findsTheSameWithAnyNumberOfJobs() async {
    let pages = (0..<40).map { ("p\($0).html", "<a href=gone\($0)><a href='p\(($0 + 1) % 40).html#x'>") }
    let tree = FileTree(name: "", files: Dictionary(uniqueKeysWithValues: pages.map { ($0, Array($1.utf8)) }))
    let one = await SiteFolder(tree, jobs: 1).check(at: SiteAddress(), on: .nginx)
    let many = await SiteFolder(tree, jobs: 8).check(at: SiteAddress(), on: .nginx)
    #expect(one.diagnostics.count == 80)
    #expect(one.diagnostics.map(\.message) == many.diagnostics.map(\.message))
  }
}
