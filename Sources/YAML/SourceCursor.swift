import Diagnostics

/// A place in a text that moves forward, from libyaml's counts of characters to lines and byte columns.
///
/// libyaml's own lines will not do: it ends them at U+0085, U+2028 and U+2029 as well, and its columns are characters.
struct SourceCursor {
  let bytes: [UInt8]
  private let path: String
  private let firstLine: Int
  private var characters = 0
  private(set) var offset: Int
  private(set) var line: Int
  private(set) var lineStart = 0

  /// - Parameter start: where the text begins, behind a byte order mark.
  init(_ bytes: [UInt8], from start: Int, path: String, firstLine: Int) {
    self.bytes = bytes
    self.path = path
    self.firstLine = firstLine
    offset = start
    line = firstLine
  }

  /// One-based, in bytes.
  var column: Int { offset - lineStart + 1 }

  mutating func move(to character: Int) {
    while characters < character, offset < bytes.count { step() }
  }

  mutating func move(toOffset end: Int) {
    while offset < min(end, bytes.count) { step() }
    // A stray continuation byte was taken for a part of the character before it.
    offset = min(offset, end)
  }

  private mutating func step() {
    let byte = bytes[offset]
    offset += 1
    characters += 1
    if byte >= 0x80 {
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    } else if byte == 0x0A || byte == 0x0D && (offset == bytes.count || bytes[offset] != 0x0A) {
      line += 1
      lineStart = offset
    }
  }

  /// The span from here over `count` characters, as far as they are on this line.
  func span(characters count: Int) -> SourceSpan {
    var end = offset
    var remaining = count
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D {
      if bytes[end] & 0xC0 != 0x80 {
        guard remaining > 0 else { break }
        remaining -= 1
      }
      end += 1
    }
    return SourceSpan(path: path, line: line, column: column, length: end - offset)
  }
}
