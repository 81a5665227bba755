extension Grammar {
  static let bash = Grammar(
    shellRules(shellExpansions), shellWords, letters: "-.",
    holdsWords: { scanner, index in scanner.isCommand(at: index) },
    line: { scanner in
      // No script begins so: a session that was not called one.
      if scanner.position == 0, scanner.starts(with: "$ ") { scanner.embed(.console, to: scanner.end) }
    },
    word: shellWord)

  static let shellWords: [Words] = [
    .keywords("if then elif else fi while until do done case esac time return exit break continue"),
    .keywords("for select", before: .variable),
    .keywords("function", before: .function),
  ]

  /// - Parameter expansions: what is replaced, in strings in double quotes and heredocs too.
  static func shellRules(_ expansions: [Rule]) -> [Rule] {
    [
      .comment("#", afterSpace: true),
      .string("'", lines: true),
      .string("$'", "'", lines: true, inside: [.escape()]),
      .string("\"", lines: true, inside: expansions),
      .word("-", .property, also: "-", afterSpace: true),
      .plain("<<<"), .heredoc("<<", indents: "-", raws: "'\"\\", inside: expansions),
    ] + expansions
  }

  static let shellExpansions: [Rule] =
    [
      .escape(),
      .nested("$((", "))"),
      .nested("$(", ")"),
      .nested("`", "`"),
      .hook("${", shellParameter),
      .word("$", .variable),
    ] + ["$?", "$@", "$#", "$*", "$$", "$!", "$-"].map { .mark($0, .variable) }

  static let shellWord: WordHook = { scanner, range in
    if scanner.byte == UInt8(ascii: "=") || scanner.starts(with: "+=") { return .variable }
    if scanner.bytes[range.lowerBound] < 0x80, scanner.isCommand(at: range.lowerBound), !scanner.isPattern(range) {
      return .function
    }
    return scanner.isIn(range) ? .keyword : nil
  }

  /// `${name:-value}`, up to its own brace.
  private static let shellParameter: Rule.Hook = { scanner in
    let start = scanner.position
    scanner.position += 1
    scanner.readBrackets(UInt8(ascii: "{"), UInt8(ascii: "}"), lines: false)
    scanner.add(.variable, from: start)
    return true
  }
}

extension Scanner {
  /// Whether a word at an index is what a shell would run.
  func isCommand(at index: Int) -> Bool {
    var (byte, last) = lastByte(before: index)
    while byte == .newline, self[last - 1] == UInt8(ascii: "\\") { (byte, last) = lastByte(before: last - 1) }
    switch byte {
    case 0, .newline, UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "&"), UInt8(ascii: "!"), UInt8(ascii: "`"):
      return true
    case UInt8(ascii: "{"):
      // Not the first value of `{a,b}`.
      return self[last + 1].isSpace
    case UInt8(ascii: "("):
      // Not the first value of an array.
      return self[last - 1] != UInt8(ascii: "=")
    case UInt8(ascii: ")"):
      // Behind a pattern of `case`, but not behind `$(…)`.
      return tokens.last?.range.contains(last) != true
    default:
      guard let token = tokens.last, token.range.contains(last) else { return false }
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
