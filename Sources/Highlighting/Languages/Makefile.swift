extension Grammar {
  /// Targets, variables and directives; recipes are read as by a shell.
  static let makefile = Grammar(
    [.comment("#")] + .escapedStrings + makeVariables, [], letters: "-.",
    line: { $0.readMakeLine() })

  fileprivate static let makeRecipe = Grammar(
    shellRules([.plain("$$(")] + makeVariables + shellExpansions), shellWords, letters: "-.",
    holdsWords: { scanner, index in scanner.isCommand(at: index) }, word: shellWord)

  private static let makeVariables: [Rule] =
    [
      .word("$$", .variable), .hook("$(") { $0.readMakeVariable() }, .hook("${") { $0.readMakeVariable() },
      .word("$", .variable),
    ] + ["$@", "$<", "$^", "$?", "$*", "$+"].map { .mark($0, .variable) }

  fileprivate static let makeDirectives = WordTable(
    [
      .keywords(
        "define else endef endif export ifdef ifeq ifndef ifneq include -include override private sinclude undefine unexport vpath"
      )
    ], ignoresCase: false)
}

extension Scanner {
  fileprivate mutating func readMakeLine() {
    guard byte != UInt8(ascii: "\t") else { return readRecipe() }
    skipBlanks()
    let start = position
    skip { $0.isWord || $0 == UInt8(ascii: "-") }
    if Grammar.makeDirectives.meaning(of: start..<position, in: bytes) != nil {
      add(.keyword, from: start)
      skipBlanks()
    } else {
      position = start
    }
    readMakeName()
  }

  /// A line of a recipe, with what says that it is not shown or may fail.
  private mutating func readRecipe() {
    skipBlanks()
    let start = position
    skip { "@-+".utf8.contains($0) }
    add(.keyword, from: start)
    embed(.makeRecipe, to: recipeEnd)
  }

  /// The variable or the targets that a line begins with.
  private mutating func readMakeName() {
    let start = position
    var index = position
    while index < end, !":=#\n$".utf8.contains(bytes[index]) { index += 1 }
    guard self[index] == UInt8(ascii: ":") || self[index] == UInt8(ascii: "=") else { return }
    let isVariable = self[index] == UInt8(ascii: "=") || has(":=", at: index) || has("::=", at: index)
    if isVariable, "?+!".utf8.contains(self[index - 1]) { index -= 1 }
    guard start < index else { return }
    read(isVariable ? .variable : .function, to: max(start, lastByte(before: index).index + 1))
  }

  /// The end of a line of a recipe, with those that it goes on in.
  private var recipeEnd: Int {
    var index = lineEnd
    while index < end, self[lastByte(before: index).index] == UInt8(ascii: "\\") {
      index += 1
      while index < end, bytes[index] != .newline { index += 1 }
    }
    return index
  }

  /// `$(NAME)`, `$(shell …)`, up to its own bracket.
  fileprivate mutating func readMakeVariable() -> Bool {
    let start = position
    position += 1
    readBrackets(byte, byte == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "}"), lines: false)
    add(.variable, from: start)
    return true
  }
}
