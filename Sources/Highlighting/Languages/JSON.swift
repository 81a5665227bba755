extension Grammar {
  /// With the comments of JSONC and the quotes and bare keys of JSON5, which documentation writes everywhere.
  static let json = Grammar(
    [
      .comment("//"), .comment("/*", "*/"),
      .string("\"", key: ":", inside: [.escape()]),
      .string("'", key: ":", inside: [.escape()]),
    ],
    [.literals("true false null NaN Infinity undefined")],
    keys: ":", letters: "$")
}
