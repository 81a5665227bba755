extension Grammar {
  static let python = Grammar(
    [.comment("#"), .word("@", .attribute, also: ".", afterSpace: true)]
      + pythonStrings(["f", "F", "fr", "rf"], inside: [.mark("{{"), .mark("}}"), .nested("{", "}"), .escape()])
      + pythonStrings(["r", "R", "br", "rb"], inside: [.escape()])
      + pythonStrings(["", "b", "B", "u"], inside: [.escape()]),
    [
      .keywords(
        """
        and as assert async await break continue del elif else except finally for from global if import in is lambda
        nonlocal not or pass raise return try while with yield
        """),
      .keywords("def", before: .function),
      .keywords("class", before: .type),
      .types("bool bytearray bytes complex dict float frozenset int list object set str tuple type"),
      .literals("True False None Ellipsis NotImplemented"),
      .variables("self cls"),
    ],
    [.calls, .capitalizedTypes])

  /// The strings with each of the prefixes, the longer quotes first.
  private static func pythonStrings(_ prefixes: [String], inside: [Rule]) -> [Rule] {
    ["\"\"\"", "'''", "\"", "'"].flatMap { quote in
      prefixes.map { prefix in
        .string(Marker(prefix + quote), Marker(quote), lines: quote.utf8.count == 3, inside: inside)
      }
    }
  }
}
