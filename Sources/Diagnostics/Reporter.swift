package import Bytes

/// Writes findings in one format.
package protocol Reporter: Sendable {
  /// The whole report as UTF-8. The same findings give the same bytes.
  ///
  /// - Parameters:
  ///   - diagnostics: in report order.
  ///   - source: the bytes of a source file by its path in a span, nil where they cannot be had.
  func report(_ diagnostics: [Diagnostic], source: SourceLookup) -> ByteBuffer
}

/// Finds the bytes of a file by the path that spans give it.
package typealias SourceLookup = (_ path: String) -> [UInt8]?

/// The line that a span points into, and where in it, counted for people.
struct Excerpt {
  /// The line without its line end, tabs as one space each, control characters replaced.
  let line: String
  /// One-based column in characters.
  let column: Int
  /// Length in characters, at least 1, not past the end of the line.
  let length: Int

  /// - Returns: nil where the file is not at hand or shorter than the span says.
  init?(_ span: SourceSpan, in bytes: [UInt8], index: LineIndex) {
    var range = index.range(ofLine: span.line)
    while let last = bytes[range].last, last == 0x0A || last == 0x0D { range = range.lowerBound..<range.upperBound - 1 }
    let place = range.lowerBound + span.column - 1
    // A byte order mark is not part of the text.
    if bytes[range].starts(with: [0xEF, 0xBB, 0xBF]), span.line == 1 {
      range = range.lowerBound + 3..<range.upperBound
    }
    guard !range.isEmpty else { return nil }
    let start = min(max(place, range.lowerBound), range.upperBound)
    let end = min(start + span.length, range.upperBound)
    let before = Excerpt.printable(bytes[range.lowerBound..<start])
    let marked = Excerpt.printable(bytes[start..<end])
    line = before.text + marked.text + Excerpt.printable(bytes[end..<range.upperBound]).text
    column = before.count + 1
    length = max(marked.count, 1)
  }

  /// Quoted source never moves the cursor or colours a terminal.
  ///
  /// - Returns: the text, and how many characters it has.
  private static func printable(_ bytes: ArraySlice<UInt8>) -> (text: String, count: Int) {
    // A long line with many findings is quoted as often, and characters are costly to tell apart.
    if bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return (String(decoding: bytes, as: UTF8.self), bytes.count) }
    var text = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control: text.append(scalar == "\t" ? " " : "\u{FFFD}")
      case .format: text.append("\u{FFFD}")
      default: text.append(scalar)
      }
    }
    let printable = String(text)
    return (printable, printable.count)
  }
}

/// Excerpts of many findings, reading and indexing each file once.
struct ExcerptSource {
  private let lookup: SourceLookup
  private var files: [String: (bytes: [UInt8], index: LineIndex)?] = [:]

  init(_ lookup: @escaping SourceLookup) {
    self.lookup = lookup
  }

  mutating func excerpt(for span: SourceSpan) -> Excerpt? {
    if files[span.path] == nil {
      files.updateValue(lookup(span.path).map { ($0, LineIndex($0)) }, forKey: span.path)
    }
    guard let file = files[span.path] ?? nil else { return nil }
    return Excerpt(span, in: file.bytes, index: file.index)
  }
}
