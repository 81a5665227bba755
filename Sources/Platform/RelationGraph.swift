/// What entities have to do with one another, seen from both ends.
///
/// Source: Backstage, "Well-known Relations between Catalog Entities".
package struct RelationGraph: Sendable {
  /// How an entity stands to another; the values are Backstage's names.
  package enum Role: String, Sendable, CaseIterable {
    case ownedBy, ownerOf, partOf, hasPart, dependsOn, dependencyOf
    case providesAPI = "providesApi"
    case apiProvidedBy
    case consumesAPI = "consumesApi"
    case apiConsumedBy, childOf, parentOf, memberOf, hasMember

    /// The same relation from the other end.
    var inverse: Role {
      switch self {
      case .ownedBy: .ownerOf
      case .ownerOf: .ownedBy
      case .partOf: .hasPart
      case .hasPart: .partOf
      case .dependsOn: .dependencyOf
      case .dependencyOf: .dependsOn
      case .providesAPI: .apiProvidedBy
      case .apiProvidedBy: .providesAPI
      case .consumesAPI: .apiConsumedBy
      case .apiConsumedBy: .consumesAPI
      case .childOf: .parentOf
      case .parentOf: .childOf
      case .memberOf: .hasMember
      case .hasMember: .memberOf
      }
    }
  }

  private struct Key: Hashable, Sendable {
    let entity: EntityReference
    let role: Role
  }

  private var targets: [Key: [EntityReference]] = [:]

  init(_ entities: [Entity]) {
    var seen: [Key: Set<EntityReference>] = [:]
    func add(_ entity: EntityReference, _ role: Role, _ target: EntityReference) {
      let key = Key(entity: entity, role: role)
      if seen[key, default: []].insert(target).inserted { targets[key, default: []].append(target) }
    }
    for entity in entities {
      let reference = entity.reference
      for relation in entity.relations {
        let target = relation.reference
        add(reference, relation.field.role, target)
        add(target, relation.field.role.inverse, reference)
      }
    }
  }

  /// The entities that one stands to in a role, whether they exist or not; each once, in the order of the documents.
  package func targets(of entity: EntityReference, _ role: Role) -> [EntityReference] {
    targets[Key(entity: entity, role: role)] ?? []
  }
}

extension RelationField {
  /// How an entity stands to what the field names.
  var role: RelationGraph.Role {
    switch self {
    case .owner: .ownedBy
    case .system, .domain, .subdomainOf, .subcomponentOf: .partOf
    case .dependsOn: .dependsOn
    case .dependencyOf: .dependencyOf
    case .providesApis: .providesAPI
    case .consumesApis: .consumesAPI
    case .parent: .childOf
    case .children: .parentOf
    case .members: .hasMember
    case .memberOf: .memberOf
    }
  }
}
