import Diagnostics

/// A list or mapping whose end has not come yet.
struct OpenCollection {
  /// What the next value of a mapping belongs to.
  private enum Key {
    case none
    case scalar(YAMLNode)
    /// A key that cannot be one; its value goes with it.
    case unusable
  }

  /// The place of the last character that begins it, as a count of characters.
  let start: Int
  let span: SourceSpan
  let anchor: String?
  /// Values in the text before this one.
  let valuesBefore: Int
  /// The longest chain of merge keys that ends here.
  private(set) var mergeChain = 0
  private let isMapping: Bool
  private var depth = 1
  private var items: [YAMLNode] = []
  private var key = Key.none
  private var entries: [YAMLNode.Entry] = []
  private var merge: (key: YAMLNode, value: YAMLNode)?

  init(isMapping: Bool, start: Int, span: SourceSpan, anchor: String?, valuesBefore: Int) {
    self.start = start
    self.isMapping = isMapping
    self.span = span
    self.anchor = anchor
    self.valuesBefore = valuesBefore
  }

  /// Takes the next item, key or value.
  mutating func add(_ child: Subtree, diagnostics: inout [Diagnostic]) {
    depth = max(depth, child.depth + 1)
    guard isMapping else {
      items.append(child.node)
      mergeChain = max(mergeChain, child.mergeChain)
      return
    }
    switch key {
    case .none: key = readKey(child.node, diagnostics: &diagnostics)
    case .unusable: key = .none
    case .scalar(let name):
      key = .none
      guard case .scalar("<<", isPlain: true) = name.content else {
        entries.append(YAMLNode.Entry(key: name, value: child.node))
        return
      }
      if let merge { diagnostics.append(.duplicateKey(name, first: merge.key)) }
      merge = merge ?? (name, child.node)
      mergeChain = max(mergeChain, child.mergeChain + 1)
    }
  }

  private func readKey(_ node: YAMLNode, diagnostics: inout [Diagnostic]) -> Key {
    guard node.text == nil else { return .scalar(node) }
    diagnostics.append(
      Diagnostic(
        .yamlSyntax, "a key must be a text, not \(node.kindName)", at: node.span,
        help: isTemplate(node)
          ? "Put a value that holds '{{ … }}' in quotes." : "Put the key in quotes if it is meant as a text."))
    return .unusable
  }

  /// Whether an opening brace stands right behind this one's, as in `{{ name }}`.
  private func isTemplate(_ key: YAMLNode) -> Bool {
    guard case .mapping = key.content else { return false }
    return span.length == 1 && key.span.line == span.line && key.span.column == span.column + 1
  }

  /// The finished collection.
  ///
  /// - Parameter count: values in it with aliases expanded, itself included.
  func subtree(count: Int, diagnostics: inout [Diagnostic]) -> Subtree {
    let content: YAMLNode.Content = isMapping ? .mapping(allEntries(diagnostics: &diagnostics)) : .sequence(items)
    return Subtree(node: YAMLNode(content: content, span: span), count: count, depth: depth, mergeChain: mergeChain)
  }

  /// The first entry of each key: those written here, then those of merged mappings in their order.
  private func allEntries(diagnostics: inout [Diagnostic]) -> [YAMLNode.Entry] {
    var unique: [YAMLNode.Entry] = []
    unique.reserveCapacity(entries.count)
    var places: [String?: Int] = [:]
    for entry in entries {
      if let first = places[entry.key.text] {
        diagnostics.append(.duplicateKey(entry.key, first: unique[first].key))
      } else {
        places[entry.key.text] = unique.count
        unique.append(entry)
      }
    }
    for entry in mergedEntries(diagnostics: &diagnostics) where places[entry.key.text] == nil {
      places[entry.key.text] = unique.count
      unique.append(entry)
    }
    return unique
  }

  private func mergedEntries(diagnostics: inout [Diagnostic]) -> [YAMLNode.Entry] {
    guard let source = merge?.value, !source.isNull else { return [] }
    let sources = if case .sequence(let list) = source.content { list } else { [source] }
    var merged: [YAMLNode.Entry] = []
    for source in sources {
      if case .mapping(let entries) = source.content {
        merged += entries
      } else {
        let message = "'<<' must be a mapping or a list of mappings, not \(source.kindName)"
        diagnostics.append(
          Diagnostic(
            .wrongType, message, at: source.span, help: "Write an alias of a mapping, such as '<<: *defaults'."))
      }
    }
    return merged
  }
}

extension Diagnostic {
  fileprivate static func duplicateKey(_ key: YAMLNode, first: YAMLNode) -> Diagnostic {
    let name = (key.text ?? "").quoted
    return Diagnostic(
      .duplicateKey, "the key \(name) is there twice, first on line \(first.span.line)", at: key.span,
      help: "Remove one of the two; the first one counts.")
  }
}
