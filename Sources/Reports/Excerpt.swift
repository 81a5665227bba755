import Bytes
import Diagnostics

/// The source around a finding, fit for a person to read.
struct Excerpt {
  /// The line without its line end, tabs as one space each, control characters replaced; of a long line the part around the
  /// marked text.
  let line: String
  /// How many characters of `line` stand before the marked text.
  let indent: Int
  /// Length of the marked text in characters, at least 1, not past the end of the line.
  let length: Int
  /// Whether the source line goes on before and behind `line`.
  let isCut: (before: Bool, behind: Bool)
}

/// Where findings stand in their files, reading and indexing each file once.
struct SourceExcerpts {
  /// What columns are counted in.
  enum Unit {
    /// Characters as people see them.
    case characters
    /// As SARIF and editors count.
    case utf16
  }

  private struct File {
    let bytes: [UInt8]
    let index: LineIndex
  }

  private let lookup: SourceLookup
  private let unit: Unit
  /// The file that was asked for last: findings come in the order of their files.
  private var last: (path: String, file: File?)?
  /// How far the columns of a long line were counted, so that many findings on it are not each counted from its start.
  private var counted = (path: "", line: 0, offset: 0, columns: 0)

  init(_ lookup: @escaping SourceLookup, in unit: Unit = .characters) {
    self.lookup = lookup
    self.unit = unit
  }

  /// The one-based column of a finding, and its length on the line; in bytes where the file is not at hand or shorter than the
  /// span says.
  mutating func position(of span: SourceSpan) -> (column: Int, length: Int) {
    guard let (file, line, place) = find(span) else { return (span.column, span.length) }
    let isKnown = counted.path == span.path && counted.line == span.line && counted.offset <= place.lowerBound
    let from = isKnown ? counted.offset : line.lowerBound
    let columns = (isKnown ? counted.columns : 0) + count(file.bytes[from..<place.lowerBound])
    if place.lowerBound - line.lowerBound > 4_096 { counted = (span.path, span.line, place.lowerBound, columns) }
    return (columns + 1, count(file.bytes[place]))
  }

  /// Nil where the file is not at hand or shorter than the span says.
  mutating func excerpt(at span: SourceSpan) -> Excerpt? {
    guard let (file, line, place) = find(span) else { return nil }
    // More than a report shows of either side, and not all of a file that is one line.
    let start = characterStart(atOrBefore: max(line.lowerBound, place.lowerBound - 1_024), in: file.bytes, line)
    let markEnd = characterStart(atOrBefore: min(place.upperBound, place.lowerBound + 1_024), in: file.bytes, line)
    let end = characterStart(atOrBefore: min(line.upperBound, markEnd + 1_024), in: file.bytes, line)
    let before = printable(file.bytes[start..<place.lowerBound])
    let marked = printable(file.bytes[place.lowerBound..<markEnd])
    return Excerpt(
      line: before.text + marked.text + printable(file.bytes[markEnd..<end]).text, indent: before.count,
      length: max(marked.count, 1), isCut: (start > line.lowerBound, end < line.upperBound))
  }

  /// The line that a span points into, and the part of it that is meant.
  private mutating func find(_ span: SourceSpan) -> (file: File, line: Range<Int>, place: Range<Int>)? {
    if last?.path != span.path {
      last = (span.path, lookup(span.path).map { File(bytes: $0, index: LineIndex($0)) })
    }
    guard let file = last?.file else { return nil }
    var line = file.index.range(ofLine: span.line)
    let offset = line.lowerBound + span.column - 1
    while let last = file.bytes[line].last, last == 0x0A || last == 0x0D {
      line = line.lowerBound..<line.upperBound - 1
    }
    // A byte order mark is not part of the text.
    if span.line == 1, file.bytes.starts(with: [0xEF, 0xBB, 0xBF]), line.count >= 3 {
      line = line.lowerBound + 3..<line.upperBound
    }
    guard !line.isEmpty else { return nil }
    let start = min(max(offset, line.lowerBound), line.upperBound)
    return (file, line, start..<min(start + span.length, line.upperBound))
  }

  private func characterStart(atOrBefore offset: Int, in bytes: [UInt8], _ line: Range<Int>) -> Int {
    var offset = offset
    while offset > line.lowerBound, offset < line.upperBound, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  private func count(_ bytes: ArraySlice<UInt8>) -> Int {
    switch unit {
    case .characters: printable(bytes).count
    case .utf16: String(decoding: bytes, as: UTF8.self).utf16.count
    }
  }

  /// Quoted source never moves the cursor or colours a terminal.
  ///
  /// - Returns: the text, and how many characters it has.
  private func printable(_ bytes: ArraySlice<UInt8>) -> (text: String, count: Int) {
    // Characters are costly to tell apart.
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
