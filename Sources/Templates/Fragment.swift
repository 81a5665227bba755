/// HTML that may be written as it is, with slots to fill in per use.
package struct Fragment: Sendable, Hashable {
  /// UTF-8, with the marks of `Slot.mark(_:)` where something is to be filled in later.
  package let bytes: [UInt8]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  package init(_ text: String) {
    bytes = Array(text.utf8)
  }
}
