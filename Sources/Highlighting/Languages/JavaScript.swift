extension Grammar {
  /// With JSX, which much of what is called JavaScript holds.
  static let javascript = Grammar(
    [.hook("<") { $0.readJSX() }] + javascriptRules, javascriptWords, [.calls, .capitalizedTypes], letters: "$")

  static let typescript = Grammar(
    javascriptRules, javascriptWords + typescriptWords, [.calls, .capitalizedTypes], letters: "$")

  static let tsx = Grammar(
    [.hook("<") { $0.readJSX() }] + javascriptRules, javascriptWords + typescriptWords, [.calls, .capitalizedTypes],
    letters: "$")

  private static let javascriptRules: [Rule] =
    [.comment("#!")] + .slashComments + .escapedStrings + [
      .string("`", lines: true, inside: [.nested("${", "}"), .escape()]),
      .hook("/") { $0.readRegexp() },
      .word("@", .attribute),
    ]

  private static let javascriptWords: [Words] = [
    .keywords(
      """
      as async await break case catch const continue debugger default delete do else export finally for from if import
      in instanceof let new of return static super switch this throw try typeof var void while with yield
      """),
    .keywords("function", before: .function),
    .keywords("class extends", before: .type),
    .literals("true false null undefined NaN Infinity"),
  ]

  private static let typescriptWords: [Words] = [
    .keywords(
      """
      abstract asserts declare infer is keyof module override private protected public readonly satisfies unique
      """),
    .keywords("enum implements interface namespace type", before: .type),
    .types("any bigint boolean never number object string symbol unknown void"),
  ]
}
