import Bytes

/// Gives assets names that change with their bytes, so that a browser may keep them for ever.
enum AssetPublisher {
  /// The folders of the style sheets and scripts that every page has, which are published as one under their names.
  private static let pageSheets = "css/page"
  private static let pageScripts = "js/page"

  /// - Parameter files: paths below `assets/` with their bytes, in the order of their paths.
  static func publish(_ files: [(path: String, bytes: [UInt8])]) -> [Theme.Asset] {
    let parts = files.filter { ContentPath.folder(of: $0.path) == pageScripts }
    let page = parts.isEmpty ? [] : [asset(pageScripts + ".js", Script.joined(parts.map(\.bytes)))]
    let files = files.filter { ContentPath.folder(of: $0.path) != pageScripts }
    let others = files.filter { ContentPath.fileExtension(of: $0.path) != "css" }.map { file in
      asset(file.path, ContentPath.fileExtension(of: file.path) == "js" ? Script.compacted(file.bytes) : file.bytes)
    }
    let plain = page + others
    // Style sheets name other assets, so their own fingerprints come last.
    let names = Dictionary(plain.map { ($0.path, $0.outputPath) }) { first, _ in first }
    let sheets = Dictionary(grouping: files.filter { ContentPath.fileExtension(of: $0.path) == "css" }) { file in
      ContentPath.folder(of: file.path) == pageSheets ? pageSheets + ".css" : file.path
    }.map { sheet, files in
      asset(sheet, files.flatMap { rewriteURLs(in: StyleSheet.compacted($0.bytes), of: $0.path, as: sheet, names) })
    }
    return (plain + sheets).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private static func asset(_ path: String, _ bytes: [UInt8]) -> Theme.Asset {
    let mark = Fingerprint(bytes).hex.prefix(10)
    let suffix = ContentPath.fileExtension(of: path)
    let name = ContentPath.stem(of: path) + ".\(mark)" + (suffix.isEmpty ? "" : "." + suffix)
    let folder = ContentPath.join("assets", ContentPath.folder(of: path))
    return Theme.Asset(path: path, outputPath: ContentPath.join(folder, name), bytes: bytes)
  }

  /// Replaces the names in `url(…)` of a style sheet by published ones, where they name assets of the theme.
  private static func rewriteURLs(
    in bytes: [UInt8], of path: String, as sheet: String, _ names: [String: String]
  ) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var rest = bytes[...]
    while let start = rest.firstRange(of: Array("url(".utf8)) {
      output += rest[..<start.upperBound]
      rest = rest[start.upperBound...]
      guard let close = rest.firstIndex(of: UInt8(ascii: ")")) else { break }
      let written = String(decoding: rest[..<close], as: UTF8.self)
      let name = written.trimmingQuotes
      let resolved = ContentPath.resolve(name, from: ContentPath.folder(of: path)).flatMap { names[$0] }
      output += (resolved.map { relative($0, fromSheet: sheet) } ?? written).utf8
      rest = rest[close...]
    }
    return output + rest
  }

  private static func relative(_ outputPath: String, fromSheet path: String) -> String {
    let depth = path.utf8.count { $0 == UInt8(ascii: "/") }
    return String(repeating: "../", count: depth) + outputPath.dropFirst("assets/".count)
  }
}

extension String {
  fileprivate var trimmingQuotes: String {
    var text = self[...]
    while let first = text.first, first == "\"" || first == "'" || first == " " { text.removeFirst() }
    while let last = text.last, last == "\"" || last == "'" || last == " " { text.removeLast() }
    return String(text)
  }
}
