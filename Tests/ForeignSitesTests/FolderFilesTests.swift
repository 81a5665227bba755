import Diagnostics
import Files
import ForeignSites
import SiteModel
import Testing
import YAML

@Suite struct FolderFilesTests {
  private func read(_ files: [String: String]) -> Outcome<FolderFiles.Reading> {
    let tree = FileTree(name: "docs", files: files.mapValues { Array($0.utf8) })
    return FolderFiles.read(tree, paths: tree.list().value)
  }

  @Test func readsAListOfPages() {
    let reading = read([
      "a/.pages": """
      title: The A
      nav:
        - README.md
        - How to: how-to
        - b.md
        - Site: https://example.com
        - Section:
            - c.md
        - "": ""
        - ... | x-*.md
        - ...
      """, "a/README.md": "", "a/how-to/d.md": "",
    ])
    #expect(reading.findings == [])
    #expect(reading.value.folders["a"]?.title == "The A")
    #expect(
      reading.value.folders["a"]?.entries?.outline == [
        "a/README.md", "How to: a/how-to/", "a/b.md", "Site: <https://example.com>", "Section: ", "  a/c.md", "... |",
        "...",
      ])
  }

  @Test func olderListsEndWithWhatTheyDoNotName() {
    #expect(read([".pages": "arrange: [b.md]", "b.md": ""]).value.folders[""]?.entries?.outline == ["b.md", "..."])
    #expect(
      read([".pages": "arrange: [..., b.md]", "b.md": ""]).value.folders[""]?.entries?.outline == ["...", "b.md"])
  }

  @Test func readsHowAFolderIsShown() {
    let folder = read([
      "a/.pages": "hide: true\ncollapse_single_pages: true\norder: desc\norder_by: title\nsort_type: natural\n",
      "a/b.md": "",
    ]).value.folders["a"]
    #expect(folder?.isHidden == true)
    #expect(folder?.collapsesSinglePage == true)
    #expect(folder?.order.isDescending == true)
    #expect(folder?.order.isByTitle == true)
    #expect(folder?.order.isNatural == true)
  }

  @Test func reportsKeysOfOtherPlugins() {
    let reading = read([".pages": "nav: ['... | regex=x', '... | flat']\nconditional: [x]\n", "a.md": ""])
    #expect(
      reading.findings == [
        "docs/.pages:1:7 'regex=x' behind '...' is not read", "docs/.pages:1:24 'flat' behind '...' is not read",
        "docs/.pages:2:1 'conditional' of '.pages' has no counterpart",
      ])
  }

  @Test func readsACategory() {
    let reading = read([
      "01-guides/_category_.json": """
      {"label": "Guides", "position": 2, "collapsed": false,
       "link": {"type": "generated-index", "title": "All guides", "description": "Every one.", "slug": "/all"}}
      """, "01-guides/a.md": "",
    ])
    let folder = reading.value.folders["01-guides"]
    #expect(reading.findings == [])
    #expect(folder?.title == "Guides")
    #expect(folder?.pageTitle == "All guides")
    #expect(folder?.description == "Every one.")
    #expect(folder?.weight == 2)
    #expect(reading.value.redirects.map { "\($0.from.value) \($0.to.value)" } == ["/all 01-guides/"])
  }

  @Test func aListOfACategoryHasAnAddressOfItsOwn() {
    let reading = read(["a/_category_.yml": "label: First Steps\nlink: {type: generated-index}\n", "a/b.md": ""])
    #expect(reading.value.redirects.map(\.from.value) == ["/category/first-steps"])
    #expect(read(["a/_category_.yml": "label: A\nlink: null", "a/b.md": ""]).value.redirects.isEmpty)
    #expect(
      read(["a/_category_.yml": "lable: A", "a/b.md": ""]).findings == [
        "docs/a/_category_.yml:1:1 category has no key 'lable'"
      ])
  }
}
