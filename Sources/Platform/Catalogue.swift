package import Diagnostics
package import YAML

/// Everything that the content says about the platform, joined and checked.
package struct Catalogue: Sendable {
  package private(set) var capabilities: [Capability] = []
  package private(set) var serviceLevels: [ServiceLevelObjective] = []
  package private(set) var measurements: [Measurements] = []
  package private(set) var roadmaps: [Roadmap] = []
  package private(set) var paths: [OnboardingPath] = []
  package private(set) var teams: [Team] = []

  /// Whether documents of this kind are read here.
  ///
  /// A kind of ours that is misspelt is claimed, to be reported and not published as a file; so is all of OpenSLO, whose
  /// data sources may hold credentials.
  package static func claims(apiVersion: String, kind: String) -> Bool {
    switch apiVersion {
    case "backstage.io/v1alpha1", "backstage.io/v1beta1": kind == "Group"
    default: ["portico/", "openslo/", "openslo.com/"].contains(where: apiVersion.hasPrefix)
    }
  }

  /// Reads claimed documents in the order given and checks their references to one another.
  ///
  /// - Parameter domains: the ids of the site's domains; a capability belongs to one of them.
  package static func read(_ documents: [YAMLNode], domains: [String]) -> Outcome<Catalogue> {
    var catalogue = Catalogue()
    var diagnostics: [Diagnostic] = []
    for (origin, document) in documents.enumerated() { diagnostics += catalogue.add(document, origin: origin) }
    diagnostics += ReferenceChecks(catalogue: catalogue, domains: domains).run()
    return Outcome(catalogue, diagnostics)
  }

  private mutating func add(_ node: YAMLNode, origin: Int) -> [Diagnostic] {
    switch (node["apiVersion"]?.text, node["kind"]?.text) {
    case ("portico/v1", "Capability"): keep(Capability.read(node, origin: origin), in: \.capabilities)
    case ("portico/v1", "Measurements"): keep(Measurements.read(node, origin: origin), in: \.measurements)
    case ("portico/v1", "Roadmap"): keep(Roadmap.read(node, origin: origin), in: \.roadmaps)
    case ("portico/v1", "OnboardingPath"): keep(OnboardingPath.read(node, origin: origin), in: \.paths)
    case ("openslo/v1", "SLO"): keep(ServiceLevelObjective.read(node, origin: origin), in: \.serviceLevels)
    case ("backstage.io/v1alpha1", "Group"), ("backstage.io/v1beta1", "Group"):
      keep(Team.read(node, origin: origin), in: \.teams)
    default: Kinds.unknown(in: node).map { [$0] } ?? []
    }
  }

  private mutating func keep<Entity>(
    _ outcome: Outcome<Entity?>, in list: WritableKeyPath<Catalogue, [Entity]>
  ) -> [Diagnostic] {
    if let entity = outcome.value { self[keyPath: list].append(entity) }
    return outcome.diagnostics
  }
}

extension Catalogue {
  package func capability(_ reference: String) -> Capability? {
    let wanted = EntityReference(reference, defaultKind: "capability")
    return capabilities.first { $0.reference == wanted }
  }

  package func path(_ reference: String) -> OnboardingPath? {
    let wanted = EntityReference(reference, defaultKind: "path")
    return paths.first { $0.reference == wanted }
  }

  /// The name to show for an owner: the team's, or the reference as written where it resolves to nothing.
  package func ownerName(_ reference: String) -> String {
    let wanted = EntityReference(reference, defaultKind: "group")
    return teams.first { $0.reference == wanted }?.displayName ?? reference
  }

  /// The objectives that a capability names, then those that name it.
  package func serviceLevels(of capability: Capability) -> [ServiceLevelObjective] {
    let named = capability.slos.compactMap { name in serviceLevels.first { $0.metadata.name.value == name.value } }
    let naming = serviceLevels.filter { slo in
      guard let reference = slo.capability?.value else { return false }
      return EntityReference(reference, defaultKind: "capability") == capability.reference
    }
    return named + naming.filter { slo in !named.contains { $0.origin == slo.origin } }
  }

  /// Capabilities that depend on this one.
  package func dependents(of capability: Capability) -> [Capability] {
    capabilities.filter { other in
      other.dependsOn.contains {
        EntityReference($0.value, defaultKind: "capability") == capability.reference
      }
    }
  }

  /// Roadmap items that concern a capability.
  package func roadmapItems(of capability: Capability) -> [(roadmap: Roadmap, item: Roadmap.Item)] {
    roadmaps.flatMap { roadmap in
      roadmap.items
        .filter { item in
          item.capability.map { EntityReference($0.value, defaultKind: "capability") } == capability.reference
        }
        .map { (roadmap, $0) }
    }
  }
}
