import CYAML
package import Diagnostics

/// Reads YAML text into positioned trees, with libyaml.
package enum YAMLParser {
  private static let largestFile = 5 << 20
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// All documents of a file; none for an empty one.
  ///
  /// Documents before a syntax error are kept. A text beyond the limits gives no documents and one `yaml-limit` error.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, with or without a byte order mark.
  ///   - path: the file for spans.
  ///   - firstLine: the line number of the first line; front matter starts at line 2.
  package static func parse(_ bytes: [UInt8], path: String, firstLine: Int = 1) -> Outcome<[YAMLNode]> {
    read(bytes, path: path, firstLine: firstLine) { _ in }
  }

  /// Where a text begins behind its byte order mark.
  static func textStart(of bytes: [UInt8]) -> Int { bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0 }

  /// Parses a text, and shows each step of it.
  static func read(_ bytes: [UInt8], path: String, firstLine: Int, show: (Event) -> Void) -> Outcome<[YAMLNode]> {
    let start = textStart(of: bytes)
    guard bytes.count > start else { return Outcome([]) }
    let cursor = SourceCursor(bytes, from: start, path: path, firstLine: firstLine)
    var builder = TreeBuilder(cursor)
    do throws(Refusal) {
      try checkSize(bytes, at: cursor.span(characters: 0))
      let failure = try build(bytes, from: start, into: &builder, show: show)
      var diagnostics = builder.diagnostics
      if let failure {
        let problem = SyntaxProblem(failure, inside: builder.innermostStart, from: cursor).diagnostic
        // A fault on the line of another is most often the same one, such as a template's braces and what follows them.
        if !diagnostics.contains(where: { $0.rule == .yamlSyntax && $0.span?.line == problem.span?.line }) {
          diagnostics.append(problem)
        }
      }
      return Outcome(builder.documents, diagnostics)
    } catch {
      return Outcome([], [error.diagnostic])
    }
  }

  /// What libyaml itself would be slow with: it compares every `%TAG` directive with all before it.
  private static func checkSize(_ bytes: [UInt8], at start: SourceSpan) throws(Refusal) {
    guard bytes.count <= largestFile else {
      throw Refusal("the file has \(bytes.count) bytes; at most \(largestFile) (5 MiB) are read", at: start)
    }
    var directives = 0
    for (previous, byte) in zip(bytes, bytes.dropFirst()) where byte == UInt8(ascii: "%") {
      if previous == 0x0A || previous == 0x0D { directives += 1 }
    }
    guard directives <= 64 else { throw Refusal("more than 64 directives (lines that begin with '%')", at: start) }
  }

  /// - Returns: why libyaml stopped before the end.
  private static func build(
    _ bytes: [UInt8], from start: Int, into builder: inout TreeBuilder, show: (Event) -> Void
  ) throws(Refusal) -> ParserFailure? {
    try unsafe bytes.withUnsafeBufferPointer { (buffer) throws(Refusal) -> ParserFailure? in
      var events = unsafe EventStream(UnsafeBufferPointer(rebasing: buffer[start...]))
      while true {
        switch events.next() {
        case .failure(let failure): return failure
        case .success(let event):
          try builder.take(event)
          show(event)
          if case .streamEnd = event.kind { return nil }
        }
      }
    }
  }
}
