import Glibc

/// Keeps two builds from writing into one folder at once.
///
/// The system releases it if the program dies.
package struct FolderLock: Sendable {
  private let descriptor: Int32

  /// Locks an existing folder; throws at once if another program holds its lock.
  package init(folder path: String) throws(FileError) {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError.last(path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let isHeld = errno == EWOULDBLOCK
      let error = isHeld ? FileError(path: path, reason: "Another build is writing here") : FileError.last(path)
      close(descriptor)
      throw error
    }
  }

  package func release() { close(descriptor) }
}
