import Testing

@testable import Highlighting

/// What holds for the tokens of any text in any language.
@Suite struct TokenPropertyTests {
  @Test(arguments: Language.all.map(\.name)) func anyBytesHaveTokensInOrder(language: String) {
    var random = SeededRandom(seed: language.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
    for _ in 0..<150 {
      let bytes = (0..<random.below(300)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      expectOrder(bytes, language)
    }
  }

  @Test(arguments: Samples.languages) func brokenCodeHasTokensInOrderThatCutNoCharacter(language: String) {
    var random = SeededRandom(seed: language.utf8.reduce(11) { $0 &* 31 &+ UInt64($1) })
    let characters = Array(Samples.text(language))
    for _ in 0..<100 {
      var text = Array(characters.dropFirst(random.below(characters.count)).prefix(random.below(300)))
      for _ in 0..<random.below(8) where !text.isEmpty {
        text.insert(contentsOf: Openings.all[random.below(Openings.all.count)], at: random.below(text.count))
        text.remove(at: random.below(text.count))
      }
      let bytes = Array(String(text).utf8)
      expectOrder(bytes, language)
      expectWholeCharacters(bytes, language)
    }
  }

  @Test(arguments: Samples.languages) func samplesHaveTokensInOrder(language: String) {
    let bytes = Array(Samples.text(language).utf8)
    expectOrder(bytes, language)
    expectWholeCharacters(bytes, language)
    #expect((tokens(bytes, language).count > 8) == (language != "text"))
  }

  @Test(.enabled(if: CorpusBlocks.isThere, "needs ../shared/corpora"))
  func blocksOfRealDocumentsHaveTokensInOrder() {
    #expect(CorpusBlocks.all.count > 1_000)
    for (name, text) in CorpusBlocks.all {
      let language = Language.named(name)?.name ?? "bash"
      expectOrder(Array(text.utf8), language)
      expectWholeCharacters(Array(text.utf8), language)
    }
  }

  /// Tags stripped from what would be written must give the source: no token may overlap another or leave the text.
  private func expectOrder(_ bytes: [UInt8], _ language: String, _ location: SourceLocation = #_sourceLocation) {
    var position = 0
    for token in tokens(bytes, language) {
      guard token.range.lowerBound >= position, !token.range.isEmpty, token.range.upperBound <= bytes.count else {
        Issue.record("\(token) after \(position) of \(bytes.count): \(bytes)", sourceLocation: location)
        return
      }
      position = token.range.upperBound
    }
  }

  private func expectWholeCharacters(_ bytes: [UInt8], _ language: String) {
    let cut = tokens(bytes, language).first { token in
      [token.range.lowerBound, token.range.upperBound].contains { $0 < bytes.count && bytes[$0] & 0xC0 == 0x80 }
    }
    if let cut { Issue.record("\(cut) cuts a character of \(String(decoding: bytes, as: UTF8.self))") }
  }

  private func tokens(_ bytes: [UInt8], _ language: String) -> [Token] {
    Language.named(language)?.tokens(in: bytes.span) ?? []
  }
}

/// The same numbers on every run: SplitMix64.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  mutating func below(_ bound: Int) -> Int { bound > 0 ? Int(next() % UInt64(bound)) : 0 }
}
