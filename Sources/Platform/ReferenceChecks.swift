import Diagnostics
import YAML

/// Checks names and references across a catalogue.
struct ReferenceChecks {
  private let catalogue: Catalogue
  private let domains: [String]
  private let capabilities: Set<EntityReference>
  private let teams: Set<EntityReference>
  private let paths: Set<EntityReference>
  private let templates: Set<EntityReference>
  private let components: Set<EntityReference>
  private var diagnostics: [Diagnostic] = []

  init(catalogue: Catalogue, domains: [String]) {
    self.catalogue = catalogue
    self.domains = domains
    capabilities = Set(catalogue.capabilities.map(\.reference))
    teams = Set(catalogue.teams.map(\.reference))
    paths = Set(catalogue.paths.map(\.reference))
    templates = Set(catalogue.templates.map(\.reference))
    components = Set(catalogue.entities.map(\.reference)).filter { $0.kind != "group" }
  }

  consuming func run() -> [Diagnostic] {
    reportRepeats("capability", catalogue.capabilities.map(\.metadata))
    for (kind, documents) in catalogue.openSLO.metadata { reportRepeats(kind, documents) }
    reportRepeats("measurements", catalogue.measurements.compactMap(\.metadata))
    reportRepeats("roadmap", catalogue.roadmaps.map(\.metadata))
    reportRepeats("onboarding path", catalogue.paths.map(\.metadata))
    reportRepeats("template", catalogue.templates.map(\.metadata))
    for (kind, entities) in Dictionary(grouping: catalogue.entities, by: \.reference.kind) {
      reportRepeats(kind, entities.map(\.metadata))
    }
    for charter in catalogue.charters { check(charter) }
    for capability in catalogue.capabilities { check(capability) }
    for item in catalogue.roadmaps.flatMap(\.items) {
      if let owner = item.owner { check(owner, in: teams, kind: "group") }
      if let capability = item.capability { check(capability, in: capabilities, kind: "capability") }
    }
    for slo in catalogue.serviceLevels {
      if let capability = slo.capability { check(capability, in: capabilities, kind: "capability") }
    }
    checkAffected()
    let slos = catalogue.serviceLevels.map(\.metadata.name.value)
    for measurements in catalogue.measurements {
      checkName(measurements.slo, in: slos, what: "SLO", "Add an OpenSLO document with that name.")
    }
    for path in catalogue.paths {
      for prerequisite in path.prerequisites { check(prerequisite, in: paths, kind: "path") }
      for template in path.steps.compactMap(\.template) { check(template, in: templates, kind: "template") }
    }
    reportCircles()
    return diagnostics
  }

  /// Checks what the front matter of pages refers to.
  ///
  /// An owner without a kind may be a channel or a person, as other generators have it, and a site without groups keeps
  /// its catalogue elsewhere.
  consuming func run(on pages: [(capability: Located<String>?, owner: Located<String>?)]) -> [Diagnostic] {
    for page in pages {
      if let capability = page.capability { check(capability, in: capabilities, kind: "capability") }
      if let owner = page.owner, !teams.isEmpty, owner.value.lowercased().hasPrefix("group:") {
        check(owner, in: teams, kind: "group")
      }
    }
    return diagnostics
  }

  /// Incidents of a site without capabilities, such as one from cState, affect systems that are known by name alone.
  private mutating func checkAffected() {
    guard !capabilities.isEmpty else { return }
    for affected in catalogue.records.incidents.flatMap(\.affected)
    where catalogue.capability(named: affected.value) == nil {
      check(affected, in: capabilities, kind: "capability")
    }
  }

  private mutating func check(_ capability: Capability) {
    check(capability.owner, in: teams, kind: "group")
    for reference in capability.dependsOn { check(reference, in: capabilities, kind: "capability") }
    for reference in capability.templates { check(reference, in: templates, kind: "template") }
    for reference in capability.components { check(reference, in: components, kind: "component") }
    if let successor = capability.replacedBy { check(successor, in: capabilities, kind: "capability") }
    checkName(capability.domain, in: domains, what: "domain of the site", "Add it under 'domains' in portico.yaml.")
    for slo in capability.slos {
      let names = catalogue.serviceLevels.map(\.metadata.name.value)
      checkName(slo, in: names, what: "SLO", "Add an OpenSLO document with that name.")
    }
  }

