import YAML

/// Who is called what and belongs to whom in a catalogue, found out once.
///
/// Lists are by the origin of the document that they belong to.
struct CatalogueIndex: Sendable {
  private(set) var capabilities: [EntityReference: Capability] = [:]
  /// By titles in lower case.
  private var capabilitiesByTitle: [String: Capability] = [:]
  private(set) var paths: [EntityReference: OnboardingPath] = [:]
  private(set) var templates: [EntityReference: SoftwareTemplate] = [:]
  private(set) var teams: [EntityReference: Team] = [:]
  private(set) var entities: [EntityReference: Entity] = [:]
  private(set) var templateUsers: [EntityReference: [Entity]] = [:]
  private(set) var levels: [Int: [ServiceLevelObjective]] = [:]
  private(set) var capabilityOfLevel: [Int: Capability] = [:]
  private(set) var dependents: [EntityReference: [Capability]] = [:]
  /// Capabilities by the components that they name.
  private(set) var componentUsers: [EntityReference: [Capability]] = [:]
  /// Paths by their prerequisites.
  private(set) var nextPaths: [EntityReference: [OnboardingPath]] = [:]
  private(set) var roadmapItems: [EntityReference: [(roadmap: Roadmap, item: Roadmap.Item)]] = [:]

  private(set) var incidents: [EntityReference: [Incident]] = [:]
  private(set) var decisions: [EntityReference: [Decision]] = [:]
  private(set) var changes: [EntityReference: [Change]] = [:]

  init() {}

  init(_ catalogue: Catalogue) {
    capabilities = CatalogueIndex.first(catalogue.capabilities, by: \.reference)
    capabilitiesByTitle = CatalogueIndex.first(catalogue.capabilities) { $0.metadata.displayName.lowercased() }
    paths = CatalogueIndex.first(catalogue.paths, by: \.reference)
    templates = CatalogueIndex.first(catalogue.templates, by: \.reference)
    teams = CatalogueIndex.first(catalogue.teams, by: \.reference)
    entities = CatalogueIndex.first(catalogue.entities, by: \.reference)
    for entity in catalogue.entities {
      guard let source = entity.sourceTemplate?.value else { continue }
      templateUsers[EntityReference(source, defaultKind: "template"), default: []].append(entity)
    }
    for capability in catalogue.capabilities {
      for other in Set(capability.dependsOn.map { EntityReference($0.value, defaultKind: "capability") }) {
        dependents[other, default: []].append(capability)
      }
      for component in Set(capability.components.map { EntityReference($0.value, defaultKind: "component") }) {
        componentUsers[component, default: []].append(capability)
      }
    }
    for path in catalogue.paths {
      for other in Set(path.prerequisites.map { EntityReference($0.value, defaultKind: "path") }) {
        nextPaths[other, default: []].append(path)
      }
    }
    for roadmap in catalogue.roadmaps {
      for item in roadmap.items {
        guard let capability = item.capability?.value else { continue }
        roadmapItems[EntityReference(capability, defaultKind: "capability"), default: []].append((roadmap, item))
      }
    }
    addLevels(of: catalogue)
    add(catalogue.records)
  }

  private mutating func add(_ records: Records) {
    for incident in records.incidents {
      for capability in Set(incident.affected.compactMap { capability(named: $0.value)?.reference }) {
        incidents[capability, default: []].append(incident)
      }
    }
    for decision in records.decisions {
      guard let capability = decision.page.capability?.value else { continue }
      decisions[EntityReference(capability, defaultKind: "capability"), default: []].append(decision)
    }
    for change in records.changes {
      guard let capability = change.page.capability?.value else { continue }
      changes[EntityReference(capability, defaultKind: "capability"), default: []].append(change)
    }
  }

  /// A capability by reference or title.
  func capability(named name: String) -> Capability? {
    capabilities[EntityReference(name, defaultKind: "capability")] ?? capabilitiesByTitle[name.lowercased()]
  }

  /// The objectives that a capability names, then those that name it; an objective belongs to the first of its capabilities.
  private mutating func addLevels(of catalogue: Catalogue) {
    let byName = CatalogueIndex.first(catalogue.serviceLevels, by: \.metadata.name.value)
    var naming: [EntityReference: [ServiceLevelObjective]] = [:]
    for slo in catalogue.serviceLevels {
      guard let capability = slo.capability?.value else { continue }
      naming[EntityReference(capability, defaultKind: "capability"), default: []].append(slo)
    }
    for capability in catalogue.capabilities {
      let named = capability.slos.compactMap { byName[$0.value] }
      let others = (naming[capability.reference] ?? []).filter { slo in !named.contains { $0.origin == slo.origin } }
      levels[capability.origin] = named + others
      for slo in named + others where capabilityOfLevel[slo.origin] == nil {
        capabilityOfLevel[slo.origin] = capability
      }
    }
  }

  /// Where several have one name, which is reported, the first counts.
  private static func first<Name, Member>(_ members: [Member], by name: (Member) -> Name) -> [Name: Member] {
    Dictionary(members.map { (name($0), $0) }) { first, _ in first }
  }
}
