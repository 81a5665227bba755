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
    self.synonyms = synonyms
    postings = PostingLists(pages)
  }

  /// Where the file is that names the others.
  package static func path(language: String) -> String { "search.\(language).js" }

  /// All files, that which names the others first.
  package var files: [File] {
    let terms = postings.termShards
    let words = postings.wordShards
    let documents = documentShards
    let termNames = terms.enumerated().map { name("t\($0)", $1.bytes) }
    let wordNames = words.map { name("w\($0.length)", $0.bytes) }
    let documentNames = documents.enumerated().map { name("d\($0)", $1) }
    let directory: JSON = [
      "folder": .text(folder),
      "sections": .text(numbers(pages.map(\.sections))),
      "facets": .list(Facet.allCases.map(facet)),
      "terms": .list(zip(terms, termNames).flatMap { [.text($0.first), .text($1.mark)] }),
      "words": .object(zip(words, wordNames).map { JSON.Member(String($0.length), .text($1.mark)) }),
      "documents": .text(documentNames.map(\.mark).joined()),
      "stopWords": .text(StopWords.of(language).sorted().joined(separator: " ")),
      "synonyms": .list(synonyms.map { .list($0.map(JSON.text)) }),
    ]
    var buffer = ByteBuffer()
    buffer.append(directory)
    return [File(path: SearchIndex.path(language: language), bytes: shardScript(buffer.bytes))]
      + zip(termNames, terms).map { File(path: $0.path, bytes: $1.bytes) }
      + zip(wordNames, words).map { File(path: $0.path, bytes: $1.bytes) }
      + zip(documentNames, documents).map { File(path: $0.path, bytes: $1) }
  }

  private var folder: String { "assets/search/\(language)/" }

  private func name(_ name: String, _ bytes: [UInt8]) -> (path: String, mark: String) {
    let mark = String(Fingerprint(bytes).hex.prefix(8))
    return ("\(folder)\(name).\(mark).js", mark)
  }

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
  private static let pagesOfDocumentShard = 8

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
