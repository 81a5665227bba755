package import Diagnostics

/// A value and where it was written.
package struct Located<Value: Sendable>: Sendable {
  /// What was read.
  package let value: Value
  /// The place of the text that it was read from.
  package let span: SourceSpan

  /// A value that was read from the text at a place.
  package init(_ value: Value, at span: SourceSpan) {
    self.value = value
    self.span = span
  }
}
