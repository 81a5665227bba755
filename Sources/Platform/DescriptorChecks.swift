import Diagnostics
import YAML

extension Catalogue {
  /// Finds references of Backstage descriptors that lead nowhere; most of a catalogue may lie elsewhere.
  func checkDescriptors() -> [Diagnostic] {
    var checks = DescriptorChecks(catalogue: self)
    for entity in entities {
      for relation in entity.relations {
        checks.check(relation.target, relation.reference, isOwner: relation.field == .owner)
      }
      if let source = entity.sourceTemplate {
        checks.check(source, EntityReference(source.value, defaultKind: "template"))
      }
      checks.check(successorIn: entity.metadata, of: entity.reference)
    }
    for template in templates {
      if let owner = template.owner, let wanted = template.ownerReference { checks.check(owner, wanted, isOwner: true) }
      if let system = template.system, let wanted = template.systemReference { checks.check(system, wanted) }
      checks.check(successorIn: template.metadata, of: template.reference)
    }
    return checks.diagnostics
  }
}

private struct DescriptorChecks {
  private let known: Set<EntityReference>
  private let names: [String]
  private(set) var diagnostics: [Diagnostic] = []
  // A did-you-mean compares with every name: where thousands of references lead elsewhere, the first ones are help enough.
  private var helpsLeft = 50

  init(catalogue: Catalogue) {
    known = Set(
      catalogue.entities.map(\.reference) + catalogue.templates.map(\.reference)
        + catalogue.capabilities.map(\.reference))
    names = known.map(\.description).sorted()
  }

  mutating func check(successorIn metadata: Metadata, of ended: EntityReference) {
    guard let successor = metadata.replacedBy else { return }
    check(
      successor,
      EntityReference(successor.value, defaultKind: ended.kind, defaultNamespace: ended.namespace))
  }

  mutating func check(_ reference: Located<String>, _ wanted: EntityReference, isOwner: Bool = false) {
    // An expression or a placeholder is filled in later.
    guard !reference.value.contains("{{"), !known.contains(wanted) else { return }
    let candidates = helpsLeft > 0 ? names : []
    helpsLeft -= 1
    let nearest = sameNameInDefault(wanted) ?? DidYouMean.help(for: wanted.description, in: candidates)
    if isOwner, let form = ownerForm(reference, wanted, nearest, candidates) { return diagnostics.append(form) }
    diagnostics.append(
      Diagnostic(
        .unresolvedRelation, "'\(reference.value)' refers to \(wanted), which is not in the content",
        at: reference.span,
        help: nearest ?? "Add a document of kind '\(wanted.kind)' with that name, or leave it if it lies elsewhere."))
  }

  /// A name alone is looked for beside the entity that refers; the one that is meant often has no namespace.
  private func sameNameInDefault(_ wanted: EntityReference) -> String? {
    let other = "\(wanted.kind):default/\(wanted.name)"
    guard known.contains(EntityReference(other, defaultKind: wanted.kind)) else { return nil }
    return "Did you mean '\(other)'?"
  }

  private func ownerForm(
    _ owner: Located<String>, _ wanted: EntityReference, _ nearest: String?, _ names: [String]
  ) -> Diagnostic? {
    if owner.value.dropFirst().contains("@") {
      let name = owner.value.split(separator: "@").first.map(String.init) ?? owner.value
      return Diagnostic(
        .ownerForm, "the owner '\(owner.value)' is an e-mail address, not the name of a group", at: owner.span,
        help: nearest ?? DidYouMean.help(for: "group:\(name)", in: names)
          ?? "Write the name of a group, and the address in that group's 'profile.email'.",
        notes: ["Backstage reads it as \(wanted), a name that no entity can have."])
    }
    guard owner.value.contains("/"), !owner.value.contains(":"), wanted.namespace != "default" else { return nil }
    return Diagnostic(
      .ownerForm, "the owner '\(owner.value)' looks like a team's slug at a Git host", at: owner.span,
      help: nearest ?? DidYouMean.help(for: "\(wanted.kind):\(wanted.name)", in: names)
        ?? "Write the name of a group, such as '\(wanted.name)', and add that group.",
      notes: ["Backstage reads it as the group '\(wanted.name)' in the namespace '\(wanted.namespace)'."])
  }
}
