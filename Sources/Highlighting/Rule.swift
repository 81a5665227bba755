/// What a piece of text is that begins with a mark.
struct Rule: Sendable {
  /// Reads on from a position that its mark stands at; false where it is not what it seemed to be, with nothing read.
  typealias Hook = @Sendable (inout Scanner) -> Bool

  indirect enum Action: Sendable {
    case lineComment
    case blockComment(close: Marker, nests: Bool)
    case string(Quote)
    /// The mark and a fixed number of characters or a code behind it.
    case escape
    /// The mark alone.
    case mark(Token.Kind?)
    /// The mark and the word behind it, in which these bytes may stand too.
    case word(Token.Kind, also: [UInt8])
    /// Another language, or that around it, up to a mark that ends it.
    case nested(close: Marker, grammar: (@Sendable () -> Grammar)?)
    case hook(Hook)
  }

  let open: Marker
  let action: Action
  /// Whether it holds only at the start of a line or after white space.
  var needsSpaceBefore = false

  /// A comment up to the end of the line.
  static func comment(_ open: Marker, afterSpace: Bool = false) -> Rule {
    Rule(open: open, action: .lineComment, needsSpaceBefore: afterSpace)
  }

  /// A comment between two marks, which may hold others where it nests.
  static func comment(_ open: Marker, _ close: Marker, nests: Bool = false) -> Rule {
    Rule(open: open, action: .blockComment(close: close, nests: nests))
  }

  /// A string between two marks, with what may stand inside; over several lines where `lines` is true.
  static func string(
    _ open: Marker, _ close: Marker? = nil, lines: Bool = false, key: Marker? = nil, inside: [Rule] = []
  ) -> Rule {
    Rule(open: open, action: .string(Quote(open, close ?? open, lines: lines, key: key, inside: inside)))
  }

  /// A mark that makes another character of the next: `\n`, `\u00e9`, `\"`.
  static func escape(_ open: Marker = "\\") -> Rule { Rule(open: open, action: .escape) }

  /// A mark that means something by itself.
  static func mark(_ mark: Marker, _ kind: Token.Kind = .escape) -> Rule { Rule(open: mark, action: .mark(kind)) }

  /// A mark that means nothing, though its beginning would.
  static func plain(_ mark: Marker) -> Rule { Rule(open: mark, action: .mark(nil)) }

  /// A mark with the word behind it: `$name`, `@Override`.
  static func word(_ mark: Marker, _ kind: Token.Kind, also extra: String = "", afterSpace: Bool = false) -> Rule {
    Rule(open: mark, action: .word(kind, also: Array(extra.utf8)), needsSpaceBefore: afterSpace)
  }

  /// Code in a string, or one language in another: `${…}`.
  static func nested(_ open: Marker, _ close: Marker, _ grammar: (@Sendable () -> Grammar)? = nil) -> Rule {
    Rule(open: open, action: .nested(close: close, grammar: grammar))
  }

  /// Where a table ends: a function that reads on.
  static func hook(_ open: Marker, _ hook: @escaping Hook) -> Rule { Rule(open: open, action: .hook(hook)) }
}

/// What opens and closes a string, and what may stand in between.
struct Quote: Sendable {
  let open: Marker
  let close: Marker
  let spansLines: Bool
  /// The mark behind a string that makes it a key: `:` in JSON.
  let key: Marker?
  /// The rules that hold inside; the bytes that may end the string are told apart too.
  let inside: RuleTable

  init(_ open: Marker, _ close: Marker, lines: Bool, key: Marker? = nil, inside: [Rule]) {
    self.open = open
    self.close = close
    spansLines = lines
    self.key = key
    self.inside = RuleTable(inside, stops: [close.first, .newline])
  }
}

/// Rules by the first byte of their marks, in the order of the table.
struct RuleTable: Sendable {
  /// For each byte the group of its rules; 0 for a byte that nothing begins with.
  private var groupOfByte = [UInt8](repeating: 0, count: 256)
  private var groups: [[Rule]] = [[]]

  /// - Parameter stops: bytes that have a group though perhaps no rule.
  init(_ rules: [Rule], stops: [UInt8] = []) {
    for stop in stops where groupOfByte[Int(stop)] == 0 { addGroup(for: stop) }
    for rule in rules {
      if groupOfByte[Int(rule.open.first)] == 0 { addGroup(for: rule.open.first) }
      groups[Int(groupOfByte[Int(rule.open.first)])].append(rule)
    }
  }

  func isPlain(_ byte: UInt8) -> Bool { groupOfByte[Int(byte)] == 0 }

  subscript(byte: UInt8) -> [Rule] { groups[Int(groupOfByte[Int(byte)])] }

  private mutating func addGroup(for byte: UInt8) {
    groupOfByte[Int(byte)] = UInt8(groups.count)
    groups.append([])
  }
}
