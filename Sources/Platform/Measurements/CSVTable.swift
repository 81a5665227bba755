import Diagnostics

/// A text of comma-separated values, with the place of each field.
///
/// Source: RFC 4180.
struct CSVTable {
  struct Field {
    let text: String
    let span: SourceSpan
  }

  /// The first is the header; empty lines are none.
  private(set) var rows: [[Field]] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ bytes: [UInt8], path: String) {
    var scanner = CSVScanner(bytes, path: path)
    while let row = scanner.nextRow() { rows.append(row) }
    diagnostics = scanner.diagnostics
  }
}

/// Reads one row after the other.
private struct CSVScanner {
  private let bytes: [UInt8]
  private let path: String
  private var offset: Int
  private var line = 1
  private var lineStart: Int
  private(set) var diagnostics: [Diagnostic] = []

  init(_ bytes: [UInt8], path: String) {
    self.bytes = bytes
    self.path = path
    offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    lineStart = 0
  }

  mutating func nextRow() -> [CSVTable.Field]? {
    while offset < bytes.count {
      var row = [nextField()]
      while offset < bytes.count, bytes[offset] == UInt8(ascii: ",") {
        offset += 1
        row.append(nextField())
      }
      endLine()
      if row.count > 1 || !row[0].text.isEmpty { return row }
    }
    return nil
  }

  private mutating func nextField() -> CSVTable.Field {
    let (start, startLine, column) = (offset, line, offset - lineStart + 1)
    let text = offset < bytes.count && bytes[offset] == UInt8(ascii: "\"") ? quoted() : plain()
    let length = line == startLine ? offset - start : 0
    return CSVTable.Field(
      text: text, span: SourceSpan(path: path, line: startLine, column: column, length: length))
  }

  private mutating func plain() -> String {
    let start = offset
    while offset < bytes.count, !",\r\n".utf8.contains(bytes[offset]) { offset += 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self).trimmed
  }

  /// A quote in it is written twice; it may hold commas and line ends.
  private mutating func quoted() -> String {
    let span = SourceSpan(path: path, line: line, column: offset - lineStart + 1, length: 1)
    var text: [UInt8] = []
    offset += 1
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      guard byte == UInt8(ascii: "\"") else {
        text.append(byte)
        if byte == 0x0A { (line, lineStart) = (line + 1, offset) }
        continue
      }
      guard offset < bytes.count, bytes[offset] == byte else {
        // What follows a closing quote up to the comma belongs to nothing.
        _ = plain()
        return String(decoding: text, as: UTF8.self)
      }
      text.append(byte)
      offset += 1
    }
    diagnostics.append(
      Diagnostic(
        .invalidMeasurements, "the quote is never closed", at: span, help: "Add '\"' where the field ends."))
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func endLine() {
    while offset < bytes.count, "\r\n".utf8.contains(bytes[offset]) {
      if bytes[offset] == 0x0A { (line, lineStart) = (line + 1, offset + 1) }
      offset += 1
    }
  }
}

extension String {
  /// Without spaces at its ends.
  var trimmed: String {
    var rest = self[...]
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
