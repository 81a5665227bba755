/// One text of another file that a line asks for.
struct IncludeRequest {
  /// Which lines of the file are meant.
  enum Part: Equatable {
    case all
    case region(String)
    /// One-based.
    case lines([ClosedRange<Int>])
  }

  /// How it was asked for, which tells how the text is read.
  enum Form {
    /// As text that stands in the place of the line, with links as on the page.
    case text
    /// As a file: Markdown with links that start from its own folder, anything else as a block of code.
    case file
  }

  let path: String
  let part: Part
  let form: Form

  /// What keeps a line from being read.
  struct Fault: Error {
    let message: String
    let help: String
  }

  /// Reads a line of an include.
  ///
  /// - Parameter isListed: whether it stands between scissors, as the name of a file.
  static func read(_ line: ByteView, isListed: Bool) throws(Fault) -> IncludeRequest {
    let text = line.trimmedEnd
    if isListed { return try snippet(text.text.unquoted) }
    if let request = try read(codeLine: text) { return request }
    return try directive(DirectiveLine(text), text)
  }

  /// Reads a line that asks for a text in a block of code, too; nil for any other.
  static func read(codeLine text: ByteView) throws(Fault) -> IncludeRequest? {
    if let braces = BraceInclude(text) { return IncludeRequest(path: text[braces.path].text, part: .all, form: .text) }
    guard case .file(let name) = SnippetLine(text) else { return nil }
    return try snippet(text[name].text)
  }

  private static func directive(_ line: DirectiveLine, _ text: ByteView) throws(Fault) -> IncludeRequest {
    var argument: String?
    var lines: String?
    let words: [DirectiveLine.Word]
    do { words = try line.words() } catch { throw Fault(message: error.message, help: error.help) }
    for word in words {
      let value = text[word.value].text
      switch word.key.map({ text[$0].text }) {
      case nil where argument == nil: argument = value
      case nil:
        throw Fault(message: "'\(value)' is one file too many", help: "Write each include on a line of its own.")
      case "lines": lines = value
      case let name?:
        throw Fault(message: "an include has no option '\(name)'", help: "It has 'lines', such as 'lines=2-5'.")
      }
    }
    guard let argument else {
      throw Fault(message: "the include names no file", help: "Write ':::include path/file#region'.")
    }
    return try directive(argument, lines: lines)
  }

  /// Reads what PyMdown's snippets have in quotation marks: `file`, `file:region`, `file:2:5`, `file:2:5,8:9`.
  static func snippet(_ text: String) throws(Fault) -> IncludeRequest {
    let name = text.lastIndex(of: "/").map { text.index(after: $0) } ?? text.startIndex
    let isURL = text.hasPrefix("http:") || text.hasPrefix("https:")
    guard !isURL, let colon = text[name...].firstIndex(of: ":") else {
      return IncludeRequest(path: text, part: .all, form: .text)
    }
    let path = String(text[..<colon])
    let rest = text[text.index(after: colon)...]
    if let first = rest.first, first.isLetter {
      return IncludeRequest(path: path, part: .region(String(rest)), form: .text)
    }
    return IncludeRequest(path: path, part: .lines(try ranges(rest, separator: ":", openEnd: true)), form: .text)
  }

  /// Reads a directive's argument, `file#region`, and its option `lines`, such as `2-5,8`.
  static func directive(_ argument: String, lines: String?) throws(Fault) -> IncludeRequest {
    let parts = argument.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let region = parts.count > 1 ? String(parts[1]) : nil
    guard region == nil || lines == nil else {
      throw Fault(message: "an include takes a region or lines, not both", help: "Remove one of the two.")
    }
    var part = region.map { Part.region($0) } ?? .all
    if let lines { part = .lines(try ranges(lines[...], separator: "-", openEnd: false)) }
    return IncludeRequest(path: String(parts[0]), part: part, form: .file)
  }

  /// - Parameter openEnd: whether a number alone stands for all lines from it on.
  private static func ranges(_ text: Substring, separator: Character, openEnd: Bool) throws(Fault) -> [ClosedRange<Int>]
  {
    var ranges: [ClosedRange<Int>] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: separator, maxSplits: 1, omittingEmptySubsequences: false)
      let first = ends[0].isEmpty ? 1 : Int(ends[0])
      let last = ends.count == 1 ? (openEnd ? Int.max : first) : ends[1].isEmpty ? Int.max : Int(ends[1])
      guard let first, let last, first > 0, last >= first, !part.isEmpty else {
        throw Fault(
          message: "'\(part)' names no lines",
          help: "Write the first line and the last, such as '2\(separator)5', and several with commas.")
      }
      ranges.append(first...last)
    }
    return ranges
  }
}

/// A line of PyMdown's snippets: `--8<-- "file"`, or the scissors alone around a list of files.
///
/// Source of the form: the extension `pymdownx.snippets`.
enum SnippetLine {
  /// What stands in the quotation marks.
  case file(Range<Int>)
  case scissors
  /// A line that only shows the scissors, behind a semicolon.
  case escaped

  /// - Parameter line: without white space at its ends.
  init?(_ line: ByteView) {
    let start = line.prefix { $0 == UInt8(ascii: ";") }.count
    guard let end = line.endOfScissors(from: start) else { return nil }
    let value = line.endOfBlanks(from: end)
    if value == line.count {
      self = start > 0 ? .escaped : .scissors
      return
    }
    let quote = line[value]
    guard value > end, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), line.count - value > 2,
      line[line.count - 1] == quote
    else { return nil }
    self = start > 0 ? .escaped : .file(value + 1..<line.count - 1)
  }
}

/// A line of the extension `markdown-include`: `{!file!}`.
struct BraceInclude {
  let path: Range<Int>

  init?(_ line: ByteView) {
    guard line.has("{!", at: 0), line.has("!}", at: line.count - 2), line.count > 4 else { return nil }
    let inner = line[2..<line.count - 2].trimmedEnd
    path = 2 + inner.endOfBlanks(from: 0)..<2 + inner.count
    // A path has no blanks, and what has none need not be one.
    guard !path.isEmpty, path.allSatisfy({ !isSpace(line[$0]) }),
      path.contains(where: { line[$0] == UInt8(ascii: ".") })
    else { return nil }
  }
}

extension String {
  /// Without the quotation marks around it.
  fileprivate var unquoted: String {
    guard count > 2, let first, first == last, first == "\"" || first == "'" else { return self }
    return String(dropFirst().dropLast())
  }
}

extension ByteView {
  /// Past `--8<--` with any number of hyphens; nil where none stands.
  fileprivate func endOfScissors(from start: Int) -> Int? {
    let blade = endOfHyphens(from: start)
    guard blade > start, has("8<", at: blade) else { return nil }
    let end = endOfHyphens(from: blade + 2)
    return end > blade + 2 ? end : nil
  }

  private func endOfHyphens(from start: Int) -> Int {
    var end = start
    while end < count, self[end] == UInt8(ascii: "-") { end += 1 }
    return end
  }
}
