import Bytes
import Diagnostics

/// What libyaml stopped at, said in plain words and with a way out.
struct SyntaxProblem {
  private let failure: ParserFailure
  /// Where libyaml stopped.
  private let place: SourceCursor
  /// Where the thing began that it was reading.
  private let context: SourceCursor

  /// - Parameters:
  ///   - collection: where the innermost collection began that was not finished, as a count of characters.
  ///   - start: a cursor at the start of the text.
  init(_ failure: ParserFailure, inside collection: Int?, from start: SourceCursor) {
    self.failure = failure
    var place = start
    var context = start
    if let offset = failure.unreadableOffset {
      place.move(toOffset: start.bytes.firstInvalidUTF8 ?? start.offset + offset)
    } else {
      place.move(to: failure.problemStart)
      let isCutShort = failure.problem == "did not find expected node content" && place.isAtEnd
      context.move(to: (isCutShort ? collection : nil) ?? failure.contextStart)
    }
    self.place = place
    self.context = context
  }

  /// The cases are the problems that libyaml's `scanner.c`, `parser.c` and `reader.c` (0.2.5) name.
  var diagnostic: Diagnostic {
    if failure.unreadableOffset != nil { return unreadable }
    switch (failure.problem, failure.context) {
    case ("found character that cannot start any token", _): return impossibleStart
    case (let problem, _) where problem.contains("tab character"): return tab
    case ("mapping values are not allowed in this context", _): return unexpectedColon
    case ("found unexpected end of stream", _), ("found unexpected document indicator", _): return unclosedQuote
    case ("could not find expected ':'", _): return missingColon
    case ("did not find expected ',' or ']'", _), ("did not find expected ',' or '}'", _): return unclosedBracket
    case ("did not find expected key", _), ("did not find expected '-' indicator", _): return unexpectedLine
    case ("did not find expected node content", _): return missingValue
    case (_, "while scanning an alias"), (_, "while scanning an anchor"): return emptyName
    case (_, "while parsing a quoted scalar"): return badEscape
    case ("block sequence entries are not allowed in this context", _): return listOnKeyLine
    case ("did not find expected comment or line break", "while scanning a block scalar"): return textAfterIndicator
    case ("found undefined tag handle", _), (_, "while scanning a tag"), (_, "while parsing a tag"): return badTag
    case (_, let context) where context.contains("directive"): return badDirective
    case ("did not find expected <document start>", _): return textAfterDocument
    case ("found incompatible YAML document", _): return otherVersion
    default: return report("this is not YAML: \(failure.problem)", at: place)
    }
  }

  private func report(
    _ message: String, at cursor: SourceCursor, characters: Int = 1, help: String? = nil
  ) -> Diagnostic {
    Diagnostic(.yamlSyntax, message, at: cursor.span(characters: characters), help: help)
  }

