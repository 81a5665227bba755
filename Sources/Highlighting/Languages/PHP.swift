extension Grammar {
  /// PHP, whether it begins inside a page or at once.
  static let php = Grammar(
    .slashComments + [
      .hook("?>") { $0.readPage() }, .hook("<?") { $0.readPHPTag() },
      .hook("#[") { $0.readPHPAttribute() }, .comment("#"),
      .heredoc("<<<", indents: "", raws: "'", inside: phpHoles),
      .string("\"", lines: true, inside: phpHoles),
      .string("'", lines: true, inside: [.escape()]),
      .word("$", .variable),
    ],
    [
      .keywords(
        """
        abstract and array as break callable case catch clone const continue declare default do echo else elseif empty
        enddeclare endfor endforeach endif endswitch endwhile exit extends final finally fn for foreach global goto if
        implements include include_once instanceof insteadof isset list match namespace new or print private protected public
        readonly require require_once return static switch throw try unset use var while xor yield
        """),
      .keywords("function", before: .function),
      .keywords("class enum interface trait", before: .type),
      .types("bool float int iterable mixed never object self string void"),
      .literals("true false null"),
    ],
    [.calls, .capitalizedTypes, .ignoresCase],
    line: { scanner in
      if scanner.position == 0, scanner.lineStartsPage { _ = scanner.readPage() }
    })

  private static let phpHoles: [Rule] = [.nested("{$", "}"), .nested("${", "}"), .word("$", .variable), .escape()]
}

extension Scanner {
  fileprivate var lineStartsPage: Bool { byte == UInt8(ascii: "<") && peek() != UInt8(ascii: "?") }

  /// The HTML up to the next tag of PHP, with the tag that ends the code before.
  fileprivate mutating func readPage() -> Bool {
    if starts(with: "?>") { read(.attribute, to: position + 2) }
    embed(.html, to: next("<?", from: position))
    return true
  }

  /// `<?php`, `<?=`.
  fileprivate mutating func readPHPTag() -> Bool {
    let start = position
    position += 2
    skip { $0.isWord || $0 == UInt8(ascii: "=") }
    add(.attribute, from: start)
    return true
  }

  fileprivate mutating func readPHPAttribute() -> Bool {
    let start = position
    position += 1
    readBrackets(UInt8(ascii: "["), UInt8(ascii: "]"))
    add(.attribute, from: start)
    return true
  }
}
