extension Grammar {
  static let c = Grammar(
    cRules,
    [
      .keywords(
        """
        auto break case const continue default do else extern for goto if inline register restrict return sizeof static
        switch typedef volatile while alignas alignof constexpr nullptr static_assert thread_local typeof
        """),
      .keywords("struct union enum", before: .type),
      .types("void char short int long float double signed unsigned bool _Bool FILE"),
      .literals("true false NULL"),
    ],
    [.calls], word: cWord)

  static let cpp = Grammar(
    [.hook("R\"") { $0.readRawString() }] + cRules,
    [
      .keywords(
        """
        alignas alignof and auto break case catch co_await co_return co_yield const consteval constexpr constinit
        const_cast continue decltype default delete do dynamic_cast else explicit export extern final for friend goto
        if import inline module mutable new noexcept not operator or override private protected public register
        reinterpret_cast requires return sizeof static static_assert static_cast switch template this throw try typedef
        typeid typename using virtual volatile while xor
        """),
      .keywords("class struct union enum concept namespace", before: .type),
      .types(
        """
        void char char8_t char16_t char32_t wchar_t short int long float double signed unsigned bool string string_view
        vector map unordered_map set unique_ptr shared_ptr optional variant function
        """),
      .literals("true false nullptr NULL"),
    ],
    [.calls, .capitalizedTypes], word: cWord)

  static let csharp = Grammar(
    .slashComments + [
      .word("#", .attribute, afterSpace: true),
      .string("$\"\"\"", "\"\"\"", lines: true, inside: [.nested("{", "}")]),
      .string("\"\"\"", lines: true),
      .string("$@\"", "\"", lines: true, inside: [.mark("\"\"")] + csharpHoles),
      .string("@$\"", "\"", lines: true, inside: [.mark("\"\"")] + csharpHoles),
      .string("@\"", "\"", lines: true, inside: [.mark("\"\"")]),
      .string("$\"", "\"", inside: [.escape()] + csharpHoles),
    ] + .escapedStrings,
    [
      .keywords(
        """
        abstract add and as async await base break case catch checked const continue default delegate do else event
        explicit extern finally fixed for foreach from get global goto group if implicit in init internal into is join
        let lock nameof namespace new not on operator or orderby out override params partial private protected public
        readonly ref remove required return sealed select set sizeof stackalloc static switch this throw try typeof
        unchecked unsafe using virtual volatile when where while with yield
        """),
      .keywords("class struct interface enum record", before: .type),
      .types(
        "bool byte char decimal double dynamic float int long nint nuint object sbyte short string uint ulong ushort var void"
      ),
      .literals("true false null"),
    ],
    [.calls, .capitalizedTypes])

  private static let csharpHoles: [Rule] = [.mark("{{"), .mark("}}"), .nested("{", "}")]

  private static let cRules: [Rule] =
    .slashComments + .escapedStrings + [.hook("#") { $0.readPreprocessorDirective() }]

  /// Types of POSIX and of most C libraries end in `_t`.
  private static let cWord: WordHook = { scanner, range in
    scanner.has("_t", at: range.upperBound - 2) && range.count > 2 ? .type : nil
  }
}

extension Scanner {
  /// `#include <name>` and other directives, first on their line.
  fileprivate mutating func readPreprocessorDirective() -> Bool {
    guard [0, .newline].contains(lastByte(before: position).byte) else { return false }
    let start = position
    position += 1
    skipBlanks()
    let name = position
    skip { $0.isWord }
    add(.attribute, from: start)
    if has("include", at: name) || has("import", at: name) {
      skipBlanks()
      if byte == UInt8(ascii: "<") { within(lineEnd) { $0.read(.string, to: $0.next(">", from: $0.position) + 1) } }
    }
    return true
  }

  /// `R"name(…)name"`.
  fileprivate mutating func readRawString() -> Bool {
    var index = position + 2
    while index < end, index < position + 20, bytes[index] != UInt8(ascii: "(") { index += 1 }
    guard self[index] == UInt8(ascii: "(") else { return false }
    let close = Marker(bytes: [UInt8(ascii: ")")] + bytes[position + 2..<index] + [UInt8(ascii: "\"")])
    read(.string, to: next(close, from: index) + close.count)
    return true
  }
}