  private var unreadable: Diagnostic {
    if place.bytes.firstInvalidUTF8 != nil {
      let byte = String(place.byte ?? 0, radix: 16, uppercase: true)
      return report("the byte 0x\(byte) is not UTF-8", at: place, help: "Save the file as UTF-8.")
    }
    let code = String(place.restOfLine.unicodeScalars.first?.value ?? 0, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
    return report(
      "the control character \(name) is not allowed", at: place,
      help: "Remove it, or write it as an escape such as \"\\x07\" in double quotes.")
  }

  private var impossibleStart: Diagnostic {
    if place.byte == UInt8(ascii: "\t") { return tab }
    let start = String(place.restOfLine.prefix(1)).quoted
    return report("a value cannot begin with \(start)", at: place, help: quotesHelp(place.restOfLine))
  }

  private var tab: Diagnostic {
    report("a tab is used for indentation", at: place, help: "Indent with spaces.")
  }

  private var unexpectedColon: Diagnostic {
    let before = place.textBefore
    guard let colon = before.firstRange(of: ": ") else {
      return report(
        "':' makes this line a key, where none can be", at: place,
        help: "Indent the line like the keys it belongs with, and write a space behind the ':' of the line before it.")
    }
    let value = String(before[colon.upperBound...]) + place.restOfLine
    return report("an unquoted value cannot hold ': '", at: place, help: quotesHelp(value))
  }

  private var unclosedQuote: Diagnostic {
    let quote = context.byte == UInt8(ascii: "'") ? "'" : "\""
    return report("the quote \(quote) is never closed", at: context, help: "Add \(quote) where the text ends.")
  }

  private var missingColon: Diagnostic {
    let line = context.restOfLine
    return report(
      "the line \(line.quoted) has no ':'", at: context, characters: line.unicodeScalars.count,
      help: "Write 'key: value', or indent the line to go on with the text above it.")
  }

  private var unclosedBracket: Diagnostic {
    let (opening, closing): (String, String) = context.byte == UInt8(ascii: "{") ? ("{", "}") : ("[", "]")
    if place.isAtEnd {
      return report("'\(opening)' is never closed", at: context, help: "Add '\(closing)' where it ends.")
    }
    return report(
      "',' or '\(closing)' is missing", at: place,
      help:
        "Close the '\(opening)' of line \(context.line), column \(context.textBefore.count + 1), or put ',' between its entries."
    )
  }

  /// Something that neither goes on with nor ends the mapping or list that it stands in.
  private var unexpectedLine: Diagnostic {
    let rest = place.restOfLine
    let before = place.textBefore
    switch before.last(where: { $0 != " " }) {
    case "\"", "'":
      return report(
        "text follows a closing quote", at: place, characters: rest.unicodeScalars.count,
        help: "Quote the whole value; in '…' an apostrophe is written '', in \"…\" a quote is written \\\".")
    case "]", "}":
      return report(
        "text follows a closing bracket", at: place, characters: rest.unicodeScalars.count, help: textHelp)
    case nil, "-":
      let found = rest.hasPrefix("- ") ? "a list entry" : "a line"
      return report(
        "\(found) that does not fit in with the lines above it", at: place,
        help: "Indent it like the lines it belongs with; they begin on line \(context.line).")
    default:
      return report("\(String(rest.prefix(1)).quoted) is not expected here", at: place, help: textHelp)
    }
  }

  private var missingValue: Diagnostic {
    if place.isAtEnd { return unclosedBracket }
    let help = place.byte == UInt8(ascii: ",") ? "Remove the ',', or write a value before it." : textHelp
    return report("\(String(place.restOfLine.prefix(1)).quoted) stands where a value should be", at: place, help: help)
  }

  private var emptyName: Diagnostic {
    let kind = context.byte == UInt8(ascii: "&") ? "an anchor ('&')" : "an alias ('*')"
    return report(
      "the value begins \(kind) without a proper name", at: context, help: quotesHelp(context.restOfLine))
  }

  private var badEscape: Diagnostic {
    report(
      "a backslash begins no known escape here", at: place,
      help: "Write '\\\\' for a backslash, or use single quotes, in which it stands for itself.")
  }

  private var listOnKeyLine: Diagnostic {
    report(
      "a list cannot begin on the line of its key", at: place,
      help: "Begin it on the next line, or put the value in quotes if '- ' is part of it.")
  }

  private var textAfterIndicator: Diagnostic {
    let indicator = String(context.restOfLine.prefix(1))
    return report(
      "text follows the block indicator \(indicator.quoted)", at: place,
      help: "Begin the text on the next line, or put the value in quotes if \(indicator.quoted) is part of it.")
  }

  private var badTag: Diagnostic {
    report("'!' begins a tag that is not known", at: context, help: quotesHelp(context.restOfLine))
  }

  private var badDirective: Diagnostic {
    report(
      "a line that begins with '%' is a directive, and not one that YAML knows", at: context,
      help: "Put a key or value that begins with '%' in quotes.")
  }

  private var textAfterDocument: Diagnostic {
    report("text follows the end of the document", at: place, help: "Begin a further document with a line '---'.")
  }

  private var otherVersion: Diagnostic {
    report("the text declares a version of YAML other than 1.1 and 1.2", at: place, help: "Remove the '%YAML' line.")
  }

  /// The advice for a template that stands in YAML without quotes, if the line holds one.
  private var templateHelp: String? {
    let line = place.textBefore + place.restOfLine
    return line.contains("{{") || line.contains("{%") ? "Put a value that holds '{{ … }}' in quotes." : nil
  }

  private var textHelp: String { templateHelp ?? "Put the value in quotes if it is meant as a text." }

  private func quotesHelp(_ value: String) -> String {
    if let templateHelp { return templateHelp }
    guard value.utf8.count <= 80 else { return "Put the value in quotes." }
    let escaped = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "Put the value in quotes: \"\(escaped)\"."
  }
}

extension SourceCursor {
  fileprivate var isAtEnd: Bool { offset >= bytes.count }

  fileprivate var byte: UInt8? { isAtEnd ? nil : bytes[offset] }

  fileprivate var textBefore: String { String(decoding: bytes[lineStart..<offset], as: UTF8.self) }

  /// From here to the end of the line, without trailing spaces.
  fileprivate var restOfLine: String {
    let rest = bytes[offset...].prefix { $0 != 0x0A && $0 != 0x0D }
    let end = rest.lastIndex { $0 != 0x20 && $0 != 0x09 } ?? rest.startIndex - 1
    return String(decoding: rest[rest.startIndex..<(end + 1)], as: UTF8.self)
  }
}
