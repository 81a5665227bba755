import Foundation

/// A Swift file of the sources.
struct SourceFile {
  /// Path below `Sources`.
  let path: String
  let lines: [Substring]

  init(path: String, text: String) {
    self.path = path
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    self.lines = lines
  }

  var module: String { String(path.prefix { $0 != "/" }) }

  /// The lines whose code, without comments, is as wanted: `path:line`.
  func places(where isWanted: (Substring) -> Bool) -> [String] {
    lines.enumerated().filter { isWanted(SourceFile.code(of: $1)) }.map { "\(path):\($0.offset + 1)" }
  }

  private static func code(of line: Substring) -> Substring {
    line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
  }
}

/// The sources of Portico as the tests read them.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The folders below `Sources`, each a module.
  static let modules: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: root + "/Sources")) ?? [])
    .filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: root + "/Sources/" + name, isDirectory: &isFolder)
        && isFolder.boolValue
    }

  static let sources: [SourceFile] =
    (FileManager.default.enumerator(atPath: root + "/Sources")?.compactMap { $0 as? String } ?? [])
    .filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
      let text = try? String(contentsOfFile: root + "/Sources/" + path, encoding: .utf8)
      return text.map { SourceFile(path: path, text: $0) }
    }

  static func places(where isWanted: (Substring) -> Bool) -> [String] {
    sources.flatMap { $0.places(where: isWanted) }
  }

  /// The modules that the files of a module import.
  static func imports(of module: String) -> Set<String> {
    sources.filter { $0.module == module }
      .reduce(into: []) { $0.formUnion(imports(in: $1.lines.joined(separator: "\n"))) }
  }

  static func imports(in source: String) -> Set<String> {
    let pattern = #/^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|private|fileprivate)\s+)?/#
    let statement = #/import\s+(?:(?:struct|class|enum|protocol|func|let|var|typealias)\s+)?(\w+)/#
    let modules = source.split(separator: "\n").compactMap { line -> String? in
      let rest = line.trimmingPrefix(pattern)
      return rest.prefixMatch(of: statement).map { String($0.1) }
    }
    return Set(modules)
  }

  /// A module with all that it imports, and what those import, and so on.
  static func closure(of module: String) -> Set<String> {
    var found: Set<String> = [module]
    var rest = [module]
    while let next = rest.popLast() {
      rest += imports(of: next).filter { found.insert($0).inserted }
    }
    return found
  }

  /// The names of the targets in `Package.swift` that are no tests.
  static var declaredTargets: Set<String> {
    let text = (try? String(contentsOfFile: root + "/Package.swift", encoding: .utf8)) ?? ""
    let pattern = #/\.(?:target|systemLibrary|executableTarget)\(\s*name: "(\w+)"/#
    return Set(text.matches(of: pattern).map { String($0.1) })
  }
}
