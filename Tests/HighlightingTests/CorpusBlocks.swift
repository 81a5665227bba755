import Foundation

/// The code blocks of documents by others, where they are at hand: beside the repository, or where `PORTICO_SHARED` says.
enum CorpusBlocks {
  private static let folder: URL = {
    let shared = ProcessInfo.processInfo.environment["PORTICO_SHARED"].map { URL(filePath: $0) }
    let root = shared ?? URL(filePath: #filePath).appending(path: "../../../../shared").standardized
    return root.appending(path: "corpora")
  }()

  static let isThere = FileManager.default.fileExists(atPath: folder.path)

  static let all: [(language: String, text: String)] =
    (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? [])
    .filter { $0.hasSuffix(".md") }.sorted()
    .flatMap { path in
      blocks(of: (try? String(contentsOf: folder.appending(path: path), encoding: .utf8)) ?? "")
    }

  private static func blocks(of text: String) -> [(language: String, text: String)] {
    var result: [(String, String)] = []
    var fence: (mark: String, language: String, lines: [Substring])?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let content = line.drop(while: \.isWhitespace)
      if let open = fence {
        if content.hasPrefix(open.mark) {
          result.append((open.language, open.lines.joined(separator: "\n") + "\n"))
          fence = nil
        } else {
          fence?.lines.append(line)
        }
      } else if let mark = ["```", "~~~"].first(where: { content.hasPrefix($0) }) {
        let info = content.drop { String($0) == mark.prefix(1) }.drop(while: \.isWhitespace)
        fence = (mark, info.prefix { $0.isLetter || $0.isNumber || "_+#.-".contains($0) }.lowercased(), [])
      }
    }
    return result
  }
}
