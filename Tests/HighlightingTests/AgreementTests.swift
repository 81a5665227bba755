import Foundation
import TestSupport
import Testing

@testable import Highlighting

/// What is a comment and what a string, as another highlighter sees it: `Tests/Machines/highlighting.py` counts.
@Suite struct AgreementTests {
  @Test(.enabled(if: Python.isThere, "needs the Python of 'make test'"))
  func samplesAgreeWithPygments() throws {
    let agreement = try Agreement(on: Samples.all)
    #expect(agreement.byLanguage.keys.sorted() == Samples.languages)
    #expect(agreement.belowFloors == [])
  }

  @Test(.enabled(if: Python.isThere && CorpusBlocks.isThere, "needs ../shared/corpora, and the Python of 'make test'"))
  func blocksOfRealDocumentsAgreeWithPygments() throws {
    let blocks = CorpusBlocks.all.compactMap { block in
      Language.named(block.language).map { (language: $0.name, text: block.text) }
    }
    #expect(blocks.count > 1_000)
    #expect(try Agreement(on: Samples.all + blocks).belowFloors == [])
  }

  @Test func everyLanguageHasAFloorAndAReasonForALowOne() {
    #expect(Floor.all.keys.sorted() == Samples.languages)
    #expect(Floor.all.filter { ($1.value ?? 0) < 0.8 && $1.reason.isEmpty }.keys.sorted() == [])
  }
}

private struct Agreement {
  /// F1 over the bytes that either side marks; nil where neither marks any.
  let byLanguage: [String: Double?]

  init(on blocks: [(language: String, text: String)]) throws {
    let folder = try TemporaryFolder()
    let file = URL(filePath: folder.path).appending(path: "blocks.json")
    try JSONEncoder().encode(blocks.map(Block.init)).write(to: file)
    let answer = try Python.run([TestSite.repository + "/Tests/Machines/highlighting.py", file.path])
    try #require(answer.status == 0)
    let lines = String(decoding: answer.output, as: UTF8.self).split(separator: "\n").map { $0.split(separator: " ") }
    byLanguage = Dictionary(uniqueKeysWithValues: lines.map { (String($0[0]), Double($0[1])) })
  }

  /// The languages that agree less than they should.
  var belowFloors: [String] {
    byLanguage.filter { language, score in (score ?? 0) < Floor.all[language]?.value ?? 0 }
      .map { "\($0.key): \($0.value.map { "\($0)" } ?? "-")" }.sorted()
  }
}

private struct Block: Encodable {
  let language: String
  let text: String
  let tokens: [Entry]

  struct Entry: Encodable {
    let token: Token

    func encode(to encoder: any Encoder) throws {
      var container = encoder.unkeyedContainer()
      try container.encode(token.kind.rawValue)
      try container.encode(token.range.lowerBound)
      try container.encode(token.range.upperBound)
    }
  }

  init(language: String, text: String) {
    self.language = language
    self.text = text
    tokens = Language.named(language)?.tokens(in: Array(text.utf8).span).map(Entry.init) ?? []
  }
}

private struct Floor {
  /// Nil where there is nothing to agree on.
  let value: Double?
  let reason: String

  static let all: [String: Floor] = {
    let path = TestSite.repository + "/Tests/Machines/highlighting-floors.txt"
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { $0.split(separator: " ", maxSplits: 2) }
    return Dictionary(
      uniqueKeysWithValues: lines.map { words in
        let words = words.map { $0.trimmingCharacters(in: .whitespaces) }
        return (words[0], Floor(value: Double(words[1]), reason: words.count > 2 ? words[2] : ""))
      })
  }()
}
