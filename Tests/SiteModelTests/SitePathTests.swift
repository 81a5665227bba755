import Testing

@testable import SiteModel

@Suite struct SitePathTests {
  @Test(arguments: [("", ""), ("guides", "guides/"), ("a/b", "a/b/")])
  func givesFoldersASlash(_ folder: String, _ address: String) {
    #expect(SitePath.folder(folder, style: .clean) == address)
  }

  @Test(arguments: [("", "index.html"), ("guides", "guides/index.html")])
  func namesTheFilesOfFolders(_ folder: String, _ address: String) {
    #expect(SitePath.folder(folder, style: .file) == address)
  }

  @Test(arguments: [
    ("setup", "setup/", "setup.html"), ("guides/v1.10", "guides/v1.10/", "guides/v1.10.html"),
    ("a b/é", "a b/é/", "a b/é.html"),
  ])
  func givesPagesASlashOrAnExtension(_ path: String, _ clean: String, _ file: String) {
    #expect(SitePath.page(path, style: .clean) == clean)
    #expect(SitePath.page(path, style: .file) == file)
  }

  @Test(arguments: [
    ("", "index.html"), ("guides/", "guides/index.html"), ("setup.html", "setup.html"), ("404.html", "404.html"),
  ])
  func namesTheFileThatAnswers(_ address: String, _ file: String) {
    #expect(SitePath.outputFile(address) == file)
  }

  @Test(arguments: [
    ("", "./"), ("setup.html", "./"), ("guides/", "../"), ("guides/setup/", "../../"), ("a/b.html", "../"),
  ])
  func findsTheWayToTheRoot(_ address: String, _ prefix: String) {
    #expect(SitePath.rootPrefix(address) == prefix)
  }

  @Test func escapesAnAddressButNotItsSuffix() {
    let page = Page(sitePath: "a b/50%/", folder: "a b/50%", isFolderPage: true)
    #expect(page.href(root: "../", suffix: "?q=1#x") == "../a%20b/50%25/?q=1#x")
  }

  @Test func leadsToTheHomePage() {
    #expect(Page(sitePath: "", folder: "", isFolderPage: true).href(root: "../") == "../")
  }
}
