import Diagnostics

/// What the info string of a fence says of its block, as MkDocs, Docusaurus and VitePress write it.
///
/// The first word is the language; what follows is `key=value`, `{1,3-5}` for highlighted lines, `[title]`, or, in
/// braces, an attribute list such as `{ .yaml title="x" hl_lines="2" }`.
struct FenceInfo {
  /// A set of lines with what is to become of them.
  struct Marks {
    let style: LineStyle
    let lines: ClosedRange<Int>
    /// Where the lines are named in the info string.
    let range: Range<Int>
  }

  /// Something that cannot be read, with its place in the info string.
  struct Fault {
    let message: String
    let range: Range<Int>
    let help: String
  }

  /// Empty where none is named.
  private(set) var language: ByteView
  private(set) var title: ByteView?
  /// In the order of the info string.
  private(set) var marks: [Marks] = []
  /// The number of the first line, where lines are numbered.
  private(set) var firstNumber: Int?
  private(set) var wraps = false
  /// Whether the names of variables in the block stand for their values.
  private(set) var fillsVariables = false
  private(set) var id: ByteView?
  private(set) var classes: [ByteView] = []
  /// In a block of the language `diff`, the language of its lines; empty where none is named.
  private(set) var inner: ByteView
  private(set) var faults: [Fault] = []

  /// - Parameter hasAttributes: false to take the first word for the language and the rest for nothing, as GFM does.
  init(_ info: ByteView, hasAttributes: Bool) {
    inner = info[0..<0]
    guard hasAttributes else {
      language = info.prefix { !isSpace($0) }
      return
    }
    var reader = InfoReader(info)
    language = reader.readLanguage()
    // A text without end of attributes would have as many findings.
    while faults.count < 8, let item = reader.next() { apply(item) }
  }

  var isDiff: Bool { language.text == "diff" }

  private mutating func apply(_ item: InfoReader.Item) {
    switch item {
    case .lines(let value, let range): mark(.highlighted, value, range)
    case .title(let value): title = value
    case .id(let value): id = value
    case .name(let value) where language.isEmpty: language = value
    case .name(let value): classes.append(value)
    case .attribute(let name, let value, let range): apply(name, value, range)
    case .fault(let fault): faults.append(fault)
    }
  }

  private mutating func apply(_ name: ByteView, _ value: ByteView?, _ range: Range<Int>) {
    switch name.text {
    case "title", "filename", "file": title = value
    case "hl_lines", "highlight", "mark": mark(.highlighted, value, range)
    case "ins": mark(.inserted, value, range)
    case "del": mark(.deleted, value, range)
    case "focus": mark(.focused, value, range)
    case "linenums", "showLineNumbers", "line-numbers", "startLineNumber": number(from: value, range)
    case "no-line-numbers": firstNumber = nil
    case "wrap": wraps = value.map { $0.text != "false" } ?? true
    case "variables": fillsVariables = value.map { $0.text != "false" } ?? true
    case "lang": inner = value ?? inner
    case let word where isDiff && value == nil && inner.isEmpty && !FenceInfo.names.contains(word):
      inner = name
    case let word where FenceInfo.ignored.contains(word): break
    case let word: faults.append(name.prefix(while: isDigit).isEmpty ? unknown(word, range) : noLines(word, range))
    }
  }

  /// The names of attributes, for a did-you-mean.
  private static let names = [
    "title", "filename", "file", "hl_lines", "highlight", "mark", "ins", "del", "focus", "linenums", "showLineNumbers",
    "line-numbers", "startLineNumber", "no-line-numbers", "wrap", "variables", "lang",
  ]

  /// What other tools take for settings of things that a portal does with every block, or in no block.
  private static let ignored: Set<String> = ["annotate", "copy", "no-copy", "select", "no-select", "npm2yarn", "icon"]

  private func unknown(_ name: String, _ range: Range<Int>) -> Fault {
    Fault(
      message: "there is no attribute '\(name)' of code blocks", range: range,
      help: DidYouMean.help(for: name, in: FenceInfo.names)
        ?? "'title', 'hl_lines', 'linenums', 'ins', 'del', 'focus' and 'wrap' are some that there are.")
  }

  private mutating func number(from value: ByteView?, _ range: Range<Int>) {
    switch value?.text {
    case nil, "true": firstNumber = firstNumber ?? 1
    case "false": firstNumber = nil
    case let text?:
      // `linenums="1 1 2"` of MkDocs has a step and a highlight behind the first number.
      if let first = text.split(separator: " ").first.flatMap({ Int($0) }), (0...FenceInfo.lastLine).contains(first) {
        firstNumber = first
      } else {
        faults.append(
          Fault(message: "'\(text)' is no line number", range: range, help: "Write it as in linenums=\"1\"."))
      }
    }
  }

  private static let lastLine = 999_999

  /// Takes in a list of lines such as `1 3-5` or `1,3-5`.
  private mutating func mark(_ style: LineStyle, _ value: ByteView?, _ range: Range<Int>) {
    var isEmpty = true
    for word in (value?.text ?? "").split(whereSeparator: { $0 == " " || $0 == "," }) {
      let bounds = word.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map { Int($0) }
      guard let first = bounds.first ?? nil, let last = bounds.last ?? nil, first > 0, first <= last,
        last <= FenceInfo.lastLine
      else { return faults.append(noLines(String(word), range)) }
      marks.append(Marks(style: style, lines: first...last, range: range))
      isEmpty = false
    }
    if isEmpty { faults.append(noLines(value?.text ?? "", range)) }
  }

  private func noLines(_ text: String, _ range: Range<Int>) -> Fault {
    Fault(
      message: "'\(text)' names no lines", range: range,
      help: "Write the lines as numbers and ranges from 1, as in {1,3-5} or hl_lines=\"1 3-5\".")
  }
}

/// What may become of a line of code.
struct LineStyle: OptionSet {
  let rawValue: UInt8

  static let highlighted = LineStyle(rawValue: 1)
  static let inserted = LineStyle(rawValue: 2)
  static let deleted = LineStyle(rawValue: 4)
  static let focused = LineStyle(rawValue: 8)
}