  private mutating func check(_ charter: TeamCharter) {
    check(charter.group, in: teams, kind: "group")
    for interaction in charter.interactions { check(interaction.team, in: teams, kind: "group") }
    let others = catalogue.charters.filter { $0.groupReference == charter.groupReference }
    guard let first = others.first, first.origin != charter.origin else { return }
    diagnostics.append(
      Diagnostic(
        .duplicateName, "the group '\(charter.group.value)' has another charter", at: charter.group.span,
        help: "The other is at \(first.group.span.path):\(first.group.span.line). Join the two."))
  }

  private mutating func check(_ reference: Located<String>, in known: Set<EntityReference>, kind: String) {
    let wanted = EntityReference(reference.value, defaultKind: kind)
    guard !known.contains(wanted) else { return }
    let names = known.map(\.description).sorted()
    let help = DidYouMean.help(for: wanted.description, in: names) ?? known.first.map { _ in "Known: \(list(names))." }
    diagnostics.append(
      Diagnostic(
        .unknownReference, "'\(reference.value)' refers to \(wanted), which does not exist", at: reference.span,
        help: help ?? "Add a document of kind '\(kind)' with that name."))
  }

  private mutating func checkName(_ name: Located<String>, in known: [String], what: String, _ otherwise: String) {
    guard !known.contains(name.value) else { return }
    diagnostics.append(.unknown(name, in: known, what: what, otherwise))
  }

  private mutating func reportRepeats(_ kind: String, _ entities: [Metadata]) {
    var first: [String: Located<String>] = [:]
    for metadata in entities {
      let key = "\(metadata.namespace)/\(metadata.name.value)".lowercased()
      guard let other = first[key] else {
        first[key] = metadata.name
        continue
      }
      diagnostics.append(
        Diagnostic(
          .duplicateName, "there is another \(kind) '\(metadata.name.value)'", at: metadata.name.span,
          help: "The other is at \(other.span.path):\(other.span.line). Rename one of them."))
    }
  }

  private mutating func reportCircles() {
    reportCircles(
      catalogue.paths.map { Node($0.reference, $0.metadata, $0.prerequisites, kind: "path") }, .prerequisiteCircle,
      "requires itself", help: "Remove one of the prerequisites.")
    reportCircles(
      catalogue.capabilities.map { Node($0.reference, $0.metadata, $0.dependsOn, kind: "capability") },
      .dependencyCircle, "depends on itself", help: "Remove the dependency that the service can start without.")
  }

  /// Somebody who refers to others of its kind.
  private struct Node {
    let reference: EntityReference
    let name: String
    let targets: [(place: SourceSpan, reference: EntityReference)]

    init(_ reference: EntityReference, _ metadata: Metadata, _ targets: [Located<String>], kind: String) {
      self.reference = reference
      name = metadata.name.value
      self.targets = targets.map { ($0.span, EntityReference($0.value, defaultKind: kind)) }
    }
  }

  private mutating func reportCircles(_ nodes: [Node], _ rule: Rule, _ what: String, help: String) {
    let circles = Circles(nodes.map { ($0.reference, $0.targets.map(\.reference)) })
    for node in nodes {
      guard let others = circles.others(onCircleOf: node.reference) else { continue }
      let way = node.targets.first { $0.reference == node.reference || others.contains($0.reference) }
      let names = others.map(\.description)
      diagnostics.append(
        Diagnostic(
          rule, "'\(node.name)' \(what)", at: way?.place, help: help,
          notes: names.isEmpty ? [] : ["The circle goes through \(list(names))."]))
    }
  }

  private func list(_ names: [String]) -> String {
    names.count > 8 ? names.prefix(8).joined(separator: ", ") + " …" : names.joined(separator: ", ")
  }
}
