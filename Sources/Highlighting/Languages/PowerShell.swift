extension Grammar {
  static let powershell = Grammar(
    [
      .comment("<#", "#>"), .comment("#", afterSpace: true),
      .string("@\"", "\n\"@", lines: true, inside: powershellExpansions),
      .string("@'", "\n'@", lines: true),
      .string("\"", lines: true, inside: [.mark("\"\"")] + powershellExpansions),
      .string("'", lines: true, inside: [.mark("''")]),
      .hook("-") { $0.readPowerShellOption() },
      .hook("[") { $0.readPowerShellType() },
    ] + powershellExpansions,
    [
      .keywords(
        """
        begin break catch continue data do dynamicparam else elseif end exit finally for foreach from if in param process
        return switch throw trap try until using while
        """),
      .keywords("function filter workflow", before: .function),
      .keywords("class enum", before: .type),
    ],
    [.calls, .ignoresCase],
    letters: "-",
    word: { scanner, range in scanner.bytes[range].contains(UInt8(ascii: "-")) ? .function : nil })

  private static let powershellExpansions: [Rule] = [
    .escape("`"),
    .nested("$(", ")"),
    .string("${", "}"),
    .hook("$") { $0.readPowerShellVariable() },
  ]

  fileprivate static let powershellOperators = WordTable(
    [
      .keywords(
        """
        eq ne gt ge lt le like notlike match notmatch contains notcontains in notin replace split join is isnot as and or
        not xor band bor bnot ieq ine ceq cne
        """)
    ], ignoresCase: true)
}

extension Scanner {
  /// `$name`, `$env:NAME`, `$true`.
  fileprivate mutating func readPowerShellVariable() -> Bool {
    let start = position
    position += 1
    if byte == UInt8(ascii: "_") || byte.isWord {
      skip { $0.isWord }
      if byte == UInt8(ascii: ":"), peek().isWord {
        position += 1
        skip { $0.isWord }
      }
    }
    let isConstant = ["$true", "$false", "$null"].contains { isWord($0, start..<position) }
    add(isConstant ? .literal : .variable, from: start)
    return true
  }

  /// `-Name` is a parameter, `-eq` an operator.
  fileprivate mutating func readPowerShellOption() -> Bool {
    guard peek().isWord, !peek().isDigit, position == 0 || !bytes[position - 1].isWord else { return false }
    let start = position
    position += 1
    skip { $0.isWord }
    let isOperator = Grammar.powershellOperators.meaning(of: start + 1..<position, in: bytes) != nil
    add(isOperator ? .keyword : .property, from: start)
    return true
  }

  /// `[string]`, `[System.IO.File]`.
  fileprivate mutating func readPowerShellType() -> Bool {
    let start = position
    position += 1
    skip { $0.isWord || $0 == UInt8(ascii: ".") }
    guard position > start + 1, !bytes[start + 1].isDigit, byte == UInt8(ascii: "]") || byte == UInt8(ascii: "[") else {
      position = start
      return false
    }
    add(.type, start + 1..<position)
    return true
  }
}
