import Bytes

/// The index of the pages in one language, as files that a browser loads when it needs them.
///
/// All are classic scripts that set `porticoShard`, so that they load from a disk as well as from a server. The names of all
/// but one hold a fingerprint of what is in them: a browser may keep them for ever, and never mixes those of two builds. The
/// one that names the others is `search.LANGUAGE.js` at the root.
package struct SearchIndex {
  /// A file below the root of the site.
  package struct File: Sendable {
    package let path: String
    package let bytes: [UInt8]
  }

  private let pages: [AnalysedPage]
  private let postings: PostingLists
  private let language: String
  private let synonyms: [[String]]

  /// - Parameters:
  ///   - pages: in an order that changes little from build to build, such as that of their addresses.
  ///   - language: a language tag (BCP 47).
  ///   - synonyms: words and phrases that mean the same, in groups.
  package init(_ pages: [AnalysedPage], language: String, synonyms: [[String]] = []) {
    self.pages = pages
    self.language = language
    let tokenizer = Tokenizer(stopWords: StopWords.table(of: language))
    self.synonyms = synonyms.map { group in group.map { SearchIndex.searchable($0, tokenizer) } }
    postings = PostingLists(pages)
  }

  /// A phrase as the index has it: no more than two words that stand side by side, of a longer one the last.
  private static func searchable(_ phrase: String, _ tokenizer: Tokenizer) -> String {
    tokenizer.terms(in: phrase).filter { !$0.isPart }.suffix(2).map(\.text).joined(separator: " ")
  }

  /// Where the file is that names the others.
  package static func path(language: String) -> String { "search.\(language).js" }

  /// All files, that which names the others first.
  package var files: [File] {
    let terms = postings.termShards
    let words = postings.wordShards
    let shards = [
      Shards(kind: "t", scripts: terms.map(\.bytes)), Shards(kind: "w", scripts: words),
      Shards(kind: "d", scripts: documentShards),
    ]
    let directory: JSON = [
      "folder": .text(folder),
      "sections": .text(numbers(pages.map(\.sections))),
      "facets": .list(Facet.allCases.map(facet)),
      "first": .list(terms.map { .text($0.first) }),
      "lengths": .list(words.indices.filter { !words[$0].isEmpty }.map(JSON.integer)),
      "marks": .object(shards.map { JSON.Member($0.kind, .text($0.marks.joined())) }),
      "stopWords": .text(" \(StopWords.of(language).sorted().joined(separator: " ")) "),
      "synonyms": .list(synonyms.map { .list($0.map(JSON.text)) }),
    ]
    var buffer = ByteBuffer()
    buffer.append(directory)
    return [File(path: SearchIndex.path(language: language), bytes: shardScript(buffer.bytes))]
      + shards.flatMap { $0.files(in: folder) }
  }

  private var folder: String { "assets/search/\(language)/" }

  /// The values of a facet, and which of them each page has: 0 for none, else its number in the list.
  private func facet(_ facet: Facet) -> JSON {
    let values = Set(pages.compactMap { $0.facets[facet] }).sorted()
    let places = Dictionary(zip(values, 1...)) { first, _ in first }
    let column = pages.map { $0.facets[facet].flatMap { places[$0] } ?? 0 }
    return ["name": .text(facet.rawValue), "values": .list(values.map(JSON.text)), "pages": .text(numbers(column))]
  }

  private func numbers(_ numbers: [Int]) -> String {
    var buffer = ByteBuffer(capacity: numbers.count)
    for number in numbers { NumberText.append(number, to: &buffer) }
    return buffer.text
  }

  /// How many pages share a file with what results show of them: results lead to many pages, so these are small.
  private static let pagesOfDocumentShard = 4

  private var documentShards: [[UInt8]] {
    stride(from: 0, to: pages.count, by: SearchIndex.pagesOfDocumentShard).map { start in
      var buffer = ByteBuffer()
      for page in pages[start..<min(start + SearchIndex.pagesOfDocumentShard, pages.count)] {
        buffer.append(buffer.count == 0 ? "[" : ",\n")
        buffer.append(page.shown)
      }
      buffer.append("]")
      return shardScript(buffer.bytes)
    }
  }
}

/// A classic script that hands over a value.
func shardScript(_ json: [UInt8]) -> [UInt8] { Array("porticoShard=".utf8) + json + Array("\n".utf8) }

/// Files of one kind, by their numbers; an empty one is not written.
private struct Shards {
  let kind: String
  let scripts: [[UInt8]]
  /// Of each file eight characters that change with what is in it.
  let marks: [String]

  init(kind: String, scripts: [[UInt8]]) {
    self.kind = kind
    self.scripts = scripts
    marks = scripts.map { String(Fingerprint($0).hex.prefix(8)) }
  }

  func files(in folder: String) -> [SearchIndex.File] {
    zip(scripts, marks).enumerated().filter { !$1.0.isEmpty }.map { number, shard in
      SearchIndex.File(path: "\(folder)\(kind)\(number).\(shard.1).js", bytes: shard.0)
    }
  }
}
