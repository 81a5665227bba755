import Glibc

/// Why an operation on a file could not be done.
package struct FileError: Error, Sendable {
  /// The file as it was named in the call.
  package let path: String
  /// The reason in words, such as `Permission denied`.
  package let reason: String

  package init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// The error that the last system call left in `errno`.
  static func last(_ path: String) -> FileError {
    FileError(path: path, reason: String(cString: strerror(errno)))
  }
}
