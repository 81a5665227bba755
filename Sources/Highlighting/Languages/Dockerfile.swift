extension Grammar {
  /// Instructions, and what a shell makes of the rest.
  static let dockerfile = Grammar(
    shellRules(shellExpansions), shellWords, letters: "-.",
    holdsWords: { scanner, index in scanner.isCommand(at: index) && !scanner.isArgument },
    line: { $0.readInstruction() },
    word: { scanner, range in
      if scanner.isArgument { return scanner.byte == UInt8(ascii: "=") ? .variable : nil }
      return shellWord(&scanner, range)
    })

  fileprivate static let instructions = WordTable(
    [.keywords("CMD ENTRYPOINT HEALTHCHECK ONBUILD RUN SHELL"), arguments], ignoresCase: true)

  /// Instructions that run no command.
  fileprivate static let argumentInstructions = WordTable([arguments], ignoresCase: true)

  private static let arguments: Words = .keywords(
    "ADD ARG AS COPY ENV EXPOSE FROM LABEL MAINTAINER STOPSIGNAL USER VOLUME WORKDIR")
}

extension Scanner {
  fileprivate mutating func readInstruction() {
    guard !continuesLine else { return }
    repeat {
      skipBlanks()
      let start = position
      skip { $0.isWord }
      guard Grammar.instructions.meaning(of: start..<position, in: bytes) != nil else { return position = start }
      add(.keyword, from: start)
      if isWord("FROM", start..<position) { return readFrom() }
    } while isWord("ONBUILD", position - 7..<position)
  }

  /// `FROM image AS name`.
  private mutating func readFrom() {
    let lineEnd = self.lineEnd
    var index = position
    while index < lineEnd, !(has(" AS ", at: index) || has(" as ", at: index)) { index += 1 }
    guard index < lineEnd else { return }
    within(index) { Grammar.dockerfile.read(&$0) }
    position = index + 1
    read(.keyword, to: position + 2)
  }

  /// Whether the line before goes on here.
  private var continuesLine: Bool {
    position > 0 && self[lastByte(before: position - 1).index] == UInt8(ascii: "\\")
  }

  /// Whether what comes here belongs to an instruction that runs no command.
  fileprivate var isArgument: Bool {
    guard let last = tokens.last, last.kind == .keyword else { return false }
    return Grammar.argumentInstructions.meaning(of: last.range, in: bytes) != nil
  }
}
