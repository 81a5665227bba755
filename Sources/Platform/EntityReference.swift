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

  /// - Parameter defaultKind: the kind that the field implies, such as `Group` for an owner.
  package init(_ text: String, defaultKind: String) {
    let text = text.lowercased()
    let colon = text.firstIndex(of: ":")
    kind = colon.map { String(text[..<$0]) } ?? defaultKind.lowercased()
    let rest = colon.map { text[text.index(after: $0)...] } ?? text[...]
    let slash = rest.firstIndex(of: "/")
    namespace = slash.map { String(rest[..<$0]) } ?? "default"
    name = String(slash.map { rest[rest.index(after: $0)...] } ?? rest)
  }

  /// The shortest text that refers to the same entity from anywhere.
  package var description: String {
    namespace == "default" ? "\(kind):\(name)" : "\(kind):\(namespace)/\(name)"
  }
}
