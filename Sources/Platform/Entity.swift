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

  /// A reference to another entity and the field that holds it.
  package struct Relation: Sendable {
    package let field: RelationField
    package let target: Located<String>

    package var reference: EntityReference { EntityReference(target.value, defaultKind: field.defaultKind) }
  }

  package var reference: EntityReference { metadata.reference(kind: kind) }

  package var displayName: String { profileName ?? metadata.displayName }

  package var owner: Located<String>? { relations.first { $0.field == .owner }?.target }

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
      email: nil)
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
    _ = spec.node("definition", required: requiredKeys.contains("definition"))
    let relations = RelationField.allCases.flatMap { field in
      readRelations(&spec, field, isRequired: requiredKeys.contains(field.rawValue))
    }
    let profile = spec.openMapping("profile", what: "profile") { inner in
      (name: inner.text("displayName")?.value, email: inner.text("email")?.value)
    }
    return Entity(
      origin: origin, kind: kind, metadata: metadata, type: type, lifecycle: lifecycle, relations: relations,
      profileName: profile?.name, email: profile?.email)
  }

  private static func readRelations(
    _ spec: inout MappingReader, _ field: RelationField, isRequired: Bool
  ) -> [Relation] {
    guard spec.node(field.rawValue, required: isRequired) != nil else { return [] }
    return spec.texts(field.rawValue).map { Relation(field: field, target: $0) }
  }
}
