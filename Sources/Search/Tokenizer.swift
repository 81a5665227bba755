import Bytes

/// Cuts text into the terms by which it is found.
///
/// `ServiceMonitor`, `service-monitor` and `service.monitor` each give `service`, `monitor` and `servicemonitor`. Scripts
/// that write no blanks between words give pairs of neighbouring characters. The client cuts what is typed in the same way.
struct Tokenizer {
  let stopWords: StringTable

  /// The terms in the order of the text, the parts of a word before it.
  ///
  /// A text of nothing but stop words keeps them.
  func terms(in text: String) -> [Term] {
    var scanner = TermScanner()
    scanner.scan(text)
    let terms = scanner.terms
    let telling = terms.filter { stopWords.number(of: $0.bytes) == nil }
    return telling.isEmpty ? terms : telling
  }
}

/// Something by which a text is found.
struct Term: Equatable {
  /// In UTF-8; terms of one text share their memory.
  let bytes: ArraySlice<UInt8>
  /// Whether it is one part of a word of several, which the text is less about.
  let isPart: Bool

  var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Reads a text scalar by scalar.
private struct TermScanner {
  private var bytes: [UInt8] = []
  /// In `bytes`.
  private var ranges: [(range: Range<Int>, isPart: Bool)] = []
  /// The word that is being read, as it is written, without what joins its parts.
  private var word: [Unicode.Scalar] = []
  /// Where its parts but the first begin.
  private var breaks: [Int] = []
  private var isJoined = false
  private var hasSign = false
  private var hasInnerCapital = false
  private var unspaced: [Unicode.Scalar] = []

  /// Longer words are hashes, keys and the like, which nobody types.
  private static let longest = 32

  var terms: [Term] { ranges.map { Term(bytes: bytes[$0.range], isPart: $0.isPart) } }

  mutating func scan(_ text: String) {
    for scalar in text.unicodeScalars {
      switch ScalarKind(scalar) {
      case .letter:
        endUnspaced()
        if hasSign { endWord() }
        if isJoined { breaks.append(word.count) }
        isJoined = false
        hasInnerCapital = hasInnerCapital || !word.isEmpty && scalar.isUpper
        word.append(scalar)
      case .joiner where !word.isEmpty && !isJoined: isJoined = true
      case .sign where word.count == 1 && !isJoined || hasSign:
        hasSign = true
        word.append(scalar)
      case .unspaced:
        endWord()
        unspaced.append(scalar)
      default:
        endWord()
        endUnspaced()
      }
    }
    endWord()
    endUnspaced()
  }

  private mutating func endUnspaced() {
    guard !unspaced.isEmpty else { return }
    if unspaced.count == 1 { add(unspaced[...], isPart: false) }
    for start in unspaced.indices.dropLast() { add(unspaced[start...start + 1], isPart: false) }
    unspaced.removeAll(keepingCapacity: true)
  }

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    if hasInnerCapital { addBreaksAtCapitals() }
    if !breaks.isEmpty { addParts() }
    add(word[...], isPart: false)
    hasInnerCapital = false
    word.removeAll(keepingCapacity: true)
    breaks.removeAll(keepingCapacity: true)
    isJoined = false
    hasSign = false
  }

  private mutating func addParts() {
    let starts = breaks.sorted()
    for (start, end) in zip([0] + starts, starts + [word.count]) where end - start > 1 {
      add(word[start..<end], isPart: true)
    }
  }

  /// `accessDenied` and `HTTPServer` have a part that begins at their last capital letter; the `s` of `APIs` ends none.
  private mutating func addBreaksAtCapitals() {
    let written = Set(breaks)
    for index in word.indices.dropFirst() where word[index].isUpper && !written.contains(index) {
      if word[index - 1].isLower || word[index - 1].isUpper && beginsWord(index) { breaks.append(index) }
    }
  }

  /// Whether a small letter follows, other than the ending of a plural.
  private func beginsWord(_ index: Int) -> Bool {
    guard index + 1 < word.count, word[index + 1].isLower else { return false }
    return word[index + 1] != "s" || index + 2 < word.count && ScalarKind(word[index + 2]) == .letter
  }

  private mutating func add(_ scalars: ArraySlice<Unicode.Scalar>, isPart: Bool) {
    let start = bytes.count
    for scalar in scalars { Folding.append(scalar, to: &bytes) }
    guard (1...TermScanner.longest).contains(bytes.count - start) else { return bytes.removeSubrange(start...) }
    ranges.append((start..<bytes.count, isPart))
  }
}

/// What a scalar does to the words around it.
private enum ScalarKind {
  /// Part of a word.
  case letter
  /// Between two letters, part of a word.
  case joiner
  /// Behind a single letter, part of a word: `C#`, `C++`.
  case sign
  /// Of a script that writes no blanks between words.
  case unspaced
  case other

  init(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": self = .letter
    case "-", "_", ".", "'", "’": self = .joiner
    case "+", "#": self = .sign
    case "\0"..."\u{7F}": self = .other
    case "\u{E00}"..."\u{109F}", "\u{1780}"..."\u{17FF}", "\u{3040}"..."\u{9FFF}": self = .unspaced
    default:
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
        .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
        self = .letter
      default: self = .other
      }
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isUpper: Bool {
    value < 0x80 ? (0x41...0x5A).contains(value) : properties.generalCategory == .uppercaseLetter
  }

  fileprivate var isLower: Bool {
    value < 0x80 ? (0x61...0x7A).contains(value) : properties.generalCategory == .lowercaseLetter
  }
}
