/// The files of a site by their paths, as a server looks them up.
struct FileIndex: Sendable {
  /// What a server finds at a path.
  enum Answer: Equatable {
    case file(Int)
    /// A folder that was asked for without its slash, with its index.
    case folder(index: Int)
    case folderWithoutIndex
    /// A file that was asked for as if it were a folder.
    case fileWithSlash(Int)
    /// A page that was asked for without its extension, from a server that needs it.
    case fileWithoutExtension(Int)
    case nothing
  }

  /// Files first, each with the number that it has in the list of all, then folders with a slash at their end.
  private var table: NameTable
  private let fileCount: Int
  /// By number of a folder less `fileCount`: its index.
  private var indexes: [Int?] = []
  private let host: HostingProfile

  /// - Parameter paths: of all files, each once.
  init(_ paths: [String], on host: HostingProfile) {
    self.host = host
    fileCount = paths.count
    table = NameTable(capacity: 2 * paths.count + 1)
    for path in paths { table.insert(path.utf8) }
    table.insert([])
    for path in paths { insertFolders(of: Array(path.utf8)[...]) }
    indexes = (fileCount..<table.count).map { index(ofFolder: table[$0]) }
  }

  /// From the inside out, so that the first that is there already ends it.
  private mutating func insertFolders(of path: ArraySlice<UInt8>) {
    var rest = path
    while let slash = rest.lastIndex(of: UInt8(ascii: "/")) {
      let known = table.count
      table.insert(path[...slash])
      if table.count == known { return }
      rest = path[..<slash]
    }
  }

  private func index(ofFolder folder: ArraySlice<UInt8>) -> Int? {
    host.indexNames.lazy.compactMap { self.table.number(of: folder + Array($0.utf8)) }.first
  }

  /// What the server has at a path without percent-encoding, below the root of the site.
  func answer(_ path: ArraySlice<UInt8>) -> Answer {
    let path = host.mergesSlashes ? FileIndex.merged(path) : path
    if path.isEmpty || path.last == UInt8(ascii: "/") { return answer(folder: path) }
    if let number = table.number(of: path) { return number < fileCount ? .file(number) : .nothing }
    let folder = table.number(of: path + [UInt8(ascii: "/")])
    let page = table.number(of: path + Array(".html".utf8))
    if let page, host.addsExtension, folder == nil || host.prefersFile { return .file(page) }
    if let folder { return indexes[folder - fileCount].map { .folder(index: $0) } ?? .folderWithoutIndex }
    return page.map { .fileWithoutExtension($0) } ?? .nothing
  }

  private func answer(folder path: ArraySlice<UInt8>) -> Answer {
    if let folder = table.number(of: path) {
      return indexes[folder - fileCount].map { .file($0) } ?? .folderWithoutIndex
    }
    let name = path.dropLast()
    if host.dropsSlash, let page = table.number(of: name + Array(".html".utf8)) { return .file(page) }
    return table.number(of: name).map { .fileWithSlash($0) } ?? .nothing
  }

  /// The path with one slash in place of several.
  private static func merged(_ path: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var previous: UInt8 = UInt8(ascii: "/")
    guard zip(path, path.dropFirst()).contains(where: { $0 == UInt8(ascii: "/") && $1 == $0 }) || path.first == previous
    else { return path }
    return path.filter { byte in
      defer { previous = byte }
      return byte != UInt8(ascii: "/") || previous != byte
    }[...]
  }
}
