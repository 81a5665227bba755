import Bytes
import Glibc

/// Files of the operating system, by path, without Foundation.
package enum SystemFile {
  /// What a path names.
  package enum Kind: Sendable {
    case file
    case folder
    case symbolicLink
    case special
  }

  /// What a path names without following a symbolic link at its end, and its size in bytes; nil if there is nothing.
  package static func status(_ path: String) -> (kind: Kind, size: Int)? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    return (kind(status.st_mode), Int(status.st_size))
  }

  /// The absolute path with symbolic links and dots worked out; nil if it does not exist.
  package static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The bytes of a regular file; symbolic links are followed.
  package static func read(_ path: String) throws(FileError) -> [UInt8] {
    let file = try open(path, O_RDONLY | O_NONBLOCK)
    defer { close(file.descriptor) }
    return try readAll(file.descriptor, expected: file.size, path: path)
  }

  /// At most `limit` bytes of the beginning of a regular file; symbolic links are followed.
  package static func read(_ path: String, upTo limit: Int) throws(FileError) -> [UInt8] {
    let file = try open(path, O_RDONLY | O_NONBLOCK)
    defer { close(file.descriptor) }
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: min(file.size, limit)) { buffer, count in
      failed = !fill(buffer, &count, from: file.descriptor)
    }
    if failed { throw FileError.last(path) }
    return bytes
  }

  /// Whether a regular file holds just these bytes.
  ///
  /// False where there is none.
  package static func holds(_ path: String, _ bytes: [UInt8]) -> Bool {
    guard let file = try? open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK) else { return false }
    defer { close(file.descriptor) }
    guard file.size == bytes.count else { return false }
    return (try? readAll(file.descriptor, expected: bytes.count, path: path)) == bytes
  }

  /// Writes a new file or cuts an old one to these bytes.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw FileError.last(path) }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw FileError.last(path) }
      written += count
    }
  }

  /// Puts other bytes in the place of those of a file, at once and with its mode.
  ///
  /// - Returns: whether it was done; not where the file is a symbolic link or no longer holds what was read of it.
  package static func replace(_ path: String, holding original: [UInt8], with bytes: [UInt8]) throws(FileError) -> Bool
  {
    var status = stat()
    guard lstat(path, &status) == 0, kind(status.st_mode) == .file else { return false }
    let name = ContentPath.name(of: path)
    return try put(bytes, at: path, through: "\(path.dropLast(name.count)).\(name).\(getpid())") {
      temporary throws(FileError) in
      guard chmod(temporary, status.st_mode & 0o7777) == 0 else { throw FileError.last(path) }
      return holds(path, original)
    }
  }

  /// Writes a file whole or not at all: through a new one beside it, which then takes its place.
  ///
  /// A symbolic link stays one. What is no regular file, such as a pipe, is written to as it is.
  package static func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
    let target = realPath(path) ?? path
    if let kind = status(target)?.kind, kind != .file { return try write(bytes, to: target) }
    _ = try put(bytes, at: target, through: target + ".portico-new")
  }

  /// Writes a new file and lets it take the place of another; the new one is removed where that is not done.
  ///
  /// - Parameter mayTakeItsPlace: asked last, once the new file is written.
  private static func put(
    _ bytes: [UInt8], at path: String, through temporary: String,
    if mayTakeItsPlace: (_ temporary: String) throws(FileError) -> Bool = { _ in true }
  ) throws(FileError) -> Bool {
    var isDone = false
    defer { if !isDone { unlink(temporary) } }
    try write(bytes, to: temporary)
    guard try mayTakeItsPlace(temporary) else { return false }
    try rename(temporary, to: path)
    isDone = true
    return true
  }

  package static func rename(_ old: String, to new: String) throws(FileError) {
    guard Glibc.rename(old, new) == 0 else { throw FileError.last(new) }
  }

  /// Creates a folder and those above it that are missing.
  package static func makeFolder(_ path: String) throws(FileError) {
    if mkdir(path, 0o755) == 0 { return }
    switch errno {
    case EEXIST:
      var status = stat()
      guard stat(path, &status) == 0, kind(status.st_mode) == .folder else {
        throw FileError(path: path, reason: "It is a file, not a folder")
      }
    case ENOENT:
      let parent = ContentPath.folder(of: path)
      guard !parent.isEmpty else { throw FileError.last(path) }
      try makeFolder(parent)
      // Another thread may have made it meanwhile.
      guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw FileError.last(path) }
    default: throw FileError.last(path)
    }
  }

  package static func remove(_ path: String) throws(FileError) {
    guard unlink(path) == 0 || errno == ENOENT else { throw FileError.last(path) }
  }

  /// Removes a folder if it is empty; says whether it did.
  @discardableResult package static func removeFolderIfEmpty(_ path: String) -> Bool { rmdir(path) == 0 }

  /// The names in a folder, without `.` and `..`, in the order of their bytes.
  ///
  /// A name that is not UTF-8 has U+FFFD in it.
  package static func names(in path: String) throws(FileError) -> [String] {
    guard let folder = opendir(path) else { throw FileError.last(path) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func open(_ path: String, _ flags: Int32) throws(FileError) -> (descriptor: Int32, size: Int) {
    let descriptor = Glibc.open(path, flags)
    guard descriptor >= 0 else { throw FileError.last(path) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, kind(status.st_mode) == .file else {
      close(descriptor)
      throw FileError(path: path, reason: "It is not a regular file")
    }
    return (descriptor, Int(status.st_size))
  }

  /// Reads to the end, whatever the size was said to be: a file may grow or shrink meanwhile.
  private static func readAll(_ descriptor: Int32, expected: Int, path: String) throws(FileError) -> [UInt8] {
    var failed = false
    var bytes = [UInt8](unsafeUninitializedCapacity: expected + 1) { buffer, count in
      failed = !fill(buffer, &count, from: descriptor)
    }
    if failed { throw FileError.last(path) }
    while bytes.count > expected {
      let more = [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
        failed = !fill(buffer, &count, from: descriptor)
      }
      if failed { throw FileError.last(path) }
      if more.isEmpty { break }
      bytes += more
    }
    return bytes
  }

  private static func fill(_ buffer: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int, from descriptor: Int32)
    -> Bool
  {
    while count < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
      let read = Glibc.read(descriptor, rest.baseAddress, rest.count)
      if read < 0, errno == EINTR { continue }
      if read < 0 { return false }
      if read == 0 { return true }
      count += read
    }
    return true
  }

  private static func kind(_ mode: mode_t) -> Kind {
    switch mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .symbolicLink
    default: .special
    }
  }
}
