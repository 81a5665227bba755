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
    var open: (fence: Fence, lines: [Substring])?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let (fence, lines) = open {
        if fence.isClosed(by: line) {
          result.append((fence.language, lines.joined(separator: "\n") + "\n"))
          open = nil
        } else {
          open?.lines.append(fence.inside(line))
        }
      } else {
        open = Fence(line).map { ($0, []) }
      }
    }
    return result
  }

  private struct Fence {
    let language: String
    private let indentation: Int
    private let mark: Substring

    init?(_ line: Substring) {
      let content = line.drop { $0 == " " }
      guard let first = content.first, first == "`" || first == "~" else { return nil }
      mark = content.prefix { $0 == first }
      guard mark.count >= 3 else { return nil }
      indentation = line.count - content.count
      let info = content.dropFirst(mark.count).drop(while: \.isWhitespace)
      language = info.prefix { $0.isLetter || $0.isNumber || "_+#.-".contains($0) }.lowercased()
    }

    func isClosed(by line: Substring) -> Bool {
      let text = line.trimmingCharacters(in: .whitespaces)
      return text.hasPrefix(mark) && text.allSatisfy { $0 == mark.first }
    }

    /// A line of the block without the indentation of the fence.
    func inside(_ line: Substring) -> Substring {
      line.dropFirst(min(indentation, line.prefix { $0 == " " }.count))
    }
  }
}
