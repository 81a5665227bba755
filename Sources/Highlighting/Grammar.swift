/// A language as a table: what begins with which mark, and which words mean what.
///
/// Marks are tried in the order of the table. What no rule and no word tells is plain text.
struct Grammar: Sendable {
  struct Options: OptionSet, Sendable {
    let rawValue: Int
    /// A word before `(` is a function.
    static let calls = Options(rawValue: 1)
    /// A word with a capital first and small letters behind it is a type.
    static let capitalizedTypes = Options(rawValue: 2)
    /// Words mean the same in any letter case.
    static let ignoresCase = Options(rawValue: 4)
    /// Digits mean nothing.
    static let noNumbers = Options(rawValue: 8)
  }

  /// The meaning of a word that no table has.
  typealias WordHook = @Sendable (inout Scanner, Range<Int>) -> Token.Kind?
  /// Whether the words of the table hold at an index.
  typealias PlaceHook = @Sendable (borrowing Scanner, Int) -> Bool
  /// Reads on from the start of a line; what it leaves is read as by the table.
  typealias LineHook = @Sendable (inout Scanner) -> Void

  let rules: RuleTable
  let words: WordTable
  let options: Options
  /// A word before one of these bytes is a key: `:` or `=`, but not `::` or `==`.
  let keys: [UInt8]
  let holdsWords: PlaceHook?
  let word: WordHook?
  let line: LineHook?
  private let classes: [ByteClass]

  /// - Parameters:
  ///   - keys: the bytes that make a key of the word before them.
  ///   - letters: bytes that may stand inside a word, besides letters, digits and `_`.
  ///   - holdsWords: where the words of the table hold, if not everywhere: at the start of a command.
  ///   - line: what is read first on each line.
  ///   - word: asked for the meaning of words that are not in the table.
  init(
    _ rules: [Rule], _ words: [Words] = [], _ options: Options = [], keys: String = "", letters: String = "",
    holdsWords: PlaceHook? = nil, line: LineHook? = nil, word: WordHook? = nil
  ) {
    self.rules = RuleTable(rules)
    self.words = WordTable(words, ignoresCase: options.contains(.ignoresCase))
    self.options = options
    self.keys = Array(keys.utf8)
    self.holdsWords = holdsWords
    self.word = word
    self.line = line
    classes = ByteClass.table(rules: self.rules, letters: letters, numbers: !options.contains(.noNumbers))
  }

  func byteClass(of byte: UInt8) -> ByteClass { classes[Int(byte)] }
}

/// What the main loop does at a byte.
struct ByteClass: OptionSet, Sendable {
  let rawValue: UInt8

  static let beginsRule = ByteClass(rawValue: 1)
  static let beginsWord = ByteClass(rawValue: 2)
  static let continuesWord = ByteClass(rawValue: 4)
  static let digit = ByteClass(rawValue: 8)
  static let newline = ByteClass(rawValue: 16)

  static func table(rules: RuleTable, letters: String, numbers: Bool) -> [ByteClass] {
    (0...UInt8.max).map { byte in
      var result: ByteClass = rules.isPlain(byte) ? [] : .beginsRule
      if byte.isWord { result.insert(.continuesWord) }
      if byte.isDigit { if numbers { result.insert(.digit) } } else if byte.isWord { result.insert(.beginsWord) }
      if letters.utf8.contains(byte) { result.insert(.continuesWord) }
      if byte == .newline { result.insert(.newline) }
      return result
    }
  }
}
