import Bytes
import Diagnostics
import YAML

/// Reads what stands as plain values in a file of JavaScript or TypeScript, which is never run.
///
/// Objects, lists, texts, numbers and the words for true, false and nothing are values. All else is an expression: it is
/// passed over, and its place kept.
struct ScriptLiteral {
  /// The objects that the file assigns or exports at its top, in order.
  private(set) var objects: [YAMLNode] = []
  /// Where expressions stand in place of values.
  private(set) var expressions: Set<SourceSpan> = []
  private let bytes: [UInt8]
  private let lines: LineIndex
  private let path: String
  private var position = 0
  private var depth = 0

  init(_ bytes: [UInt8], path: String) {
    self.bytes = bytes
    self.path = path
    lines = LineIndex(bytes)
    readObjects()
  }

  /// Reads on from one `= {`, `default {` or `return {` to the next.
  private mutating func readObjects() {
    while skipSpace(), position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "=") || word() == "default" {
        position += byte == UInt8(ascii: "=") ? 1 : 7
        _ = skipSpace()
        if position < bytes.count, "{(".utf8.contains(bytes[position]), let node = value(),
          case .mapping = node.content
        {
          objects.append(node)
        }
      } else {
        skipToken()
      }
    }
  }

  // MARK: - Values

  /// Reads a value up to the comma or bracket behind it.
  private mutating func value() -> YAMLNode? {
    let start = position
    let node = plainValue()
    _ = skipSpace()
    let follows = word()
    if follows == "as" || follows == "satisfies" {
      skipExpression()
    } else if node == nil || !isAtEnd {
      skipExpression()
      return expression(from: start)
    }
    return node
  }

  private mutating func plainValue() -> YAMLNode? {
    guard position < bytes.count, depth < 60 else { return nil }
    depth += 1
    defer { depth -= 1 }
    let start = position
    switch bytes[position] {
    case UInt8(ascii: "{"): return object()
    case UInt8(ascii: "["): return list()
    case UInt8(ascii: "("):
      position += 1
      _ = skipSpace()
      let inner = value()
      guard position < bytes.count, bytes[position] == UInt8(ascii: ")") else { return nil }
      position += 1
      return inner
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"): return text()
    default:
      let word = word()
      guard ["true", "false", "null"].contains(word) || Double(word) != nil else { return nil }
      position += word.utf8.count
      return YAMLNode(content: .scalar(word, isPlain: true), span: span(start..<position))
    }
  }

  private mutating func object() -> YAMLNode {
    let start = position
    var entries: [YAMLNode.Entry] = []
    position += 1
    while skipSpace(), position < bytes.count, bytes[position] != UInt8(ascii: "}") {
      let keyStart = position
      let key = key()
      _ = skipSpace()
      if let key, position < bytes.count, bytes[position] == UInt8(ascii: ":") {
        position += 1
        _ = skipSpace()
        if let value = value() { entries.append(YAMLNode.Entry(key: key, value: value)) }
      } else {
        // A spread, a method or a name that stands for itself.
        skipExpression()
        let name = YAMLNode(content: .scalar(key?.text ?? "...", isPlain: true), span: span(keyStart..<keyStart))
        entries.append(YAMLNode.Entry(key: name, value: expression(from: keyStart)))
      }
      if position < bytes.count, bytes[position] == UInt8(ascii: ",") { position += 1 }
      if position == keyStart { break }
    }
    position = min(position + 1, bytes.count)
    return YAMLNode(content: .mapping(entries), span: span(start..<start + 1))
  }

  private mutating func list() -> YAMLNode {
    let start = position
    var items: [YAMLNode] = []
    position += 1
    while skipSpace(), position < bytes.count, bytes[position] != UInt8(ascii: "]") {
      let itemStart = position
      if let item = value() { items.append(item) }
      if position < bytes.count, bytes[position] == UInt8(ascii: ",") { position += 1 }
      if position == itemStart { break }
    }
    position = min(position + 1, bytes.count)
    return YAMLNode(content: .sequence(items), span: span(start..<start + 1))
  }

  private mutating func key() -> YAMLNode? {
    guard position < bytes.count else { return nil }
    if "'\"".utf8.contains(bytes[position]) { return text() }
    let word = word()
    guard !word.isEmpty else { return nil }
    let start = position
    position += word.utf8.count
    return YAMLNode(content: .scalar(word, isPlain: false), span: span(start..<position))
  }

  /// A text in quotes; nil for a template that holds expressions.
  private mutating func text() -> YAMLNode? {
    let start = position
    let end = endOfText()
    position = end
    var content: [UInt8] = []
    var index = start + 1
    while index < end - 1 {
      if bytes[start] == UInt8(ascii: "`"), bytes[index] == UInt8(ascii: "$"), bytes[index + 1] == UInt8(ascii: "{") {
        return nil
      }
      if bytes[index] == UInt8(ascii: "\\") {
        index += 1
        guard let character = ScriptLiteral.escape(bytes[index]) else { return nil }
        content += character
      } else {
        content.append(bytes[index])
      }
      index += 1
    }
    let text = String(decoding: content, as: UTF8.self)
    return YAMLNode(content: .scalar(text, isPlain: false), span: span(start..<end))
  }

  /// What stands for a byte behind a backslash; nil for escapes by number.
  private static func escape(_ byte: UInt8) -> [UInt8]? {
    switch byte {
    case UInt8(ascii: "n"): [0x0A]
    case UInt8(ascii: "t"): [0x09]
    case 0x0A: []
    case UInt8(ascii: "u"), UInt8(ascii: "x"), UInt8(ascii: "0")...UInt8(ascii: "9"): nil
    default: [byte]
    }
  }

  private mutating func expression(from start: Int) -> YAMLNode {
    let span = span(start..<start)
    expressions.insert(span)
    return YAMLNode(content: .scalar("", isPlain: true), span: span)
  }

  private func span(_ range: Range<Int>) -> SourceSpan {
    let (line, column) = lines.position(of: range.lowerBound)
    return SourceSpan(path: path, line: line, column: column, length: range.count)
  }

  // MARK: - Tokens

  /// Whether what comes next ends a value.
  private var isAtEnd: Bool { position >= bytes.count || ",}]);".utf8.contains(bytes[position]) }

  /// The name or number that comes next.
  private func word() -> String {
    let word = bytes[position...].prefix { byte in
      byte >= 0x80 || "_$.-".utf8.contains(byte) || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
    }
    return String(decoding: word, as: UTF8.self)
  }

  /// Skips blanks and comments.
  ///
  /// - Returns: true, for conditions.
  private mutating func skipSpace() -> Bool {
    while position < bytes.count {
      if bytes[position] <= 0x20 {
        position += 1
      } else if bytes[position...].starts(with: "//".utf8) {
        position = bytes[position...].firstIndex(of: 0x0A) ?? bytes.count
      } else if bytes[position...].starts(with: "/*".utf8) {
        position += 2
        while position < bytes.count, !bytes[position...].starts(with: "*/".utf8) { position += 1 }
        position = min(position + 2, bytes.count)
      } else {
        break
      }
    }
    return true
  }

  /// Skips to the comma or closing bracket that ends an expression.
  private mutating func skipExpression() {
    var open = 0
    while skipSpace(), position < bytes.count {
      let byte = bytes[position]
      if open == 0, ",;}])".utf8.contains(byte) { return }
      if "{[(".utf8.contains(byte) { open += 1 }
      if "}])".utf8.contains(byte) { open -= 1 }
      skipToken()
    }
  }

  private mutating func skipToken() {
    if "'\"`".utf8.contains(bytes[position]) {
      position = endOfText()
    } else {
      position += max(word().utf8.count, 1)
    }
  }

  /// The offset behind the quote that ends the text that begins here.
  private func endOfText() -> Int {
    var index = position + 1
    while index < bytes.count, bytes[index] != bytes[position] { index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1 }
    return min(index + 1, bytes.count)
  }
}
