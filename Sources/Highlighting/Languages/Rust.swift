extension Grammar {
  static let rust = Grammar(
    .nestedSlashComments + rawStrings + [
      .string("b\"", "\"", lines: true, inside: [.escape()]),
      .string("\"", lines: true, inside: [.escape()]),
      .hook("'") { $0.readLifetime() },
      .string("'", inside: [.escape()]),
      .hook("#") { $0.readRustAttribute() },
    ],
    [
      .keywords(
        """
        as async await break const continue crate do dyn else extern for if impl in let loop match mod move mut pub ref
        return self static super unsafe use where while yield
        """),
      .keywords("fn", before: .function),
      .keywords("struct enum trait type union", before: .type),
      .types("bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize Self"),
      .literals("true false"),
    ],
    [.calls, .capitalizedTypes],
    word: { scanner, _ in
      // A macro.
      scanner.byte == UInt8(ascii: "!") && scanner.peek() != UInt8(ascii: "=") ? .function : nil
    })

  private static let rawStrings: [Rule] = ["", "#", "##"].flatMap { hashes in
    ["r", "br"].map { .string(Marker("\($0)\(hashes)\""), Marker("\"\(hashes)"), lines: true) }
  }
}

extension Scanner {
  /// `'a`, unless it is the character `'a'`.
  fileprivate mutating func readLifetime() -> Bool {
    guard peek().isWord, !peek().isDigit, peek() < 0x80, peek(2) != UInt8(ascii: "'") else { return false }
    let start = position
    position += 1
    skip { $0.isWord }
    add(.attribute, from: start)
    return true
  }

  /// `#[derive(Debug)]`, `#![…]`, up to the bracket's own end.
  fileprivate mutating func readRustAttribute() -> Bool {
    let bracket = peek() == UInt8(ascii: "!") ? 2 : 1
    guard peek(bracket) == UInt8(ascii: "[") else { return false }
    let start = position
    position += bracket
    readBrackets(UInt8(ascii: "["), UInt8(ascii: "]"))
    add(.attribute, from: start)
    return true
  }
}
