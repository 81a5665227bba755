extension Grammar {
  static let lua = Grammar(
    [
      .comment("#!"), .hook("--") { $0.readLuaComment() },
      .hook("[") { $0.readLongBracket(.string, from: $0.position) },
    ]
      + .escapedStrings,
    [
      .keywords("and break do else elseif end for goto if in local not or repeat return then until while"),
      .keywords("function", before: .function),
      .literals("true false nil"),
      .variables("self"),
    ],
    [.calls])
}

extension Scanner {
  fileprivate mutating func readLuaComment() -> Bool {
    if readLongBracket(.comment, from: position + 2) { return true }
    read(.comment, to: lineEnd)
    return true
  }

  /// `[[…]]`, `[==[…]==]`, with what stands before it since the position.
  fileprivate mutating func readLongBracket(_ kind: Token.Kind, from start: Int) -> Bool {
    var index = start + 1
    while self[index] == UInt8(ascii: "=") { index += 1 }
    guard self[start] == UInt8(ascii: "["), self[index] == UInt8(ascii: "[") else { return false }
    let close = Marker("]" + String(repeating: "=", count: index - start - 1) + "]")
    read(kind, to: next(close, from: index) + close.count)
    return true
  }
}
