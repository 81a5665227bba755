extension Grammar {
  static let swift = Grammar(
    [.comment("#!")] + .nestedSlashComments + [
      .string("#\"", "\"#"),
      .string("\"\"\"", lines: true, inside: swiftHoles),
      .string("\"", inside: swiftHoles),
      .word("@", .attribute),
      .word("#", .attribute),
      .word("$", .variable),
    ],
    [
      .keywords(
        """
        any as associatedtype async await borrowing break case catch consuming continue convenience copy default defer
        deinit didSet do dynamic each else extension fallthrough fileprivate final for get guard if import in indirect init
        inout internal is isolated lazy let mutating nonisolated nonmutating open operator optional override package
        postfix precedencegroup prefix private public repeat required rethrows return self sending set some static
        subscript super switch throw throws try unowned var weak where while willSet yield
        """),
      .keywords("func macro", before: .function),
      .keywords("actor class enum protocol struct typealias", before: .type),
      .types("Self"),
      .literals("true false nil"),
    ],
    [.calls, .capitalizedTypes])

  private static let swiftHoles: [Rule] = [.nested("\\(", ")"), .escape()]
}
