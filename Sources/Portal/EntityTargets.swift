import Platform
import SiteModel
import YAML

/// What texts may name of the platform: `[](capability:secrets)`.
extension DomainPlanner {
  /// The kinds that are names of their own, and those of Backstage.
  static let entityKinds = [
    "api", "capability", "component", "domain", "group", "path", "resource", "slo", "system", "template", "user",
  ]

  var entityTargets: [EntityTarget] {
    catalogue.capabilities.map { target($0.reference, folder(of: $0), $0.metadata.displayName) }
      + catalogue.paths.map { target($0.reference, folder(of: $0), $0.metadata.displayName) }
      + catalogue.templates.map { target($0.reference, folder(of: $0), $0.metadata.displayName) }
      + catalogue.teams.map { target($0.reference, folder(of: $0), $0.displayName) }
      + catalogue.serviceLevels.map { slo in
        target(
          EntityReference(slo.metadata.name.value, defaultKind: "slo"), folder(of: slo), slo.metadata.displayName)
      }
      + catalogue.entities.compactMap { entity in
        folder(of: entity.reference).map { target(entity.reference, $0, entity.displayName) }
      }
  }

  private func target(_ reference: EntityReference, _ folder: String, _ title: String) -> EntityTarget {
    EntityTarget(reference: reference.description, folder: folder, title: title)
  }
}
