import Bytes

/// Where each term stands: for all terms, in their order, the sections with what the term is worth there.
struct PostingLists {
  private struct Term {
    let text: String
    /// In `packed`.
    let range: Range<Int>
    let isNamed: Bool
  }

  /// In the order of their UTF-16, in which JavaScript compares them.
  private let terms: [Term]
  /// `section * Impact.levels + impact`, sections being counted over all pages.
  private let packed: [UInt32]

  init(_ pages: [AnalysedPage]) {
    var texts = StringTable(capacity: 4_096)
    var counts: [Int] = []
    var isNamed: [Bool] = []
    let placesOfPages = pages.map { page in
      page.isNamed.enumerated().map { number, isNamedHere in
        let place = texts.insert(page.terms[number])
        if place == counts.count {
          counts.append(0)
          isNamed.append(false)
        }
        if isNamedHere { isNamed[place] = true }
        return place
      }
    }
    for (page, places) in zip(pages, placesOfPages) {
      for posting in page.postings { counts[places[Int(posting.term)]] += 1 }
    }
    var ends = counts.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    let starts = ends
    var packed = [UInt32](repeating: 0, count: starts.last ?? 0)
    var firstSection = 0
    for (page, places) in zip(pages, placesOfPages) {
      for posting in page.postings {
        let place = places[Int(posting.term)]
        let section = firstSection + Int(posting.section)
        packed[ends[place]] = UInt32(section * Impact.levels) + UInt32(posting.impact)
        ends[place] += 1
      }
      firstSection += page.sections
    }
    self.packed = packed
    terms = (0..<texts.count).sorted { PostingLists.precedes(texts[$0], texts[$1]) }.map {
      Term(
        text: String(decoding: texts[$0], as: UTF8.self), range: starts[$0]..<starts[$0 + 1], isNamed: isNamed[$0])
    }
  }

  /// The order of two texts in UTF-8 when they are compared in UTF-16, where scalars of two units come before U+E000.
  private static func precedes(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    func rank(_ byte: UInt8) -> UInt8 { byte == 0xEE || byte == 0xEF ? byte + 0x10 : byte }
    return left.lexicographicallyPrecedes(right) { rank($0) < rank($1) }
  }

  // MARK: The files of the terms

  /// A shard is full at so many bytes; terms at which one may then end are one in `endInterval`.
  ///
  /// Whether a term is such a one depends on nothing else, so that what one page changes does not move the borders of all
  /// shards behind it.
  private static let fullShard = 16_384
  private static let endInterval: UInt64 = 16
  /// Of a term that is nearly everywhere, only the sections that it says most of are worth their bytes.
  private static let mostPostings = 4_096

  /// The terms with their sections, cut into files; `first` is the first term of each.
  var termShards: [(first: String, bytes: [UInt8])] {
    var shards: [(first: String, bytes: [UInt8])] = []
    var writer = TermWriter()
    var first = ""
    for term in terms {
      if writer.count >= PostingLists.fullShard, Fingerprint(term.text.utf8).value % PostingLists.endInterval == 0 {
        shards.append((first, writer.script))
        writer = TermWriter()
      }
      if writer.count == 0 { first = term.text }
      writer.append(term.text) { append(packed[term.range], to: &$0) }
    }
    if writer.count > 0 { shards.append((first, writer.script)) }
    return shards
  }

  /// The first section with its impact, then each as its distance from the one before: `distance * levels + impact`.
  private func append(_ postings: ArraySlice<UInt32>, to buffer: inout ByteBuffer) {
    var last: UInt32 = 0
    for posting in strongest(postings) {
      let section = posting / UInt32(Impact.levels)
      let impact = posting % UInt32(Impact.levels)
      NumberText.append(Int((section - last) * UInt32(Impact.levels) + impact), to: &buffer)
      last = section
    }
  }

  private func strongest(_ postings: ArraySlice<UInt32>) -> ArraySlice<UInt32> {
    guard postings.count > PostingLists.mostPostings else { return postings }
    func precedes(_ left: UInt32, _ right: UInt32) -> Bool {
      let (leftImpact, rightImpact) = (left % UInt32(Impact.levels), right % UInt32(Impact.levels))
      return leftImpact != rightImpact ? leftImpact > rightImpact : left < right
    }
    return postings.sorted(by: precedes).prefix(PostingLists.mostPostings).sorted()[...]
  }

  // MARK: The files of the words

  private static let lengths = 4...20

  /// By the length of the words; empty where there are none.
  ///
  /// They hold what a misspelt word may mean: the words of titles and headings, and those in two sections at least.
  var wordShards: [[UInt8]] {
    var writers = (0...PostingLists.lengths.upperBound).map { _ in TermWriter() }
    for term in terms where term.isNamed || term.range.count > 1 {
      let length = term.text.utf16.count
      guard PostingLists.lengths.contains(length), term.text.unicodeScalars.allSatisfy(\.properties.isAlphabetic)
      else { continue }
      writers[length].append(term.text) {
        NumberText.append(term.range.count, to: &$0)
      }
    }
    return writers.map { $0.count > 0 ? $0.script : [] }
  }
}

/// Writes terms in their order, each with something behind it: what it shares with the term before, the rest of it, a `!`, and
/// that; tabs between them.
private struct TermWriter {
  private var buffer = ByteBuffer()
  private var last = ""

  var count: Int { buffer.count }

  var script: [UInt8] { shardScript(Array("\"".utf8) + buffer.bytes + Array("\"".utf8)) }

  mutating func append(_ term: String, _ write: (inout ByteBuffer) -> Void) {
    if buffer.count > 0 { buffer.append(UInt8(ascii: "\t")) }
    let shared = sharedScalars(with: term)
    NumberText.append(term.unicodeScalars.prefix(shared).reduce(0) { $0 + UTF16.width($1) }, to: &buffer)
    buffer.append(String(term.unicodeScalars.dropFirst(shared)))
    buffer.append("!")
    write(&buffer)
    last = term
  }

  /// So many that their number in UTF-16, in which JavaScript counts, has one digit.
  private func sharedScalars(with term: String) -> Int {
    zip(last.unicodeScalars, term.unicodeScalars).prefix(NumberText.lastOfOneDigit / 2).prefix { $0 == $1 }.count
  }
}
