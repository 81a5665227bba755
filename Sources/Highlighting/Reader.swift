// How a text is read by a table: every step goes forward, and looks ahead no further than it then reads or than the line
// goes, so that the time is linear in the size.

extension Grammar {
  /// Reads up to the end, or up to a mark outside brackets of its kind.
  func read(_ scanner: inout Scanner, until close: Marker? = nil) {
    var nesting = 0
    if scanner.isAtLineStart { line?(&scanner) }
    while !scanner.isAtEnd {
      let byte = scanner.byte
      if let close {
        if byte == close.first {
          if nesting == 0, scanner.starts(with: close) { return }
          if close.opener != nil { nesting -= 1 }
        } else if byte == close.opener {
          nesting += 1
        }
      }
      step(&scanner, byte)
    }
  }

  private func step(_ scanner: inout Scanner, _ byte: UInt8) {
    let kind = byteClass(of: byte)
    if kind.contains(.beginsRule), apply(rules[byte], &scanner) { return }
    if kind.contains(.beginsWord) {
      readWords(&scanner)
    } else if kind.contains(.digit) {
      readNumber(&scanner)
    } else if kind.contains(.newline) {
      scanner.passNewline()
      if !scanner.heredocs.isEmpty { readHeredocs(&scanner) }
      if scanner.isAtLineStart { line?(&scanner) }
    } else {
      scanner.position += 1
    }
  }

  /// Applies the first rule that holds here; false where none does.
  func apply(_ rules: [Rule], _ scanner: inout Scanner) -> Bool {
    for rule in rules where scanner.starts(with: rule.open) {
      if rule.needsSpaceBefore, scanner.position > 0, !scanner.bytes[scanner.position - 1].isSpace { continue }
      if apply(rule, &scanner) { return true }
    }
    return false
  }

  private func apply(_ rule: Rule, _ scanner: inout Scanner) -> Bool {
    let start = scanner.position
    switch rule.action {
    case .lineComment: scanner.read(.comment, to: scanner.lineEnd)
    case .blockComment(let close, let nests): scanner.readComment(rule.open, close, nests: nests)
    case .string(let quote): read(quote, &scanner)
    case .escape: scanner.readEscape(rule.open)
    case .mark(let kind):
      scanner.position += rule.open.count
      if let kind { scanner.add(kind, from: start) }
    case .word(let kind, let extra):
      scanner.position += rule.open.count
      scanner.skip { $0.isWord || extra.contains($0) }
      guard scanner.position > start + rule.open.count else {
        scanner.position = start
        return false
      }
      scanner.add(kind, from: start)
    case .nested(let close, let grammar): readNested(rule.open, close, grammar?() ?? self, &scanner)
    case .hook(let hook): return hook(&scanner)
    }
    return true
  }

  /// A string: its text, and what stands inside.
  func read(_ quote: Quote, _ scanner: inout Scanner) {
    let kind: Token.Kind = scanner.keyMark(of: quote) == nil ? .string : .property
    scanner.read(kind, to: scanner.position + quote.open.count)
    readText(quote, kind, &scanner)
  }

  /// The text of a string behind its opening mark, with the mark that closes it.
  func readText(_ quote: Quote, _ kind: Token.Kind, _ scanner: inout Scanner) {
    var start = scanner.position
    while !scanner.isAtEnd {
      let byte = scanner.byte
      guard !quote.inside.isPlain(byte) else {
        scanner.position += 1
        continue
      }
      scanner.add(kind, from: start)
      start = scanner.position
      if apply(quote.inside[byte], &scanner) {
        start = scanner.position
      } else if byte == quote.close.first, scanner.starts(with: quote.close) {
        return scanner.read(kind, to: start + quote.close.count)
      } else if byte == .newline {
        guard quote.spansLines else { return }
        scanner.passNewline()
        if !scanner.isAtLineStart { start = scanner.position }
      } else {
        scanner.position += 1
      }
    }
    scanner.add(kind, from: start)
  }

  private func readNested(_ open: Marker, _ close: Marker, _ grammar: Grammar, _ scanner: inout Scanner) {
    scanner.read(.escape, to: scanner.position + open.count)
    guard scanner.depth < Scanner.maximumDepth else { return }
    scanner.depth += 1
    grammar.read(&scanner, until: close)
    scanner.depth -= 1
    if scanner.starts(with: close) { scanner.read(.escape, to: scanner.position + close.count) }
  }

