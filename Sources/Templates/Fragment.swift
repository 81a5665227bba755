/// HTML that may be written as it is, with slots to fill in per use.
@usableFromInline package struct Fragment: Sendable, Hashable {
  /// UTF-8, with the marks of `Slot.mark(_:)` where something is to be filled in later.
  package let bytes: [UInt8]

  /// A fragment of UTF-8.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// A fragment of HTML, not of text that is yet to be escaped.
  package init(_ text: String) {
    bytes = Array(text.utf8)
  }
}
