import Bytes
import Platform
import SiteModel
import Templates
import YAML

/// The pages of the entities that have no pages of a kind of their own.
extension DomainPlanner {
  /// The folder of the page of an entity of any kind; nil for one that the content does not hold.
  func folder(of reference: EntityReference) -> String? {
    if let capability = catalogue.capability(reference) { return folder(of: capability) }
    if let template = catalogue.template(reference) { return folder(of: template) }
    if let team = catalogue.team(reference) { return folder(of: team) }
    return catalogue.entity(reference).map(folder)
  }

  func entityPlans() -> [PagePlan] {
    let kinds = EntityKind.all(in: catalogue)
    guard !kinds.isEmpty else { return [] }
    var index = indexPlan(kinds, folder: "catalogue", title: "Catalogue")
    index.description = "What there is, who owns it, and how it hangs together."
    let lists = kinds.enumerated().map { place, kind in
      var plan = indexPlan([kind], folder: folder(of: kind), title: kind.title)
      plan.weight = place
      return plan
    }
    return [index] + lists + kinds.flatMap(\.entities).map(plan)
  }

  /// The address of an entity below the folder of its kind.
  func address(_ reference: EntityReference) -> String {
    let parts = reference.namespace == "default" ? [reference.name] : [reference.namespace, reference.name]
    return parts.map(pathComponent).joined(separator: "/")
  }

  private func folder(of entity: Entity) -> String {
    ContentPath.join("catalogue/" + pathComponent(entity.reference.kind), address(entity.reference))
  }

  private func folder(of kind: EntityKind) -> String { "catalogue/" + pathComponent(kind.id) }

  /// A name as it is; one that breaks the rule of names, which was reported, without what may not stand in it.
  private func pathComponent(_ name: String) -> String {
    guard !Metadata.isValid(name) else { return name }
    let runs = name.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return runs.isEmpty ? "unnamed" : runs.joined(separator: "-")
  }

  private func indexPlan(_ kinds: [EntityKind], folder: String, title: Phrase) -> PagePlan {
    PagePlan(folder: folder, title: title, layout: "entities") { context in
      EntityIndexView.schema.value(EntityIndexView(kinds: kinds, planner: self, context: context))
    }
  }

  private func plan(_ entity: Entity) -> PagePlan {
    var plan = PagePlan(folder: folder(of: entity), title: Phrase(verbatim: entity.displayName), layout: "entity") {
      context in
      EntityView.schema.value(EntityView(entity: entity, planner: self, context: context))
    }
    plan.description = entity.metadata.paragraphs.first.map { Phrase(verbatim: $0) }
    plan.source = source(entity.origin, entity.metadata)
    plan.references = references(of: entity)
    plan.anchors = EntityView.anchors
    return plan
  }

  /// What the descriptor names in the content: the files of its placeholders, then the targets of a location.
  func references(of entity: Entity) -> [Located<String>] {
    placeholders.references[entity.origin] + entity.targets.filter(\.isReference)
  }
}

extension Located<String> {
  /// Whether a target names one file; a pattern such as `*/catalog-info.yaml` names any number.
  var isReference: Bool { !value.contains("*") && !value.contains("{{") }
}
