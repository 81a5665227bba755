extension Grammar {
  static let bash = Grammar(
    shellRules,
    [
      .keywords("if then elif else fi while until do done case esac time return exit break continue"),
      .keywords("for select", before: .variable),
      .keywords("function", before: .function),
    ],
    letters: "-.",
    holdsWords: { scanner, index in scanner.isCommand(at: index) },
    word: shellWord)

  static let shellRules: [Rule] =
    [
      .comment("#", afterSpace: true),
      .string("'", lines: true),
      .string("$'", "'", lines: true, inside: [.escape()]),
      .string("\"", lines: true, inside: shellExpansions),
      .word("-", .property, also: "-", afterSpace: true),
      .hook("<<", shellHeredoc),
    ] + shellExpansions

  /// What a shell replaces, in strings too.
  private static let shellExpansions: [Rule] =
    [
      .escape(),
      .nested("$((", "))"),
      .nested("$(", ")"),
      .nested("`", "`"),
      .hook("${", shellParameter),
      .word("$", .variable),
    ] + ["$?", "$@", "$#", "$*", "$$", "$!", "$-"].map { .mark($0, .variable) }

  private static let shellText = Quote("", "", lines: true, inside: shellExpansions)
  private static let rawText = Quote("", "", lines: true, inside: [])

  private static let shellWord: WordHook = { scanner, range in
    if scanner.byte == UInt8(ascii: "=") || scanner.starts(with: "+=") { return .variable }
    if scanner.isCommand(at: range.lowerBound), !scanner.isPattern(range) { return .function }
    return scanner.isIn(range) ? .keyword : nil
  }

  /// `${name:-value}`, up to its own brace.
  private static let shellParameter: Rule.Hook = { scanner in
    let start = scanner.position
    var level = 0
    repeat {
      switch scanner.byte {
      case UInt8(ascii: "{"): level += 1
      case UInt8(ascii: "}"): level -= 1
      default: break
      }
      scanner.position += 1
    } while (level > 0 || scanner.position < start + 2) && !scanner.isAtEnd && scanner.byte != .newline
    scanner.add(.variable, from: start)
    return true
  }

  /// `<<EOF`, `<<-EOF`, `<<'EOF'`, and `<<<`, which is none.
  private static let shellHeredoc: Rule.Hook = { scanner in
    var index = scanner.position + 2
    if scanner[index] == UInt8(ascii: "<") {
      scanner.position += 3
      return true
    }
    let isIndented = scanner[index] == UInt8(ascii: "-")
    index = scanner.skippingBlanks(from: isIndented ? index + 1 : index)
    let isQuoted = [UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "\\")].contains(scanner[index])
    let start = isQuoted ? index + 1 : index
    guard scanner[start].isWord, !scanner[start].isDigit else { return false }
    scanner.position = start
    scanner.skip { $0.isWord }
    let delimiter = start..<scanner.position
    if isQuoted, scanner.byte != UInt8(ascii: "\n") { scanner.position += 1 }
    scanner.add(.string, from: index)
    scanner.heredocs.append(
      Heredoc(delimiter: delimiter, isIndented: isIndented, text: isQuoted ? rawText : shellText))
    return true
  }
}

extension Scanner {
  /// Whether a word at an index is what a shell would run.
  fileprivate func isCommand(at index: Int) -> Bool {
    let (byte, last) = lastByte(before: index)
    switch byte {
    case 0, UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "&"), UInt8(ascii: "("), UInt8(ascii: "{"),
      UInt8(ascii: "!"), UInt8(ascii: "`"):
      return true
    case .newline:
      return self[last - 1] != UInt8(ascii: "\\")
    default:
      guard let token = tokens.last, token.range.upperBound == last + 1 else { return false }
      return token.kind == .prompt || (token.kind == .keyword && !isWord("in", token.range))
    }
  }

  /// Whether a word is a pattern of `case`.
  fileprivate func isPattern(_ range: Range<Int>) -> Bool {
    self[range.upperBound] == UInt8(ascii: ")") && self[range.lowerBound - 1] != UInt8(ascii: "(")
  }

  /// Whether a word is the `in` of `for name in` or `case value in`.
  fileprivate func isIn(_ range: Range<Int>) -> Bool {
    guard isWord("in", range), let keyword = tokens.suffix(4).last(where: { $0.kind == .keyword }) else { return false }
    return ["for", "case", "select"].contains { isWord($0, keyword.range) }
  }
}
