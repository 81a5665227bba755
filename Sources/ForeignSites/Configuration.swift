import Bytes
import Diagnostics
import Files
import YAML

/// A configuration file of YAML, with what other generators make of its tags.
struct Configuration {
  let path: String
  private(set) var root: YAMLNode
  /// Places, as spans give them, where a value has a tag of its own in place of YAML's.
  private var tagged: Set<SourceSpan> = []

  static func read(_ name: String, in tree: FileTree) -> Outcome<Configuration> {
    let path = tree.displayPath(name)
    let nothing = YAMLNode(content: .mapping([]), span: SourceSpan(path: path))
    guard let bytes = try? tree.read(name) else {
      let finding = Diagnostic(.foreignSetting, "the file cannot be read", at: nothing.span, help: "Check its rights.")
      return Outcome(Configuration(path: path, root: nothing), [finding])
    }
    let parsed = YAMLParser.parse(bytes, path: path)
    var configuration = Configuration(path: path, root: parsed.value.first ?? nothing)
    configuration.findTags(in: bytes)
    return Outcome(configuration, parsed.diagnostics)
  }

  private init(path: String, root: YAMLNode) {
    self.path = path
    self.root = root
  }

  /// The keys of another configuration where this one has none, mappings in one another joined.
  mutating func inherit(_ parent: Configuration) {
    root = root.completed(by: parent.root)
    tagged.formUnion(parent.tagged)
  }

  /// Whether a value is one that the tool puts in when it runs, such as `!ENV NAME`.
  func isComputed(_ node: YAMLNode) -> Bool { tagged.contains(node.span) }

  private mutating func findTags(in bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var rest = [root]
    while let node = rest.popLast() {
      let line = lines.indices.contains(node.span.line - 1) ? lines[node.span.line - 1] : []
      if line.dropFirst(node.span.column - 1).starts(with: "!ENV".utf8) { tagged.insert(node.span) }
      switch node.content {
      case .mapping(let entries): rest += entries.map(\.value)
      case .sequence(let items): rest += items
      case .scalar: break
      }
    }
  }
}

extension YAMLNode {
  /// The entries of a mapping; none of any other value.
  var entries: [Entry] {
    guard case .mapping(let entries) = content else { return [] }
    return entries
  }

  /// The items of a list; none of any other value.
  var items: [YAMLNode] {
    guard case .sequence(let items) = content else { return [] }
    return items
  }

  /// A list of names, some with options, in any of the forms of MkDocs: `[a, {b: {…}}]`, `{a: {…}}`.
  var namedOptions: [(name: YAMLNode, options: YAMLNode?)] {
    if !entries.isEmpty { return entries.map { ($0.key, $0.value) } }
    return items.flatMap { item in
      item.text == nil ? item.entries.map { ($0.key, $0.value) } : [(item, nil)]
    }
  }

  fileprivate func completed(by parent: YAMLNode) -> YAMLNode {
    guard case .mapping(let own) = content, case .mapping(let inherited) = parent.content else { return self }
    let joined = own.map { entry in
      YAMLNode.Entry(
        key: entry.key, value: parent[entry.key.text ?? ""].map(entry.value.completed) ?? entry.value)
    }
    let missing = inherited.filter { entry in !own.contains { $0.key.text == entry.key.text } }
    return YAMLNode(content: .mapping(joined + missing), span: span)
  }
}
