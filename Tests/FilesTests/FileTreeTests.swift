import Diagnostics
import Files
import Testing

@Suite struct FileTreeTests {
  private let memory = FileTree(
    name: "content",
    files: ["b.md": [2], "a/c.md": [3], ".git/x": [], "node_modules/y": [], "a/.z": [], "theme/layouts/page.html": [4]])

  @Test func listsMemoryAsADiskWouldBe() {
    #expect(memory.list().value == ["a/c.md", "b.md", "theme/layouts/page.html"])
    #expect(memory.list { $0.hasPrefix("theme/") }.value == ["a/c.md", "b.md"])
  }

  @Test func leavesOutWhatLiesInAnExcludedFolder() {
    #expect(memory.list { $0 == "theme" }.value == ["a/c.md", "b.md"])
  }

  @Test func laysTreesOverOneAnother() throws {
    let tree = FileTree(union: [
      FileTree(name: "site/docs", files: ["a.md": [1], "img/x.png": [2]]),
      FileTree(name: "site/static", files: ["a.md": [3], "img/y.png": [4]]),
    ])
    #expect(tree.list().value == ["a.md", "img/x.png", "img/y.png"])
    #expect(try tree.read("a.md") == [1])
    #expect(try tree.read("img/y.png") == [4])
    #expect(tree.displayPath("img/y.png") == "site/static/img/y.png")
    #expect(tree.displayPath("none") == "site/docs/none")
    #expect(tree.folder("img").list().value == ["x.png", "y.png"])
    #expect(throws: FileError.self) { try tree.read("none") }
  }

  @Test func readsMemory() throws {
    #expect(try memory.read("a/c.md") == [3])
  }

  @Test func saysWhyAFileCannotBeRead() {
    let error = #expect(throws: FileError.self) { try memory.read("none.md") }
    #expect(error?.path == "none.md")
    #expect(error?.reason == "No such file or directory")
  }

  @Test func containsFilesButNotFolders() {
    #expect(memory.contains("a/c.md"))
    #expect(!memory.contains("a"))
    #expect(memory.containsFolder("a"))
    #expect(!memory.containsFolder("b.md"))
    #expect(!memory.containsFolder("the"))
  }

  @Test func containsOnDiskWhatItContainsInMemory() throws {
    try withTemporaryFolder { folder in
      try put(at: folder + "/a/c.md")
      let tree = FileTree(folder: folder)
      #expect(tree.contains("a/c.md"))
      #expect(!tree.contains("a"))
      #expect(tree.containsFolder("a"))
      #expect(!tree.containsFolder("a/c.md"))
    }
  }

  @Test func takesAFolderOfMemory() throws {
    let theme = memory.folder("theme")
    #expect(theme.list().value == ["layouts/page.html"])
    #expect(try theme.read("layouts/page.html") == [4])
    #expect(theme.displayPath("layouts/page.html") == "content/theme/layouts/page.html")
    #expect(theme.diskPath("layouts/page.html") == nil)
  }

  @Test func takesAFolderOfADisk() throws {
    try withTemporaryFolder { folder in
      try put("x", at: folder + "/theme/a.css")
      let theme = FileTree(folder: folder).folder("theme")
      #expect(theme.list().value == ["a.css"])
      #expect(try theme.read("a.css") == [0x78])
      #expect(theme.diskPath("a.css") == folder + "/theme/a.css")
    }
  }

  @Test(arguments: [
    ("content", "a.md", "content/a.md"), ("content/", "a.md", "content/a.md"), (".", "a.md", "a.md"),
    ("/", "a.md", "/a.md"), ("content", "", "content"), (".", "", "."),
  ])
  func namesFilesAsTheUserWould(_ folder: String, _ path: String, _ shown: String) {
    #expect(FileTree(folder: folder).displayPath(path) == shown)
  }
}
