import Bytes
import Diagnostics
import SiteModel
import YAML

/// Backstage descriptors with `$text`, `$json` and `$yaml` filled in from files of the content; URLs are never fetched.
///
/// Source: Backstage, "Substitutions In The Descriptor Format".
struct Placeholders: Sendable {
  /// The documents of the content, filled in.
  private(set) var nodes: [YAMLNode] = []
  /// What the placeholders of each document name, in their order.
  private(set) var references: [[Located<String>]] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ content: SourceContent) {
    for document in content.documents {
      var filler = Filler(folder: ContentPath.folder(of: document.path), content: content)
      nodes.append(document.apiVersion.contains("backstage.io/") ? filler.fill(document.node) : document.node)
      references.append(filler.references)
      diagnostics += filler.diagnostics
    }
  }

  /// The file or address that a mapping stands for, if it is a placeholder.
  static func name(in node: YAMLNode) -> Located<String>? {
    guard case .mapping(let entries) = node.content, entries.count == 1, let name = entries[0].value.text,
      ["$text", "$json", "$yaml"].contains(entries[0].key.text)
    else { return nil }
    return Located(name, at: entries[0].value.span)
  }
}

private struct Filler {
  let folder: String
  let content: SourceContent
  var references: [Located<String>] = []
  var diagnostics: [Diagnostic] = []

  init(folder: String, content: SourceContent) {
    self.folder = folder
    self.content = content
  }

  mutating func fill(_ node: YAMLNode) -> YAMLNode {
    switch node.content {
    case .scalar: return node
    case .sequence(let items): return YAMLNode(content: .sequence(items.map { fill($0) }), span: node.span)
    case .mapping(let entries):
      if let name = Placeholders.name(in: node) {
        references.append(name)
        return value(of: name, isText: node["$text"] != nil) ?? node
      }
      let filled = entries.map { YAMLNode.Entry(key: $0.key, value: fill($0.value)) }
      return YAMLNode(content: .mapping(filled), span: node.span)
    }
  }

  /// Nil for a URL, and for what is not there, which is reported like a link.
  private mutating func value(of name: Located<String>, isText: Bool) -> YAMLNode? {
    let folder = name.value.hasPrefix("/") ? "" : folder
    guard let path = ContentPath.resolve(name.value, from: folder), let bytes = content.read(path) else { return nil }
    if isText {
      return YAMLNode(content: .scalar(String(decoding: bytes, as: UTF8.self), isPlain: false), span: name.span)
    }
    let parsed = YAMLParser.parse(bytes, path: content.displayPath(path))
    diagnostics += parsed.diagnostics
    return parsed.value.first
  }
}
