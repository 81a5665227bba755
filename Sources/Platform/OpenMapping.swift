import Diagnostics
import YAML

/// Reads of formats that their users extend: a key that nothing asks for belongs to somebody else and is no misspelling.
extension MappingReader {
  /// A mapping whose unknown keys are not reported.
  mutating func openMapping<T>(
    _ key: String, what: String, required: Bool = false, _ read: (inout MappingReader) -> T?
  ) -> T? {
    node(key, required: required).flatMap { openMapping($0, what: what, read) }
  }

  /// A node as a mapping whose unknown keys are not reported.
  mutating func openMapping<T>(_ node: YAMLNode, what: String, _ read: (inout MappingReader) -> T?) -> T? {
    var inner = MappingReader(node, what: what)
    let value = read(&inner)
    inner.diagnostics.forEach { report($0) }
    return value
  }

  /// A list of mappings whose unknown keys are not reported; empty where there is none.
  mutating func openMappings<T>(
    _ key: String, what: String, required: Bool = false, _ read: (inout MappingReader) -> T?
  ) -> [T] {
    node(key, required: required).map { list($0, key) }?.compactMap { openMapping($0, what: what, read) } ?? []
  }

  /// The items of a list; any other value is a `wrong-type` error and reads as an empty list.
  mutating func list(_ node: YAMLNode, _ key: String) -> [YAMLNode] {
    if case .sequence(let items) = node.content { return items }
    report(
      Diagnostic(
        .wrongType, "'\(key)' must be a list, not \(node.kindName)", at: node.span, help: "Begin each entry with '- '.")
    )
    return []
  }

  /// The entries of a mapping of names to values; any other value is a `wrong-type` error and reads as an empty one.
  mutating func entries(_ node: YAMLNode, _ key: String) -> [(name: Located<String>, value: YAMLNode)] {
    guard case .mapping(let entries) = node.content else {
      report(
        Diagnostic(
          .wrongType, "'\(key)' must be a mapping, not \(node.kindName)", at: node.span,
          help: "Write 'name:' lines below '\(key):'."))
      return []
    }
    return entries.map { (Located($0.key.text ?? "", at: $0.key.span), $0.value) }
  }
}

extension YAMLNode {
  /// The items of a list, or the one value.
  var alternatives: [YAMLNode] {
    if case .sequence(let items) = content { return items }
    return [self]
  }

  /// The value on one line, as JSON would write it but for its texts, which stay as they are.
  var flowText: String {
    switch content {
    case .scalar(let text, _): isNull ? "null" : text
    case .sequence(let items): "[" + items.map(\.flowText).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{" + entries.map { "\($0.key.flowText): \($0.value.flowText)" }.joined(separator: ", ") + "}"
    }
  }
}
