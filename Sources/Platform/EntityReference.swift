/// A reference to an entity: `[kind:][namespace/]name`, letter case aside.
///
/// Source: Backstage, "Entity References".
package struct EntityReference: Sendable, Hashable, CustomStringConvertible {
  /// Lower case.
  package let kind: String
  /// Lower case.
  package let namespace: String
  /// Lower case.
  package let name: String

  /// - Parameters:
  ///   - defaultKind: the kind that the field implies, such as `Group` for an owner.
  ///   - defaultNamespace: that of the entity which refers.
  package init(_ text: String, defaultKind: String, defaultNamespace: String = "default") {
    let text = text.lowercased()
    let colon = text.firstIndex(of: ":")
    kind = colon.map { String(text[..<$0]) } ?? defaultKind.lowercased()
    let rest = colon.map { text[text.index(after: $0)...] } ?? text[...]
    let slash = rest.firstIndex(of: "/")
    namespace = slash.map { String(rest[..<$0]) } ?? defaultNamespace.lowercased()
    name = String(slash.map { rest[rest.index(after: $0)...] } ?? rest)
  }

  /// The shortest text that refers to the same entity from anywhere.
  package var description: String {
    namespace == "default" ? "\(kind):\(name)" : "\(kind):\(namespace)/\(name)"
  }
}
