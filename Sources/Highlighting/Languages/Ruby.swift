extension Grammar {
  static let ruby = Grammar(
    [
      .comment("#", afterSpace: true), .comment("=begin", "=end"),
      .string("\"", lines: true, inside: rubyHoles),
      .string("'", lines: true, inside: [.escape()]),
      .string("`", lines: true, inside: rubyHoles),
      .heredoc("<<~", indents: "", raws: "'", inside: rubyHoles),
      .heredoc("<<-", indents: "", raws: "'", inside: rubyHoles),
      .hook("/") { $0.readRegexp() },
      .plain("::"), .word(":", .literal, also: "?!"),
      .word("@@", .variable), .word("@", .variable), .word("$", .variable),
    ] + rubyWordLists,
    [
      .keywords(
        """
        alias and attr_accessor attr_reader attr_writer begin break case defined? do else elsif end ensure extend for if in
        include lambda loop next not or prepend private proc protected public raise redo require require_relative rescue
        retry return self super then undef unless until when while yield
        """),
      .keywords("def", before: .function),
      .keywords("class module", before: .type),
      .literals("true false nil"),
    ],
    [.calls, .capitalizedTypes], letters: "?",
    word: { scanner, _ in
      scanner.byte == UInt8(ascii: ":") && scanner.peek() != UInt8(ascii: ":") ? .property : nil
    })

  private static let rubyHoles: [Rule] = [.nested("#{", "}"), .escape()]

  /// `%w[a b]`, `%q(text)`.
  private static let rubyWordLists: [Rule] = [("[", "]"), ("(", ")"), ("{", "}")].flatMap { open, close in
    ["w", "i", "q", "s"].map { .string(Marker("%\($0)\(open)"), Marker(close), lines: true) }
      + ["W", "I", "Q", "r", ""].map { .string(Marker("%\($0)\(open)"), Marker(close), lines: true, inside: rubyHoles) }
  }
}
