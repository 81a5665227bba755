import Files

/// The list of files that Portico made in an output folder, kept in that folder: what it may change and remove.
struct Receipt {
  static let name = ".portico-receipt"
  private static let heading = "# Files that portico made here. It changes and removes no others."

  private(set) var paths: Set<String>

  init(paths: some Sequence<String>) { self.paths = Set(paths) }

  /// The receipt of the last build in a folder; empty where there is none.
  static func read(in folder: String) -> Receipt {
    guard let bytes = try? SystemFile.read(folder + "/" + name) else { return Receipt(paths: []) }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    // A path that leads elsewhere can only come from another hand.
    return Receipt(
      paths: lines.filter { !$0.hasPrefix("#") && !$0.hasPrefix("/") && !$0.split(separator: "/").contains("..") })
  }

  func write(in folder: String) throws(FileError) {
    let text = ([Receipt.heading] + paths.sortedByBytes()).joined(separator: "\n") + "\n"
    let temporary = folder + "/" + Receipt.name + ".new"
    try SystemFile.write(Array(text.utf8), to: temporary)
    try SystemFile.rename(temporary, to: folder + "/" + Receipt.name)
  }
}
