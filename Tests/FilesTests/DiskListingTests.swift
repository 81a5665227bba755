import Diagnostics
import Files
import Foundation
import Testing

@Suite struct DiskListingTests {
  /// What is listed of a folder that `make` fills, and what is reported of it.
  private func listing(_ make: (_ folder: String) throws -> Void) throws -> (files: [String], findings: [String]) {
    try withTemporaryFolder { folder in
      try make(folder)
      let outcome = FileTree(folder: folder).list()
      return (outcome.value, outcome.findings(below: folder))
    }
  }

  @Test func sortsPathsByTheirBytes() throws {
    let listing = try listing { folder in
      for path in ["b.md", "a/z.md", "a.md", "B.md", "é.md", "a-b.md"] { try put(at: folder + "/" + path) }
    }
    #expect(listing.files == ["B.md", "a-b.md", "a.md", "a/z.md", "b.md", "é.md"])
    #expect(listing.findings == [])
  }

  @Test func leavesOutDotFilesAndNodeModules() throws {
    let listing = try listing { folder in
      for path in [".env", ".git/config", "node_modules/x.js", "a/node_modules/y.js", "a/.b/c.md", "a/d.md"] {
        try put(at: folder + "/" + path)
      }
    }
    #expect(listing.files == ["a/d.md"])
    #expect(listing.findings == [])
  }

  @Test func leavesOutWhatIsExcluded() throws {
    try withTemporaryFolder { folder in
      for path in ["theme/x.css", "a/skip.md", "a/b.md"] { try put(at: folder + "/" + path) }
      #expect(FileTree(folder: folder).list { $0 == "theme" || $0 == "a/skip.md" }.value == ["a/b.md"])
    }
  }

  @Test func reportsAFolderThatDoesNotExist() throws {
    try withTemporaryFolder { folder in
      let outcome = FileTree(folder: folder + "/none").list()
      #expect(outcome.value == [])
      #expect(outcome.findings(below: folder) == ["/none file-unreadable"])
    }
  }

  // MARK: Symbolic links

  @Test func followsALinkToAFileInside() throws {
    let listing = try listing { folder in
      try put(at: folder + "/images/logo.png")
      try link(folder + "/logo.png", to: "images/logo.png")
    }
    #expect(listing.files == ["images/logo.png", "logo.png"])
    #expect(listing.findings == [])
  }

  @Test func followsALinkToAFolderInside() throws {
    let listing = try listing { folder in
      try put(at: folder + "/reference/a.md")
      try SystemFile.makeFolder(folder + "/guides")
      try link(folder + "/guides/all", to: "../reference")
    }
    #expect(listing.files == ["guides/all/a.md", "reference/a.md"])
    #expect(listing.findings == [])
  }

  @Test func followsALinkInsideALinkedFolder() throws {
    let listing = try listing { folder in
      try put(at: folder + "/c/x.md")
      try SystemFile.makeFolder(folder + "/b")
      try link(folder + "/b/c", to: "../c")
      try link(folder + "/a", to: "b")
    }
    #expect(listing.files == ["a/c/x.md", "b/c/x.md", "c/x.md"])
    #expect(listing.findings == [])
  }

  @Test func followsNoLinkToAFileOutside() throws {
    try withTemporaryFolder { folder in
      try put("secret", at: folder + "/secret.txt")
      try SystemFile.makeFolder(folder + "/content")
      try link(folder + "/content/a.txt", to: "../secret.txt")
      let outcome = FileTree(folder: folder + "/content").list()
      #expect(outcome.value == [])
      #expect(outcome.findings(below: folder) == ["/content/a.txt symlink-outside"])
    }
  }

  @Test func followsNoLinkToAFolderOutside() throws {
    let listing = try listing { try link($0 + "/etc", to: "/etc") }
    #expect(listing.files == [])
    #expect(listing.findings == ["/etc symlink-outside"])
  }

  @Test func takesASiblingWhoseNameBeginsLikeTheRootAsOutside() throws {
    try withTemporaryFolder { folder in
      try put(at: folder + "/content-old/a.md")
      try SystemFile.makeFolder(folder + "/content")
      try link(folder + "/content/old", to: "../content-old")
      let outcome = FileTree(folder: folder + "/content").list()
      #expect(outcome.value == [])
      #expect(outcome.findings(below: folder) == ["/content/old symlink-outside"])
    }
  }

