import Diagnostics
package import YAML

/// An entity of a Backstage catalogue, of any kind but `Template`.
///
/// Source: Backstage, "Descriptor Format of Catalog Entities".
package struct Entity: Sendable {
  /// Index of the document that it was read from.
  package let origin: Int
  /// As written: `Component`.
  package let kind: String
  package let metadata: Metadata
  package let type: String?
  package let lifecycle: String?
  /// What the descriptor says of other entities, in the order of `RelationField`.
  package let relations: [Relation]
  /// `spec.profile` of a group or a user.
  package let profileName: String?
  package let email: String?
  /// What an API looks like.
  package let definition: Definition?
  /// The files or URLs that a location stands for.
  package let targets: [Located<String>]
  /// Keys of `spec` besides those that mean something here, each value on one line.
  package let facts: [(key: String, value: String)]

  /// A reference to another entity and the field that holds it.
  package struct Relation: Sendable {
    package let field: RelationField
    package let target: Located<String>
    package let reference: EntityReference
  }

  /// The definition of an API.
  package enum Definition: Sendable {
    case text(String)
    /// The address or file of a placeholder that was not filled in.
    case elsewhere(String)
  }

  package var reference: EntityReference { metadata.reference(kind: kind) }

  package var displayName: String { profileName ?? metadata.displayName }

  package var owner: Relation? { relations.first { $0.field == .owner } }

  /// The template that the entity was made from, by its annotation.
  package var sourceTemplate: Located<String>? { metadata.annotations["backstage.io/source-template"] }
}

/// The fields of descriptors that refer to other entities.
package enum RelationField: String, Sendable, CaseIterable {
  case owner, system, domain, subdomainOf, subcomponentOf, dependsOn, dependencyOf, providesApis, consumesApis
  case parent, children, members, memberOf

  /// The kind of a reference that names none.
  package var defaultKind: String {
    switch self {
    case .owner, .parent, .children, .memberOf: "group"
    case .system: "system"
    case .domain, .subdomainOf: "domain"
    case .subcomponentOf, .dependsOn, .dependencyOf: "component"
    case .providesApis, .consumesApis: "api"
    case .members: "user"
    }
  }
}

extension Entity {
  static func read(_ node: YAMLNode, kind: String, origin: Int) -> Outcome<Entity?> {
    var reader = MappingReader(node, what: kind)
    reader.ignore("apiVersion", "kind", "relations", "status")
    let metadata = Metadata.read(&reader)
    let requiredKeys = requiredKeys[kind.lowercased()] ?? []
    let entity = reader.openMapping("spec", what: "\(kind) spec", required: !requiredKeys.isEmpty) { spec in
      metadata.flatMap { read(&spec, kind, $0, requiredKeys, origin) }
    }
    reader.finish()
    return Outcome(entity ?? metadata.map { Entity(kind: kind, metadata: $0, origin: origin) }, reader.diagnostics)
  }

  /// A kind that nobody knows may have no spec at all.
  private init(kind: String, metadata: Metadata, origin: Int) {
    self.init(
      origin: origin, kind: kind, metadata: metadata, type: nil, lifecycle: nil, relations: [], profileName: nil,
      email: nil, definition: nil, targets: [], facts: [])
  }

  private static let requiredKeys: [String: Set<String>] = [
    "component": ["type", "lifecycle", "owner"], "api": ["type", "lifecycle", "owner", "definition"],
    "resource": ["type", "owner"], "system": ["owner"], "domain": ["owner"], "group": ["type", "children"],
    "user": ["memberOf"],
  ]

  private static func read(
    _ spec: inout MappingReader, _ kind: String, _ metadata: Metadata, _ requiredKeys: Set<String>, _ origin: Int
  ) -> Entity {
    let type = spec.text("type", required: requiredKeys.contains("type"))?.value
    let lifecycle = spec.text("lifecycle", required: requiredKeys.contains("lifecycle"))?.value
    let hasRemotes = spec.unread.contains { $0.key.text == "remotes" }
    // Newer APIs, such as those of MCP servers, say where they answer instead of what they look like.
    let needsDefinition = requiredKeys.contains("definition") && !hasRemotes
    let definition = spec.node("definition", required: needsDefinition).map(Definition.init)
    let relations = RelationField.allCases.flatMap { field in
      readRelations(&spec, field, of: metadata, isRequired: requiredKeys.contains(field.rawValue))
    }
    let profile = spec.openMapping("profile", what: "profile") { inner in
      (name: inner.text("displayName")?.value, email: inner.text("email")?.value)
    }
    let targets = kind.lowercased() == "location" ? spec.texts("target") + spec.texts("targets") : []
    return Entity(
      origin: origin, kind: kind, metadata: metadata, type: type, lifecycle: lifecycle, relations: relations,
      profileName: profile?.name, email: profile?.email, definition: definition, targets: targets,
      facts: spec.unread.compactMap(fact))
  }

  /// A key that somebody added, unless its value needs more than a line.
  private static func fact(_ entry: YAMLNode.Entry) -> (key: String, value: String)? {
    let value = entry.value.alternatives.map(\.flowText).joined(separator: ", ")
    guard let key = entry.key.text, !entry.value.isNull, (1...120).contains(value.count), !value.contains("\n") else {
      return nil
    }
    return (key, value)
  }

  private static func readRelations(
    _ spec: inout MappingReader, _ field: RelationField, of metadata: Metadata, isRequired: Bool
  ) -> [Relation] {
    guard spec.node(field.rawValue, required: isRequired) != nil else { return [] }
    return spec.texts(field.rawValue).map { target in
      let reference = EntityReference(
        target.value, defaultKind: field.defaultKind, defaultNamespace: metadata.namespace)
      return Relation(field: field, target: target, reference: reference)
    }
  }
}

extension Entity.Definition {
  /// A placeholder such as `$text`, which nobody filled in, names where the definition is.
  init(_ node: YAMLNode) {
    if case .mapping(let entries) = node.content, entries.count == 1, let address = entries[0].value.text,
      entries[0].key.text?.hasPrefix("$") == true
    {
      self = .elsewhere(address)
    } else {
      self = .text(node.flowText)
    }
  }
}
