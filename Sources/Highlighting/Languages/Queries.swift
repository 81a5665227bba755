extension Grammar {
  /// PromQL, and what Loki and Tempo made of it.
  static let promql = Grammar(
    [.comment("#")] + .escapedStrings + [.string("`", lines: true), .word("$", .variable)],
    [
      .keywords(
        """
        and atan2 bool by group_left group_right ignoring offset on or unless without
        json logfmt pattern regexp unpack unwrap line_format label_format drop keep decolorize
        """),
      .functions(
        """
        avg bottomk count count_values group limit_ratio limitk max min quantile stddev stdvar sum topk
        """),
      .literals("Inf NaN"),
    ],
    [.calls, .ignoresCase], letters: ":.",
    word: { scanner, range in
      // A label before what it is compared with.
      let next = scanner.skippingBlanks(from: range.upperBound)
      let isComparison =
        scanner[next] == UInt8(ascii: "=") || scanner.has("!=", at: next) || scanner.has("!~", at: next)
      return isComparison && !scanner.has("==", at: next) ? .property : nil
    })

  static let graphql = Grammar(
    [
      .comment("#"), .string("\"\"\"", lines: true), .string("\"", inside: [.escape()]),
      .word("$", .variable), .word("@", .attribute),
    ],
    [
      .keywords("directive extend implements mutation on query repeatable schema subscription"),
      .keywords("enum fragment input interface scalar type union", before: .type),
      .types("Boolean Float ID Int String"),
      .literals("true false null"),
    ],
    [.calls, .capitalizedTypes], keys: ":")

  /// The policies of Open Policy Agent.
  static let rego = Grammar(
    [.comment("#"), .string("\"", inside: [.escape()]), .string("`", lines: true)],
    [
      .keywords("as contains default else every if import in not package some with"),
      .literals("true false null"),
      .variables("input data"),
    ],
    [.calls])

  static let protobuf = Grammar(
    .slashComments + .escapedStrings,
    [
      .keywords(
        "edition extend extensions import max oneof option optional package public repeated required reserved returns stream"
          + " syntax to weak"),
      .keywords("enum message service", before: .type),
      .keywords("rpc", before: .function),
      .types(
        "bool bytes double fixed32 fixed64 float int32 int64 map sfixed32 sfixed64 sint32 sint64 string uint32 uint64"),
      .literals("true false"),
    ],
    [.capitalizedTypes])
}
