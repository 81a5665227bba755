// YAML is read line by line: what begins a line, a key, and the form of its value decide what the rest is.

extension Grammar {
  static let yaml = Grammar([], line: { $0.readYAMLLine() })

  fileprivate static let yamlTemplates = RuleTable(templates)
  fileprivate static let yamlDouble = Quote("\"", "\"", lines: true, key: ":", inside: [.escape()] + templates)
  fileprivate static let yamlSingle = Quote("'", "'", lines: true, key: ":", inside: [.mark("''")] + templates)
  fileprivate static let yamlConstants = WordTable([.literals("true false null ~")], ignoresCase: true)
}

extension Scanner {
  fileprivate mutating func readYAMLLine() {
    let start = position
    skipBlanks()
    if position == start, starts(with: "---") || starts(with: "...") {
      position += 3
    } else if position == start, byte == UInt8(ascii: "%") {
      return read(.attribute, to: lineEnd)
    }
    var column = position - start
    while byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?"), endsYAMLMark(position + 1) {
      column = position - start
      position += 1
      skipBlanks()
    }
    if let mark = yamlKeyMark {
      column = position - start
      within(mark) { $0.readYAMLText(.property, isFlow: false) }
      position = mark + 1
    }
    readYAMLValue(under: column)
  }

  /// Whether a mark that ends before an index counts as one: `:` and `-` do only before white space.
  private func endsYAMLMark(_ index: Int) -> Bool { index >= end || bytes[index].isSpace }

  private func beginsTemplate(_ index: Int) -> Bool {
    self[index] == UInt8(ascii: "{") && self[index + 1] == UInt8(ascii: "{")
  }

  /// The quotes of a string that begins here.
  private var yamlQuote: Quote? {
    switch byte {
    case UInt8(ascii: "\""): Grammar.yamlDouble
    case UInt8(ascii: "'"): Grammar.yamlSingle
    default: nil
    }
  }

  /// The colon of the key that begins here, if there is one.
  private var yamlKeyMark: Int? {
    if let quote = yamlQuote { return keyMark(of: quote).flatMap { endsYAMLMark($0 + 1) ? $0 : nil } }
    guard !"[{#&*!|>@`".utf8.contains(byte) || beginsTemplate(position) else { return nil }
    var index = position
    var isTemplate = false
    while index < end, bytes[index] != .newline {
      switch bytes[index] {
      case UInt8(ascii: "{") where beginsTemplate(index): isTemplate = true
      case UInt8(ascii: "}") where self[index + 1] == UInt8(ascii: "}"): isTemplate = false
      case UInt8(ascii: "#") where !isTemplate && self[index - 1].isBlank: return nil
      case UInt8(ascii: ":") where !isTemplate && endsYAMLMark(index + 1): return index
      default: break
      }
      index += 1
    }
    return nil
  }

  /// The rest of a line, and those lines that belong to it.
  private mutating func readYAMLValue(under column: Int) {
    readYAMLNodeMarks()
    if let quote = yamlQuote {
      Grammar.yaml.read(quote, &self)
    } else if byte == UInt8(ascii: "|") || byte == UInt8(ascii: ">") {
      return readYAMLBlock(under: column)
    } else if (byte == UInt8(ascii: "{") && !beginsTemplate(position)) || byte == UInt8(ascii: "[") {
      readYAMLFlow()
    }
    readYAMLText(nil, isFlow: false)
    readYAMLComment()
  }

  /// Anchors, aliases and tags before a value.
  private mutating func readYAMLNodeMarks() {
    skipBlanks()
    while byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "!") {
      let start = position
      let kind: Token.Kind = byte == UInt8(ascii: "!") ? .type : .variable
      skip { !$0.isSpace && !",[]{}".utf8.contains($0) }
      add(kind, from: start)
      skipBlanks()
    }
  }

  private mutating func readYAMLComment() {
    if byte == UInt8(ascii: "#"), position == 0 || bytes[position - 1].isSpace { read(.comment, to: lineEnd) }
  }

  private mutating func readTemplate() { _ = Grammar.yaml.apply(Grammar.yamlTemplates[byte], &self) }

  /// Text without quotes, with the templates in it: as a kind, or as a constant where it is one.
  private mutating func readYAMLText(_ kind: Token.Kind?, isFlow: Bool) {
    let textStart = position
    var start = position
    while !isAtEnd, byte != .newline {
      if beginsTemplate(position) {
        if let kind { add(kind, from: start) }
        readTemplate()
        start = position
        continue
      }
      if byte == UInt8(ascii: "#"), position == textStart || bytes[position - 1].isSpace { break }
      if isFlow, endsYAMLFlowText { break }
      position += 1
    }
    if let kind {
      add(kind, from: start)
    } else if start == textStart {
      addYAMLConstant(textStart)
    }
  }

  private var endsYAMLFlowText: Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"): true
    case UInt8(ascii: ":"): endsYAMLMark(position + 1)
    default: false
    }
  }

  private mutating func addYAMLConstant(_ start: Int) {
    let start = skippingBlanks(from: start)
    let textEnd = lastByte(before: position).index + 1
    guard start < textEnd else { return }
    let range = start..<textEnd
    if Grammar.yamlConstants.meaning(of: range, in: bytes) != nil || isNumber(range) { add(.literal, range) }
  }

  /// `12`, `-1_000`, `0.5`, `1e-3`, `0xFF`; no version and no date.
  private func isNumber(_ range: Range<Int>) -> Bool {
    var digits = bytes[range]
    if let sign = digits.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { digits.removeFirst() }
    guard digits.first?.isDigit == true else { return false }
    if digits.starts(with: "0x".utf8) { return digits.dropFirst(2).allSatisfy(\.isHex) }
    var points = 0
    var previous: UInt8 = 0
    for byte in digits {
      switch byte {
      case UInt8(ascii: "."): points += 1
      case UInt8(ascii: "-"), UInt8(ascii: "+"): if previous | 0x20 != UInt8(ascii: "e") { return false }
      default: if !byte.isDigit, byte != UInt8(ascii: "_"), byte | 0x20 != UInt8(ascii: "e") { return false }
      }
      previous = byte
    }
    return points < 2
  }

  /// The lines of `|` and `>`: those that are indented deeper, and templates at any column.
  private mutating func readYAMLBlock(under column: Int) {
    position = lineEnd
    while !isAtEnd {
      let start = position + 1
      let content = skippingBlanks(from: start)
      let isEmpty = content >= end || bytes[content] == .newline
      guard isEmpty || content - start > column || beginsTemplate(content) else { return }
      position = content
      while !isAtEnd, byte != .newline {
        if beginsTemplate(position) { readTemplate() } else { position += 1 }
      }
    }
  }

  /// `{key: value}` and `[a, b]`, over lines.
  private mutating func readYAMLFlow() {
    var nesting = 0
    repeat {
      readYAMLNodeMarks()
      switch byte {
      case UInt8(ascii: "{") where beginsTemplate(position):
        readYAMLFlowText()
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        nesting += 1
        position += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        nesting -= 1
        position += 1
      case UInt8(ascii: ","), UInt8(ascii: ":"), .newline:
        position += 1
      default:
        readYAMLFlowText()
      }
    } while nesting > 0 && !isAtEnd
  }

  private mutating func readYAMLFlowText() {
    if let quote = yamlQuote { return Grammar.yaml.read(quote, &self) }
    readYAMLComment()
    let start = position
    readYAMLText(isYAMLFlowKey ? .property : nil, isFlow: true)
    if position == start, !isAtEnd, byte != .newline { position += 1 }
  }

  /// Whether the text that begins here ends at a colon.
  private var isYAMLFlowKey: Bool {
    var index = position
    while index < end, !",]}{\n#".utf8.contains(bytes[index]) {
      if bytes[index] == UInt8(ascii: ":"), endsYAMLMark(index + 1) { return true }
      index += 1
    }
    return false
  }
}
