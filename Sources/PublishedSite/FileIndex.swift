import Bytes

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

  static let indexName = "index.html"

  /// The paths of files and folders, the latter with a slash at their end.
  private var table: StringTable
  /// By the number of a path: the file that it shows; nil for a folder without an index.
  private var files: [Int?] = []
  private let host: HostingProfile

  /// - Parameter paths: of all files, each once.
  init(_ paths: [String], on host: HostingProfile) {
    self.host = host
    table = StringTable(capacity: 2 * paths.count + 1)
    for (number, path) in paths.enumerated() { insert(folded(Array(path.utf8)[...]), showing: number) }
    insert([], showing: nil)
    for path in paths { insertFolders(of: folded(Array(path.utf8)[...])) }
  }

  private mutating func insert(_ path: ArraySlice<UInt8>, showing file: Int?) {
    let number = table.insert(path)
    guard number == files.count else { return }
    files.append(file ?? table.number(of: path + Array(FileIndex.indexName.utf8)).flatMap { files[$0] })
  }

  /// From the inside out, so that the first that is there already ends it.
  private mutating func insertFolders(of path: ArraySlice<UInt8>) {
    var rest = path
    while let slash = rest.lastIndex(of: UInt8(ascii: "/")) {
      let known = table.count
      insert(path[...slash], showing: nil)
      if table.count == known { return }
      rest = path[..<slash]
    }
  }

  /// The path as the server compares it.
  private func folded(_ path: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    host.ignoresLetterCase ? Array(String(decoding: path, as: UTF8.self).lowercased().utf8)[...] : path
  }

  /// What the server has at a path without percent-encoding, below the root of the site.
  func answer(_ path: ArraySlice<UInt8>) -> Answer {
    let path = folded(host.mergesSlashes ? FileIndex.merged(path) : path)
    if path.isEmpty || path.last == UInt8(ascii: "/") { return answer(folder: path) }
    if let file = file(path) { return .file(file) }
    let folder = table.number(of: path + [UInt8(ascii: "/")])
    let page = file(path + Array(".html".utf8))
    if let page, host.addsExtension, folder == nil || host.prefersFile { return .file(page) }
    if let folder { return files[folder].map { .folder(index: $0) } ?? .folderWithoutIndex }
    return page.map { .fileWithoutExtension($0) } ?? .nothing
  }

  private func file(_ path: ArraySlice<UInt8>) -> Int? { table.number(of: path).flatMap { files[$0] } }

  private func answer(folder path: ArraySlice<UInt8>) -> Answer {
    let folder = table.number(of: path)
    if let folder, let index = files[folder] { return .file(index) }
    let name = path.dropLast()
    if host.dropsSlash, let page = file(name + Array(".html".utf8)) { return .file(page) }
    if folder != nil { return .folderWithoutIndex }
    return file(name).map { .fileWithSlash($0) } ?? .nothing
  }

  /// The path with one slash in place of several.
  private static func merged(_ path: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var previous = UInt8(ascii: "/")
    var isMerged = true
    for byte in path {
      isMerged = isMerged && (byte != UInt8(ascii: "/") || byte != previous)
      previous = byte
    }
    guard !isMerged else { return path }
    previous = UInt8(ascii: "/")
    return path.filter { byte in
      defer { previous = byte }
      return byte != UInt8(ascii: "/") || previous != byte
    }[...]
  }
}
