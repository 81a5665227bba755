extension Grammar {
  /// Requests and answers: a first line, headers, and a body in JSON, XML or plain text.
  static let http = Grammar([], line: { $0.readHTTPMessage() })

  fileprivate static let httpMethods = WordTable(
    [.keywords("GET HEAD POST PUT PATCH DELETE OPTIONS TRACE CONNECT QUERY")], ignoresCase: false)
}

extension Scanner {
  fileprivate mutating func readHTTPMessage() {
    while !isAtEnd {
      if starts(with: "###") {
        read(.comment, to: lineEnd)
      } else if isHTTPStart {
        readHTTPStart()
      } else if byte == .newline || (byte.isBlank && peek() == .newline) {
        return readHTTPBody()
      } else if !readHTTPHeader() {
        return readHTTPBody()
      }
      if !isAtEnd { position += 1 }
    }
  }

  /// Whether a request or an answer begins here.
  private var isHTTPStart: Bool {
    if starts(with: "HTTP/") { return true }
    var index = position
    while index < position + 8, self[index].isUpper { index += 1 }
    return self[index].isBlank && Grammar.httpMethods.meaning(of: position..<index, in: bytes) != nil
  }

  /// `GET /path HTTP/1.1`, `HTTP/1.1 200 OK`.
  private mutating func readHTTPStart() {
    let isAnswer = starts(with: "HTTP/")
    let lineEnd = self.lineEnd
    let start = position
    skip { !$0.isSpace }
    add(.keyword, from: start)
    skipBlanks()
    let target = position
    skip { !$0.isSpace }
    add(isAnswer ? .literal : .string, from: target)
    skipBlanks()
    if !isAnswer, starts(with: "HTTP/") { read(.keyword, to: lineEnd) }
    position = lineEnd
  }

  /// `Name: value`; false where the line is none.
  private mutating func readHTTPHeader() -> Bool {
    var index = position
    while self[index].isWord || self[index] == UInt8(ascii: "-") { index += 1 }
    guard index > position, self[index] == UInt8(ascii: ":") else { return false }
    read(.property, to: index)
    position = lineEnd
    return true
  }

  /// Up to the next message.
  private mutating func readHTTPBody() {
    let start = position
    while !isAtEnd, !starts(with: "###"), position == start || !isHTTPStart {
      position = min(lineEnd + 1, end)
    }
    let bodyEnd = position
    position = start
    skip { $0.isSpace }
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["): embed(.json, to: bodyEnd)
    case UInt8(ascii: "<"): embed(.xml, to: bodyEnd)
    default: position = max(position, bodyEnd)
    }
  }
}
