extension Grammar {
  static let elixir = Grammar(
    [
      .comment("#"),
      .string("\"\"\"", lines: true, inside: elixirHoles), .string("'''", lines: true, inside: elixirHoles),
      .string("\"", lines: true, inside: elixirHoles), .string("'", lines: true, inside: elixirHoles),
      .plain("::"), .string(":\"", "\"", inside: elixirHoles), .word(":", .literal, also: "?!"),
      .word("@", .attribute),
    ] + sigils,
    [
      .keywords(
        """
        after alias and case catch cond do else end fn for if import in not or quote raise receive require rescue super
        throw try unless unquote use when with
        """),
      .keywords("def defp defmacro defmacrop defguard defdelegate", before: .function),
      .keywords("defmodule defprotocol defimpl defstruct", before: .type),
      .literals("true false nil"),
    ],
    [.calls, .capitalizedTypes], letters: "?!",
    word: { scanner, _ in
      scanner.byte == UInt8(ascii: ":") && scanner.peek().isSpace ? .property : nil
    })

  private static let elixirHoles: [Rule] = [.nested("#{", "}"), .escape()]

  /// `~r/…/`, `~s(…)`, `~w[…]`.
  private static let sigils: [Rule] = [
    ("\"\"\"", "\"\"\""), ("/", "/"), ("|", "|"), ("\"", "\""), ("'", "'"), ("(", ")"), ("[", "]"), ("{", "}"),
    ("<", ">"),
  ].flatMap { open, close in
    ["r", "s", "w", "c"].map { .string(Marker("~\($0)\(open)"), Marker(close), lines: true, inside: elixirHoles) }
      + ["R", "S", "W", "D", "T", "U", "N", "H"].map { .string(Marker("~\($0)\(open)"), Marker(close), lines: true) }
  }
}
