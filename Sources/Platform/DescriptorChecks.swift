import Diagnostics
import YAML

extension Catalogue {
  /// Finds references of Backstage descriptors that lead nowhere; most of a catalogue may lie elsewhere.
  func checkDescriptors() -> [Diagnostic] {
    var checks = DescriptorChecks(catalogue: self)
    for entity in entities {
      for relation in entity.relations {
        checks.check(relation.target, defaultKind: relation.field.defaultKind, isOwner: relation.field == .owner)
      }
      if let source = entity.sourceTemplate { checks.check(source, defaultKind: "template") }
    }
    for template in templates {
      if let owner = template.owner { checks.check(owner, defaultKind: "group", isOwner: true) }
      if let system = template.system { checks.check(system, defaultKind: "system") }
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
    known = Set(catalogue.entities.map(\.reference) + catalogue.templates.map(\.reference))
    names = known.map(\.description).sorted()
  }

  mutating func check(_ reference: Located<String>, defaultKind: String, isOwner: Bool = false) {
    // An expression or a placeholder is filled in later.
    guard !reference.value.contains("{{") else { return }
    let wanted = EntityReference(reference.value, defaultKind: defaultKind)
    guard !known.contains(wanted) else { return }
    let candidates = helpsLeft > 0 ? names : []
    helpsLeft -= 1
    let nearest = DidYouMean.help(for: wanted.description, in: candidates)
    if isOwner, let form = ownerForm(reference, wanted, nearest, candidates) { return diagnostics.append(form) }
    diagnostics.append(
      Diagnostic(
        .unresolvedRelation, "'\(reference.value)' refers to \(wanted), which is not in the content",
        at: reference.span,
        help: nearest ?? "Add a document of kind '\(wanted.kind)' with that name, or leave it if it lies elsewhere."))
  }

  private func ownerForm(
    _ owner: Located<String>, _ wanted: EntityReference, _ nearest: String?, _ names: [String]
  ) -> Diagnostic? {
    if owner.value.contains("@") {
      let name = owner.value.split(separator: "@").first.map(String.init) ?? owner.value
      return Diagnostic(
        .ownerForm, "the owner '\(owner.value)' is an e-mail address, not the name of a group", at: owner.span,
        help: nearest ?? DidYouMean.help(for: "group:\(name)", in: names)
          ?? "Write the name of a group, and the address in that group's 'profile.email'.",
        notes: ["Backstage reads it as \(wanted), a name that no entity can have."])
    }
    guard wanted.namespace != "default", !owner.value.contains(":") else { return nil }
    return Diagnostic(
      .ownerForm, "the owner '\(owner.value)' looks like a team's slug at a Git host", at: owner.span,
      help: nearest ?? DidYouMean.help(for: "\(wanted.kind):\(wanted.name)", in: names)
        ?? "Write the name of a group, such as '\(wanted.name)', and add that group.",
      notes: ["Backstage reads it as the group '\(wanted.name)' in the namespace '\(wanted.namespace)'."])
  }
}
