extension Grammar {
  static let java = Grammar(
    .slashComments + [.string("\"\"\"", lines: true, inside: [.escape()])] + .escapedStrings + [.word("@", .attribute)],
    [
      .keywords(
        """
        abstract assert break case catch const continue default do else exports extends final finally for goto if
        implements import instanceof module native new non-sealed opens package permits private protected provides public
        requires return sealed static strictfp super switch synchronized this throw throws transient transitive try uses
        volatile when while with yield
        """),
      .keywords("class interface enum record", before: .type),
      .types("boolean byte char double float int long short var void"),
      .literals("true false null"),
    ],
    [.calls, .capitalizedTypes])

  static let kotlin = Grammar(
    .nestedSlashComments + [
      .string("\"\"\"", lines: true, inside: dollarHoles),
      .string("\"", inside: [.escape()] + dollarHoles),
      .string("'", inside: [.escape()]),
      .word("@", .attribute, also: ":"),
    ],
    [
      .keywords(
        """
        abstract actual annotation as break by catch companion const constructor continue crossinline data do dynamic else
        enum expect external final finally for get if import in infix init inline inner internal is lateinit noinline open
        operator out override package private protected public reified return sealed set super suspend tailrec this throw
        try val var vararg when where while
        """),
      .keywords("fun", before: .function),
      .keywords("class interface object typealias", before: .type),
      .literals("true false null"),
    ],
    [.calls, .capitalizedTypes])

  /// With what Gradle and Jenkins pipelines write.
  static let groovy = Grammar(
    [.comment("#!")] + .slashComments + [
      .string("'''", lines: true, inside: [.escape()]),
      .string("\"\"\"", lines: true, inside: [.escape()] + dollarHoles),
      .string("'", inside: [.escape()]),
      .string("\"", inside: [.escape()] + dollarHoles),
      .hook("/") { $0.readRegexp() },
      .word("@", .attribute),
    ],
    [
      .keywords(
        """
        abstract as assert break case catch const continue def default do else extends final finally for goto if
        implements import in instanceof native new package permits private protected public return sealed static super switch
        synchronized this throw throws trait transient try volatile while yield
        """),
      .keywords("class interface enum record", before: .type),
      .types("boolean byte char double float int long short var void"),
      .literals("true false null"),
      .functions(
        """
        pipeline agent stages stage steps sh script environment post always success failure parallel when options
        parameters triggers withCredentials checkout echo dir
        plugins dependencies repositories implementation testImplementation apply task
        """),
    ],
    [.calls, .capitalizedTypes])

  /// `$name` and `${…}` in strings.
  static let dollarHoles: [Rule] = [.nested("${", "}"), .word("$", .variable)]
}