  /// A word, and the name behind it if it declares one.
  private func readWords(_ scanner: inout Scanner) {
    var declared: Token.Kind?
    repeat {
      let start = scanner.position
      scanner.skip { byteClass(of: $0).contains(.continuesWord) }
      let range = start..<scanner.position
      let isHeld = holdsWords?(scanner, start) ?? true
      let meaning = isHeld ? words.meaning(of: range, in: scanner.bytes) : nil
      if let kind = meaning?.kind ?? declared ?? kind(of: range, &scanner) { scanner.add(kind, range) }
      declared = meaning?.next
      if declared != nil { scanner.skipBlanks() }
    } while declared != nil && byteClass(of: scanner.byte).contains(.beginsWord)
  }

  /// What a word is that no table has, by the hook, by what follows, or by its letters.
  private func kind(of range: Range<Int>, _ scanner: inout Scanner) -> Token.Kind? {
    if let kind = word?(&scanner, range) { return kind }
    if !keys.isEmpty {
      let next = scanner.skippingBlanks(from: range.upperBound)
      let isDoubled = [scanner[next], UInt8(ascii: ">"), UInt8(ascii: "~")].contains(scanner[next + 1])
      if keys.contains(scanner[next]), !isDoubled { return .property }
    }
    if options.contains(.calls), scanner.byte == UInt8(ascii: "(") { return .function }
    if options.contains(.capitalizedTypes), scanner.bytes[range.lowerBound].isUpper,
      range.count == 1 || scanner.bytes[range].contains(where: \.isLower)
    {
      return .type
    }
    return nil
  }

  /// A number with its digits, point, exponent and unit: `0xFF`, `1_000`, `2.5e-3`, `250m`.
  private func readNumber(_ scanner: inout Scanner) {
    let start = scanner.position
    let isHex = scanner.byte == UInt8(ascii: "0") && scanner.peek() | 0x20 == UInt8(ascii: "x")
    while !scanner.isAtEnd {
      let byte = scanner.byte
      let isExponent = !isHex && byte | 0x20 == UInt8(ascii: "e")
      if isExponent, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(scanner.peek()), scanner.peek(2).isDigit {
        scanner.position += 2
      } else if byte.isWord || (byte == UInt8(ascii: ".") && scanner.peek().isDigit) {
        scanner.position += 1
      } else {
        break
      }
    }
    scanner.add(.literal, from: start)
  }
}

extension Scanner {
  /// Where the mark stands that makes a key of the string that begins here, if it is one.
  func keyMark(of quote: Quote) -> Int? {
    guard let mark = quote.key else { return nil }
    let backslash = UInt8(ascii: "\\")
    let hasEscapes = !quote.inside.isPlain(backslash)
    var index = position + quote.open.count
    while index < end, bytes[index] != .newline, !has(quote.close, at: index) {
      index += hasEscapes && bytes[index] == backslash ? 2 : 1
    }
    index = skippingBlanks(from: index + quote.close.count)
    return has(mark, at: index) ? index : nil
  }

  mutating func readComment(_ open: Marker, _ close: Marker, nests: Bool) {
    let start = position
    var level = 1
    position += open.count
    while !isAtEnd, level > 0 {
      if byte == close.first, starts(with: close) {
        level -= 1
        position += close.count
      } else if nests, byte == open.first, starts(with: open) {
        level += 1
        position += open.count
      } else {
        position += 1
      }
    }
    add(.comment, from: start)
  }

  /// `\n`, `\x1b`, `\u00e9`, `\u{1F600}`, `\` and a line feed, or any other character.
  mutating func readEscape(_ open: Marker) {
    let start = position
    position += open.count
    let letter = byte
    if letter == .newline {
      add(.escape, from: start)
      return passNewline()
    }
    if !isAtEnd { position += 1 }
    skip { $0.isContinuation }
    switch letter {
    case UInt8(ascii: "x"): readHex(2)
    case UInt8(ascii: "U"): readHex(8)
    case UInt8(ascii: "u") where byte == UInt8(ascii: "{"): readCode()
    case UInt8(ascii: "u"): readHex(4)
    default: break
    }
    add(.escape, from: start)
  }

  private mutating func readHex(_ limit: Int) {
    let limit = position + limit
    while position < limit, byte.isHex { position += 1 }
  }

  /// A code in braces, of at most eight digits.
  private mutating func readCode() {
    let start = position
    position += 1
    readHex(8)
    position = byte == UInt8(ascii: "}") ? position + 1 : start
  }
}
