import Files
import Foundation
import Testing

@Suite struct SystemFileTests {
  @Test func readsWhatItWrote() throws {
    try withTemporaryFolder { folder in
      let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      try SystemFile.write(bytes, to: folder + "/a")
      #expect(try SystemFile.read(folder + "/a") == bytes)
    }
  }

  @Test func readsAnEmptyFile() throws {
    try withTemporaryFolder { folder in
      try SystemFile.write([], to: folder + "/a")
      #expect(try SystemFile.read(folder + "/a") == [])
    }
  }

  @Test func cutsALongerFile() throws {
    try withTemporaryFolder { folder in
      try SystemFile.write([1, 2, 3], to: folder + "/a")
      try SystemFile.write([4], to: folder + "/a")
      #expect(try SystemFile.read(folder + "/a") == [4])
    }
  }

  /// Files of `/proc` say that they are empty: what is read of them has grown since.
  @Test func readsToTheEndWhateverTheSizeWasSaidToBe() throws {
    #expect(SystemFile.status("/proc/self/status")?.size == 0)
    let text = String(decoding: try SystemFile.read("/proc/self/status"), as: UTF8.self)
    #expect(text.hasPrefix("Name:"))
    #expect(text.hasSuffix("\n"))
  }

  @Test func readsNoFolder() throws {
    try withTemporaryFolder { folder in
      let error = #expect(throws: FileError.self) { try SystemFile.read(folder) }
      #expect(error?.reason == "It is not a regular file")
    }
  }

  @Test func readsNoPipeAndDoesNotWaitForIt() throws {
    try withTemporaryFolder { folder in
      #expect(mkfifo(folder + "/pipe", 0o600) == 0)
      let error = #expect(throws: FileError.self) { try SystemFile.read(folder + "/pipe") }
      #expect(error?.reason == "It is not a regular file")
      #expect(!SystemFile.holds(folder + "/pipe", []))
    }
  }

  @Test(.enabled(if: !isRoot, "the super-user may read every file"))
  func saysThatAFileMayNotBeRead() throws {
    try withTemporaryFolder { folder in
      try put("x", at: folder + "/a")
      chmod(folder + "/a", 0)
      let error = #expect(throws: FileError.self) { try SystemFile.read(folder + "/a") }
      #expect(error?.reason == "Permission denied")
    }
  }

  @Test func writesThroughNoSymbolicLink() throws {
    try withTemporaryFolder { folder in
      try put("old", at: folder + "/target")
      try link(folder + "/link", to: "target")
      #expect(throws: FileError.self) { try SystemFile.write([1], to: folder + "/link") }
      #expect(try SystemFile.read(folder + "/target") == Array("old".utf8))
    }
  }

  @Test func holdsTheSameBytesAlone() throws {
    try withTemporaryFolder { folder in
      try put("abc", at: folder + "/a")
      try link(folder + "/link", to: "a")
      #expect(SystemFile.holds(folder + "/a", Array("abc".utf8)))
      #expect(!SystemFile.holds(folder + "/a", Array("abd".utf8)))
      #expect(!SystemFile.holds(folder + "/a", Array("ab".utf8)))
      #expect(!SystemFile.holds(folder + "/none", []))
      #expect(!SystemFile.holds(folder + "/link", Array("abc".utf8)))
    }
  }

  @Test func tellsKindsApart() throws {
    try withTemporaryFolder { folder in
      try put("abc", at: folder + "/a")
      try link(folder + "/link", to: "a")
      mkfifo(folder + "/pipe", 0o600)
      #expect(SystemFile.status(folder)?.kind == .folder)
      #expect(SystemFile.status(folder + "/a")?.kind == .file)
      #expect(SystemFile.status(folder + "/a")?.size == 3)
      #expect(SystemFile.status(folder + "/link")?.kind == .symbolicLink)
      #expect(SystemFile.status(folder + "/pipe")?.kind == .special)
      #expect(SystemFile.status(folder + "/none") == nil)
    }
  }

  @Test func makesMissingFolders() throws {
    try withTemporaryFolder { folder in
      try SystemFile.makeFolder(folder + "/a/b/c")
      try SystemFile.makeFolder(folder + "/a/b/c")
      #expect(SystemFile.status(folder + "/a/b/c")?.kind == .folder)
    }
  }

  @Test func makesNoFolderWhereAFileIs() throws {
    try withTemporaryFolder { folder in
      try put(at: folder + "/a")
      let atTheEnd = #expect(throws: FileError.self) { try SystemFile.makeFolder(folder + "/a") }
      #expect(atTheEnd?.reason == "It is a file, not a folder")
      let onTheWay = #expect(throws: FileError.self) { try SystemFile.makeFolder(folder + "/a/b") }
      #expect(onTheWay?.reason == "Not a directory")
    }
  }

  @Test func takesALinkToAFolderAsAFolder() throws {
    try withTemporaryFolder { folder in
      try SystemFile.makeFolder(folder + "/a")
      try link(folder + "/link", to: "a")
      try SystemFile.makeFolder(folder + "/link")
      try SystemFile.makeFolder(folder + "/link/b")
      #expect(SystemFile.status(folder + "/a/b")?.kind == .folder)
    }
  }

  @Test func renamesOverAFile() throws {
    try withTemporaryFolder { folder in
      try put("new", at: folder + "/a")
      try put("old", at: folder + "/b")
      try SystemFile.rename(folder + "/a", to: folder + "/b")
      #expect(try SystemFile.read(folder + "/b") == Array("new".utf8))
      #expect(SystemFile.status(folder + "/a") == nil)
    }
  }

  @Test func renamesNoFileOverAFolder() throws {
    try withTemporaryFolder { folder in
      try put(at: folder + "/a")
      try SystemFile.makeFolder(folder + "/b")
      let error = #expect(throws: FileError.self) { try SystemFile.rename(folder + "/a", to: folder + "/b") }
      #expect(error?.path == folder + "/b")
      #expect(error?.reason == "Is a directory")
    }
  }

  @Test func removesAFileOnce() throws {
    try withTemporaryFolder { folder in
      try put(at: folder + "/a")
      try SystemFile.remove(folder + "/a")
      try SystemFile.remove(folder + "/a")
      #expect(SystemFile.status(folder + "/a") == nil)
    }
  }

  @Test func removesEmptyFoldersAlone() throws {
    try withTemporaryFolder { folder in
      try put(at: folder + "/full/a")
      try SystemFile.makeFolder(folder + "/empty")
      #expect(!SystemFile.removeFolderIfEmpty(folder + "/full"))
      #expect(SystemFile.removeFolderIfEmpty(folder + "/empty"))
      #expect(SystemFile.status(folder + "/full/a")?.kind == .file)
    }
  }

  @Test func namesWhatIsInAFolder() throws {
    try withTemporaryFolder { folder in
      for name in ["b", ".a", "C"] { try put(at: folder + "/" + name) }
      #expect(try SystemFile.names(in: folder) == [".a", "C", "b"])
    }
  }
}
