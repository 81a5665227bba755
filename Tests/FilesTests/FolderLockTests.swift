import Files
import Foundation
import Testing

@Suite struct FolderLockTests {
  @Test func failsAtOnceWhereTheFolderIsLocked() throws {
    try withTemporaryFolder { folder in
      let lock = try FolderLock(folder: folder)
      defer { lock.release() }
      let error = #expect(throws: FileError.self) { try FolderLock(folder: folder) }
      #expect(error?.reason == "Another build is writing here")
    }
  }

  @Test func seesTheLockOfAnotherProcess() throws {
    try withTemporaryFolder { folder in
      let holder = Process()
      let (input, output) = (Pipe(), Pipe())
      holder.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
      holder.arguments = ["--exclusive", folder, "sh", "-c", "echo locked; read line"]
      (holder.standardInput, holder.standardOutput) = (input, output)
      try holder.run()
      #expect(output.fileHandleForReading.availableData == Data("locked\n".utf8))
      #expect(throws: FileError.self) { try FolderLock(folder: folder) }
      try input.fileHandleForWriting.close()
      holder.waitUntilExit()
      try FolderLock(folder: folder).release()
    }
  }

  @Test func locksAgainAfterRelease() throws {
    try withTemporaryFolder { folder in
      try FolderLock(folder: folder).release()
      try FolderLock(folder: folder).release()
    }
  }

  @Test func locksDifferentFoldersSideBySide() throws {
    try withTemporaryFolder { folder in
      try SystemFile.makeFolder(folder + "/a")
      let outer = try FolderLock(folder: folder)
      let inner = try FolderLock(folder: folder + "/a")
      inner.release()
      outer.release()
    }
  }

  @Test func locksNoFolderThatIsNotThere() throws {
    try withTemporaryFolder { folder in
      let error = #expect(throws: FileError.self) { try FolderLock(folder: folder + "/none") }
      #expect(error?.reason == "No such file or directory")
    }
  }
}
