/// A place in a source file.
package struct SourceSpan: Sendable, Hashable {
  /// The file as the user would name it, such as `content/guides/deploy.md`.
  package let path: String
  /// One-based line.
  package let line: Int
  /// One-based column in UTF-8 bytes.
  ///
  /// Reports turn it into characters.
  package let column: Int
  /// Length in UTF-8 bytes on that line; 0 where only the start is known.
  package let length: Int

  package init(path: String, line: Int = 1, column: Int = 1, length: Int = 0) {
    self.path = path
    self.line = line
    self.column = column
    self.length = length
  }
}

extension SourceSpan {
  /// The same place of another file.
  package func moved(to path: String) -> SourceSpan {
    SourceSpan(path: path, line: line, column: column, length: length)
  }
}

extension SourceSpan: Comparable {
  package static func < (left: SourceSpan, right: SourceSpan) -> Bool {
    (left.path, left.line, left.column, left.length) < (right.path, right.line, right.column, right.length)
  }
}
