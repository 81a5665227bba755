package import Diagnostics
package import YAML

/// Everything that the content says about the platform, joined and checked.
package struct Catalogue: Sendable {
  package private(set) var capabilities: [Capability] = []
  package private(set) var openSLO = OpenSLO()
  package private(set) var measurements: [Measurements] = []
  package private(set) var roadmaps: [Roadmap] = []
  /// Each behind those that it requires.
  package private(set) var paths: [OnboardingPath] = []
  /// Entities of Backstage descriptors, groups among them, but no templates.
  package private(set) var entities: [Entity] = []
  package private(set) var templates: [SoftwareTemplate] = []
  package private(set) var charters: [TeamCharter] = []
  /// The groups, each with its charter.
  package private(set) var teams: [Team] = []
  /// Incidents, decisions and changes.
  package private(set) var records = Records()
  /// What the entities have to do with one another.
  package private(set) var relations = RelationGraph([])
  private var index = CatalogueIndex()

  /// Whether documents of this kind are read here.
  ///
  /// A kind of ours that is misspelt is claimed, to be reported and not published as a file; so is all of OpenSLO, whose
  /// data sources may hold credentials.
  package static func claims(apiVersion: String, kind: String) -> Bool {
    apiVersion.hasPrefix("scaffolder.backstage.io/")
      ? kind == "Template"
      : ["portico/", "openslo/", "openslo.com/", "backstage.io/"].contains(where: apiVersion.hasPrefix)
  }

  /// Whether a file that is no document is read here: one of measurements.
  package static func claims(file: String) -> Bool { MeasurementFile.isName(file) }

  /// Reads claimed documents in the order given and checks their references to one another.
  ///
  /// - Parameters:
  ///   - records: pages of incidents, decisions and changes.
  ///   - domains: the ids of the site's domains; a capability belongs to one of them.
  ///   - files: files of measurements, by the path that reports give them.
  package static func read(
    _ documents: [YAMLNode], records pages: [(kind: String, page: RecordPage)] = [], domains: [String],
    files: [(path: String, bytes: [UInt8])] = []
  ) -> Outcome<Catalogue> {
    var catalogue = Catalogue()
    let records = Records.read(pages)
    catalogue.records = records.value
    var diagnostics = records.diagnostics + records.value.diagnostics
    var files = MeasurementFiles(files)
    for (origin, document) in documents.enumerated() { diagnostics += catalogue.add(document, origin: origin, &files) }
    catalogue.measurements += files.rest
    diagnostics += files.diagnostics + files.unused
    catalogue.paths = catalogue.paths.inOrderOfPrerequisites
    catalogue.joinEntities()
    diagnostics += catalogue.checkDescriptors()
    diagnostics += ReferenceChecks(catalogue: catalogue, domains: domains).run()
    diagnostics += OpenSLOChecks(catalogue.openSLO).run()
    diagnostics += catalogue.checkEnds()
    return Outcome(catalogue, diagnostics)
  }

  private mutating func add(_ node: YAMLNode, origin: Int, _ files: inout MeasurementFiles) -> [Diagnostic] {
    // A file that a template still has to fill in describes nothing yet.
    if node["metadata"]?["name"]?.text?.contains("${{") == true { return [] }
    let (version, kind) = (node["apiVersion"]?.text, node["kind"]?.text)
    if ["backstage.io/v1alpha1", "backstage.io/v1beta1"].contains(version) {
      return keep(Entity.read(node, kind: kind ?? "", origin: origin), in: \.entities)
    }
    if let version = version.flatMap(OpenSLOVersion.init), let kind,
      let findings = openSLO.add(node, version: version, kind: kind, origin: origin)
    {
      return findings
    }
    return switch (version, kind) {
    case ("portico/v1", "Capability"): keep(Capability.read(node, origin: origin), in: \.capabilities)
    case ("portico/v1", "Measurements"): keep(MeasurementsReader.read(node, files: &files), in: \.measurements)
    case ("portico/v1", "Roadmap"): keep(Roadmap.read(node, origin: origin), in: \.roadmaps)
    case ("portico/v1", "OnboardingPath"): keep(OnboardingPath.read(node, origin: origin), in: \.paths)
    case ("portico/v1", "Team"): keep(TeamCharter.read(node, origin: origin), in: \.charters)
    case ("scaffolder.backstage.io/v1beta3", "Template"):
      keep(SoftwareTemplate.read(node, origin: origin), in: \.templates)
    default: Kinds.unknown(in: node).map { [$0] } ?? []
    }
  }

  private mutating func joinEntities() {
    relations = RelationGraph(entities)
    teams = entities.filter { $0.reference.kind == "group" }.map { group in
      Team(group: group, charter: charters.first { $0.groupReference == group.reference })
    }
    index = CatalogueIndex(self)
  }

  private mutating func keep<Document>(
    _ outcome: Outcome<Document?>, in list: WritableKeyPath<Catalogue, [Document]>
  ) -> [Diagnostic] {
    if let entity = outcome.value { self[keyPath: list].append(entity) }
    return outcome.diagnostics
  }
}

