import Diagnostics

/// What is parsed at most.
///
/// The parser takes time or memory that grows with the square of each of these counts; the
/// bounds refuse no real document that was tried and leave no text that takes a second.
struct Limit {
  /// What is counted, in the plural, as a message says it.
  let name: String
  let bound: Int
  /// The way out.
  let help: String

  private init(_ name: String, _ bound: Int, _ help: String) {
    self.name = name
    self.bound = bound
    self.help = help
  }

  private static let split = "Split the block with blank lines, or put generated text into a fenced code block."
  private static let divide = "Divide the file into several, or put generated text into fenced code blocks."
  private static let escape = "Put text like this into a fenced code block."

  static let file = Limit("bytes in the file", 4 << 20, "Divide the file into several.")
  static let block = Limit("bytes in one block", 128 << 10, split)
  static let markers = Limit("markers of lists and quotes on one line", 64, escape)
  static let containers = Limit(
    "containers open one inside the other", 16, "Close those above with lines of their own.")
  static let footnotes = Limit("footnote definitions nested on one line", 32, "Give each definition lines of its own.")
  static let nesting = Limit("lines times the lists and quotes that they are nested in", 4_000_000, divide)
  static let columns = Limit("columns in a table", 512, "Turn the table round, or divide it into several.")
  static let cells = Limit("cells in a table", 200_000, "Divide the table into several.")
  static let unclosed = Limit("beginnings of one kind of HTML without an end in one block", 64, escape)
  static let bracketsInBlock = Limit("'[' in one block", 8_000, split)
  static let bracketsInFile = Limit("'[' in the file", 40_000, divide)
  static let urlsInBlock = Limit("bare URLs in one block", 4_000, split)
  static let urlsInFile = Limit("bare URLs in the file", 20_000, divide)
  static let atsInBlock = Limit("'@' in one block", 4_000, split)
  static let atsInFile = Limit("'@' in the file", 20_000, divide)
  static let delimiters = Limit("delimiters in one run", 512, escape)
  static let parentheses = Limit("')' in one run", 128, escape)
  /// The library takes the length of a footnote's label from the source, where the text it reads from is only `^`.
  static let encodedCarets = Limit("'[' before a '^' as an entity", 0, "Write '^' as it is, or as '\\^'.")

  /// What all reference links of a file of this size may repeat of their definitions.
  static func expansion(fileSize: Int) -> Limit {
    Limit("bytes of definitions repeated by reference links", max(1 << 20, fileSize), "Shorten the definitions.")
  }

  /// Rows shorter than their table are filled up with cells, in any number of tables.
  static func cellsInFile(fileSize: Int) -> Limit {
    Limit("cells in the tables of the file", max(cells.bound, fileSize / 4), "Divide the file into several.")
  }
}

/// A count beyond its limit.
struct Excess {
  let limit: Limit
  let count: Int
  /// One-based line of the text.
  let line: Int

  /// - Returns: nil where the count is within the limit.
  init?(_ limit: Limit, _ count: Int, line: Int) {
    guard count > limit.bound else { return nil }
    self.limit = limit
    self.count = count
    self.line = line
  }

  func diagnostic(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .markdownLimit, "\(count) \(limit.name), more than the \(limit.bound) that are parsed", at: span, help: limit.help
    )
  }
}