  @Test func staysInsideARootThatIsALinkItself() throws {
    try withTemporaryFolder { folder in
      try put(at: folder + "/real/images/a.png")
      try link(folder + "/real/a.png", to: "images/a.png")
      try link(folder + "/content", to: "real")
      let outcome = FileTree(folder: folder + "/content").list()
      #expect(outcome.value == ["a.png", "images/a.png"])
      #expect(outcome.findings(below: folder) == [])
    }
  }

  @Test func reportsALinkToItself() throws {
    let listing = try listing { try link($0 + "/a", to: "a") }
    #expect(listing.files == [])
    #expect(listing.findings == ["/a symlink-loop"])
  }

  @Test func reportsALinkToNothing() throws {
    let listing = try listing { try link($0 + "/a.md", to: "gone.md") }
    #expect(listing.findings == ["/a.md symlink-loop"])
  }

  @Test func reportsALinkToAFolderThatItLiesIn() throws {
    let listing = try listing { folder in
      try put(at: folder + "/guides/deep/a.md")
      try link(folder + "/guides/deep/up", to: "..")
      try link(folder + "/guides/all", to: "..")
    }
    #expect(listing.files == ["guides/deep/a.md"])
    #expect(listing.findings == ["/guides/all symlink-loop", "/guides/deep/up symlink-loop"])
  }

  @Test func reportsTwoFoldersThatLinkToOneAnother() throws {
    let listing = try listing { folder in
      try put(at: folder + "/a/x.md")
      try put(at: folder + "/b/y.md")
      try link(folder + "/a/b", to: "../b")
      try link(folder + "/b/a", to: "../a")
    }
    #expect(listing.files == ["a/b/y.md", "a/x.md", "b/a/x.md", "b/y.md"])
    #expect(listing.findings == ["/a/b/a symlink-loop", "/b/a/b symlink-loop"])
  }

  @Test func reportsALinkToAFolderAboveTheTargetOfAnother() throws {
    let listing = try listing { folder in
      try put(at: folder + "/b/c/x.md")
      try link(folder + "/b/c/up", to: "..")
      try link(folder + "/a", to: "b/c")
    }
    #expect(listing.files == ["a/x.md", "b/c/x.md"])
    #expect(listing.findings == ["/a/up symlink-loop", "/b/c/up symlink-loop"])
  }

  // MARK: What cannot be published

  @Test func leavesOutAPipe() throws {
    let listing = try listing { #expect(mkfifo($0 + "/pipe.md", 0o600) == 0) }
    #expect(listing.files == [])
    #expect(listing.findings == ["/pipe.md special-file"])
  }

  @Test func leavesOutALinkToAPipe() throws {
    let listing = try listing { folder in
      #expect(mkfifo(folder + "/.pipe", 0o600) == 0)
      try link(folder + "/a.md", to: ".pipe")
    }
    #expect(listing.files == [])
    #expect(listing.findings == ["/a.md special-file"])
  }

  @Test(arguments: ["a\nb.md", "a\u{1B}[31m.md", "a\u{7F}.md", "a\u{85}.md", "a\u{2028}.md"])
  func reportsANameWithAControlCharacter(_ name: String) throws {
    let listing = try listing { folder in
      try put(at: folder + "/sub/" + name)
      try put(at: folder + "/sub/good.md")
    }
    #expect(listing.files == ["sub/good.md"])
    #expect(listing.findings == ["/sub file-name"])
  }

  @Test func reportsANameThatIsNotUTF8() throws {
    let listing = try listing { folder in
      let descriptor = (Array((folder + "/a").utf8CString.dropLast()) + [CChar(bitPattern: 0xFF), 0])
        .withUnsafeBufferPointer {
          $0.baseAddress.map { open($0, O_CREAT | O_WRONLY, 0o600) } ?? -1
        }
      #expect(descriptor >= 0)
      close(descriptor)
    }
    #expect(listing.files == [])
    #expect(listing.findings == [" file-name"])
  }

  @Test func putsNoControlCharacterOfANameIntoItsReport() throws {
    try withTemporaryFolder { folder in
      try put(at: folder + "/a\u{1B}[31m\n.md")
      let messages = FileTree(folder: folder).list().diagnostics.map(\.message)
      #expect(messages == ["the name 'a\u{FFFD}[31m\u{FFFD}.md' has a control character or is not UTF-8"])
    }
  }

  @Test(.enabled(if: !isRoot, "the super-user may read every folder"))
  func reportsAFolderThatMayNotBeRead() throws {
    let listing = try listing { folder in
      try put(at: folder + "/closed/a.md")
      try put(at: folder + "/open.md")
      chmod(folder + "/closed", 0)
    }
    #expect(listing.files == ["open.md"])
    #expect(listing.findings == ["/closed file-unreadable"])
  }
}
