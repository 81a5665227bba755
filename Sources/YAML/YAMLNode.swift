package import Diagnostics

/// A value of a YAML document and where it was written.
///
/// What an alias stands for keeps the place of its anchor.
package struct YAMLNode: Sendable {
  /// The three shapes of a value.
  ///
  /// Scalars are never interpreted: `1.10`, `010`, `no` and `12:30:45` stay as written.
  package enum Content: Sendable {
    /// A text. Plain: without quotes, block indicator or tag.
    case scalar(String, isPlain: Bool)
    /// A list.
    case sequence([YAMLNode])
    /// Entries in the order written, keys unique, merged entries last.
    case mapping([Entry])
  }

  /// A key of a mapping, always a scalar, and its value.
  package struct Entry: Sendable {
    /// A scalar.
    package let key: YAMLNode
    /// Nothing (see `isNull`) where only the key was written.
    package let value: YAMLNode

    package init(key: YAMLNode, value: YAMLNode) {
      self.key = key
      self.value = value
    }
  }

  /// The value itself.
  package let content: Content
  /// From the first to the last byte of a scalar, as far as they are on one line; of a collection where it begins.
  package let span: SourceSpan

  package init(content: Content, span: SourceSpan) {
    self.content = content
    self.span = span
  }

  /// Whether nothing was written, or one of the plain words for nothing: `~`, `null`, `Null`, `NULL`.
  package var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    return switch text {
    case "", "~", "null", "Null", "NULL": true
    default: false
    }
  }

  /// The text of a scalar as it was written; nil for a collection.
  package var text: String? {
    guard case .scalar(let text, _) = content else { return nil }
    return text
  }

  /// The value of a key of a mapping; nil where there is none.
  package subscript(_ key: String) -> YAMLNode? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key.text == key }?.value
  }

  /// The shape for messages: "a mapping", "a list", "a text", "nothing".
  package var kindName: String {
    switch content {
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .scalar: isNull ? "nothing" : "a text"
    }
  }
}
