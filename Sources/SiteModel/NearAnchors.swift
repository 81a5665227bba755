import Diagnostics
import Markdown

/// The ids of one page, made ready to be asked for those near to many that it does not have.
struct NearAnchors {
  private let ids: SpellingIndex
  /// Ids of headings in their order.
  private let headings: [String]
  /// The words of the headings' ids, sorted, with the headings that they are in.
  private let words: [(word: Substring, heading: Int)]
  /// Ids by their letters and digits, and those of headings by the letters and digits of their text.
  private let byLetters: [String: [String]]
  private let byText: [String: [String]]

  init(of page: Page) {
    ids = SpellingIndex(page.anchors)
    let headings = page.document?.article.headings ?? []
    self.headings = headings.map(\.id)
    words = headings.indices.flatMap { index in
      NearAnchors.words(of: headings[index].id).map { (word: $0, heading: index) }
    }.sorted { ($0.word, $0.heading) < ($1.word, $1.heading) }
    byLetters = Dictionary(grouping: page.anchors, by: NearAnchors.letters)
    byText = Dictionary(grouping: headings, by: { NearAnchors.letters(of: $0.text) }).mapValues { $0.map(\.id) }
  }

  /// At most three ids near to one that is not there: one with few edits, then those that share the beginning of a long word.
  func nearest(to id: String) -> [String] {
    let alike = ids.nearest(to: id)
    let related = NearAnchors.words(of: id.lowercased()).filter { $0.utf8.count > 3 }.reduce(into: Set<Int>()) {
      for place in words[start(of: $1)...].prefix(50) where place.word.hasPrefix($1) { $0.insert(place.heading) }
    }
    let others = related.sorted().lazy.map { headings[$0] }.filter { $0 != alike }
    return Array(((alike.map { [$0] } ?? []) + others).prefix(3))
  }

  /// The one id that differs in letter case and punctuation alone, or whose heading reads like that; nil where there are
  /// none or several.
  func certain(for id: String) -> String? {
    let letters = NearAnchors.letters(of: id)
    guard !letters.isEmpty else { return nil }
    let ids = byLetters[letters] ?? byText[letters] ?? []
    return ids.count == 1 ? ids[0] : nil
  }

  /// Where the words begin that do not precede this one.
  private func start(of word: Substring) -> Int {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle].word < word { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func words(of id: String) -> [Substring] { id.split { $0 == "-" || $0 == "_" } }

  private static func letters(of text: String) -> String {
    String(String.UnicodeScalarView(text.lowercased().unicodeScalars.filter(\.properties.isAlphanumeric)))
  }
}

extension Unicode.Scalar.Properties {
  fileprivate var isAlphanumeric: Bool { isAlphabetic || numericType != nil }
}
