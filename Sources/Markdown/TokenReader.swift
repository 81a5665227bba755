import Highlighting

/// Gives the tokens of a code part by part.
struct TokenReader {
  private let tokens: [Token]
  private var index = 0

  /// - Parameter language: nil for code without tokens.
  init(_ code: ByteView, in language: Language?) {
    tokens = unsafe language?.tokens(in: code.bytes.span) ?? []
  }

  init(_ code: [UInt8], in language: Language?) {
    tokens = language?.tokens(in: code.span) ?? []
  }

  /// The next token in a range, or the piece of it that lies there; a token that goes on is given again in a later range.
  mutating func next(in range: Range<Int>) -> (kind: Token.Kind, range: Range<Int>)? {
    while index < tokens.count, tokens[index].range.lowerBound < range.upperBound {
      let token = tokens[index]
      let piece = token.range.clamped(to: range)
      if token.range.upperBound <= range.upperBound { index += 1 }
      if !piece.isEmpty { return (token.kind, piece) }
      if token.range.upperBound > range.upperBound { return nil }
    }
    return nil
  }
}
