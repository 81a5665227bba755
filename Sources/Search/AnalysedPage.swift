import Bytes

/// A page as the index wants it: its terms, with what each is worth in each section.
package struct AnalysedPage: Sendable {
  /// Each term once.
  let terms: StringTable
  /// Whether a term stands in a title or heading, and so is spelt as it should be.
  let isNamed: [Bool]
  /// In the order of the sections.
  let postings: [Posting]
  let sections: Int
  let facets: [Facet: String]
  /// What results show of the page, in JSON.
  let shown: [UInt8]

  struct Posting: Sendable {
    let term: UInt32
    let section: UInt32
    /// 0 to `Impact.levels - 1`.
    let impact: UInt8
  }
}

/// Where a text stands, and so what it says of a section.
private struct Field {
  let weight: Double
  /// What length counts for; 1 halves the weight of a text of twice the usual length.
  let damping: Double
  /// In terms.
  let usualLength: Double

  static let title = Field(weight: 6, damping: 0.5, usualLength: 4)
  static let heading = Field(weight: 3, damping: 0.5, usualLength: 4)
  /// The description of a page and its keywords.
  static let summary = Field(weight: 2, damping: 0.3, usualLength: 12)
  static let body = Field(weight: 1, damping: 0.6, usualLength: 60)

  /// The usual length is no average over the site: with one, a change of one page would change the index of all others.
  func share(ofLength length: Int) -> Double {
    weight / (1 - damping + damping * Double(length) / usualLength)
  }
}

/// The part of BM25F that a page alone decides (Robertson, Zaragoza: "The Probabilistic Relevance Framework"), in few levels.
enum Impact {
  static let levels = 16
  private static let saturation = 2.0
  /// What a part of a compound word counts for.
  static let part = 0.4

  static func level(_ weight: Double) -> UInt8 {
    UInt8(Double(levels) * weight / (weight + saturation))
  }
}

/// Gathers the terms of a page.
package struct PageAnalyzer {
  private let tokenizer: Tokenizer
  private var terms = StringTable(capacity: 256)
  private var isNamed: [Bool] = []
  /// Of each term in the section at hand.
  private var weights: [Double] = []
  private var touched: [Int] = []
  private var postings: [AnalysedPage.Posting] = []
  private var field: [(term: Int, share: Double)] = []

  /// - Parameter language: a language tag (BCP 47).
  package static func analyse(_ page: SearchPage, language: String) -> AnalysedPage {
    var analyzer = PageAnalyzer(tokenizer: Tokenizer(stopWords: StopWords.table(of: language)))
    for (number, section) in page.sections.enumerated() {
      if number == 0 {
        analyzer.addName(page.title, .title)
        analyzer.addName(section.heading, .title)
        analyzer.add(page.description ?? "", .summary)
        analyzer.add((page.keywords + page.facets.values.sorted()).joined(separator: "\n"), .summary)
      } else {
        analyzer.addName(section.heading, .heading)
      }
      analyzer.add(section.text, .body)
      analyzer.end(section: number)
    }
    return AnalysedPage(
      terms: analyzer.terms, isNamed: analyzer.isNamed, postings: analyzer.postings, sections: page.sections.count,
      facets: page.facets, shown: ShownPage.json(of: page))
  }

  private init(tokenizer: Tokenizer) {
    self.tokenizer = tokenizer
  }

  private mutating func add(_ text: String, _ kind: Field) { add(tokenizer.terms(in: text), kind, isName: false) }

  private mutating func add(_ terms: [Term], _ kind: Field, isName: Bool) {
    field.removeAll(keepingCapacity: true)
    for term in terms { field.append((place(of: term.bytes), term.isPart ? Impact.part : 1)) }
    addField(kind, isName: isName)
  }

  /// A title or heading: what stands side by side in it is a term too, `error budget`, and so is what that gives when it is
  /// written as one word, since nobody knows whether they write `rollback` or `roll back`.
  private mutating func addName(_ text: String, _ kind: Field) {
    let found = tokenizer.terms(in: text)
    add(found, kind, isName: true)
    let words = found.filter { !$0.isPart }.map(\.bytes)
    field.removeAll(keepingCapacity: true)
    for (word, next) in zip(words, words.dropFirst()) {
      field.append((place(of: word + [0x20] + next), 1))
      field.append((place(of: word + next), 1))
    }
    addField(kind, isName: false)
  }

  private mutating func addField(_ kind: Field, isName: Bool) {
    let share = kind.share(ofLength: field.count)
    for (term, part) in field {
      if weights[term] == 0 { touched.append(term) }
      weights[term] += share * part
      if isName { isNamed[term] = true }
    }
  }

  private mutating func place(of term: ArraySlice<UInt8>) -> Int {
    let place = terms.insert(term)
    if place == weights.count {
      isNamed.append(false)
      weights.append(0)
    }
    return place
  }

  private mutating func end(section: Int) {
    for term in touched {
      postings.append(
        AnalysedPage.Posting(
          term: UInt32(term), section: UInt32(section), impact: Impact.level(weights[term])))
      weights[term] = 0
    }
    touched.removeAll(keepingCapacity: true)
  }
}