extension Catalogue {
  package var serviceLevels: [ServiceLevelObjective] { openSLO.objectives }

  /// Reports references of pages to capabilities and groups that do not exist.
  package func checkPages(_ pages: [(capability: Located<String>?, owner: Located<String>?)]) -> [Diagnostic] {
    ReferenceChecks(catalogue: self, domains: []).run(on: pages)
  }

  package func capability(_ reference: String) -> Capability? {
    capability(EntityReference(reference, defaultKind: "capability"))
  }

  package func capability(_ reference: EntityReference) -> Capability? { index.capabilities[reference] }

  /// By reference or, as the systems of cState are written, by title.
  func capability(named name: String) -> Capability? { index.capability(named: name) }

  package func path(_ reference: String) -> OnboardingPath? {
    index.paths[EntityReference(reference, defaultKind: "path")]
  }

  /// The name to show for an entity of any kind; nil for one that the content does not hold.
  package func displayName(of reference: EntityReference) -> String? {
    switch reference.kind {
    case "capability": capability(reference)?.metadata.displayName
    case "template": template(reference)?.metadata.displayName ?? entity(reference)?.displayName
    default: entity(reference)?.displayName
    }
  }

  package func entity(_ reference: EntityReference) -> Entity? { index.entities[reference] }

  package func team(_ reference: String) -> Team? { team(EntityReference(reference, defaultKind: "group")) }

  package func team(_ reference: EntityReference) -> Team? { index.teams[reference] }

  package func template(_ reference: String) -> SoftwareTemplate? {
    template(EntityReference(reference, defaultKind: "template"))
  }

  package func template(_ reference: EntityReference) -> SoftwareTemplate? { index.templates[reference] }

  /// Capabilities that name the entity among their components.
  package func capabilities(using entity: EntityReference) -> [Capability] { index.componentUsers[entity] ?? [] }

  /// The entities that were made from a template.
  package func users(of template: SoftwareTemplate) -> [Entity] { index.templateUsers[template.reference] ?? [] }

  /// What a template has saved so far: what one use saves, as often as it was used.
  package func timeSaved(by template: SoftwareTemplate) -> Period? {
    let uses = users(of: template).count
    guard uses > 0 else { return nil }
    return template.timeSaved.map {
      Period(months: $0.months * uses, days: $0.days * uses, minutes: $0.minutes * uses)
    }
  }

  /// The objectives that a capability names, then those that name it.
  package func serviceLevels(of capability: Capability) -> [ServiceLevelObjective] {
    index.levels[capability.origin] ?? []
  }

  /// The capability that a service level belongs to: the first that names it or that it names itself.
  package func capability(of slo: ServiceLevelObjective) -> Capability? { index.capabilityOfLevel[slo.origin] }

  package func capabilities(ownedBy owner: EntityReference) -> [Capability] {
    capabilities.filter { EntityReference($0.owner.value, defaultKind: "group") == owner }
  }

  package func templates(ownedBy owner: EntityReference) -> [SoftwareTemplate] {
    templates.filter { $0.ownerReference == owner }
  }

  /// Capabilities that depend on this one.
  package func dependents(of capability: Capability) -> [Capability] {
    index.dependents[capability.reference] ?? []
  }

  /// The paths that ask for this one first.
  package func paths(after path: OnboardingPath) -> [OnboardingPath] { index.nextPaths[path.reference] ?? [] }

  /// Roadmap items that concern a capability.
  package func roadmapItems(of capability: Capability) -> [(roadmap: Roadmap, item: Roadmap.Item)] {
    index.roadmapItems[capability.reference] ?? []
  }

  /// Incidents and maintenance that affect a capability, the latest first.
  package func incidents(of capability: Capability) -> [Incident] { index.incidents[capability.reference] ?? [] }

  /// What an incident affects, in its order: capabilities, and systems that are known by name alone.
  package func affected(by incident: Incident) -> [(reference: EntityReference, name: String)] {
    var seen: Set<EntityReference> = []
    return incident.affected.map { name in
      let reference = capability(named: name.value)?.reference
      return (reference ?? EntityReference(name.value, defaultKind: "capability"), name.value)
    }.filter { seen.insert($0.reference).inserted }
  }

  package func decisions(of capability: Capability) -> [Decision] { index.decisions[capability.reference] ?? [] }

  /// Changes of a capability, the latest first.
  package func changes(of capability: Capability) -> [Change] { index.changes[capability.reference] ?? [] }
}
