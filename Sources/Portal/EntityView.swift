import Bytes
import Platform
import SiteModel
import Templates
import YAML

/// The page of an entity of the catalogue.
struct EntityView: Sendable {
  let entity: Entity
  let planner: DomainPlanner
  let context: PlanContext

  /// Ids that the layout gives its sections; links may name them.
  static let anchors: Set<String> = ["_definition", "_targets", "_relations", "_links"]

  static let schema = Schema<EntityView>(
    "catalogue entity",
    [
      .text("title") { $0.entity.displayName },
      .list("paragraphs", paragraphSchema) { $0.entity.metadata.paragraphs },
      .text("kind") { $0.entity.kind },
      .text("reference") { $0.entity.reference.description },
      .text("type") { $0.entity.type },
      .text("lifecycle") { $0.entity.lifecycle },
      .text("lifecycleClass") { view in view.entity.lifecycle.flatMap { Lifecycle(rawValue: $0.lowercased()) }?.rawValue
      },
      .record("owner", EntityLink.schema) { view in view.entity.owner.map { view.link(to: $0) } },
      .text("email") { $0.entity.email },
      .texts("tags") { $0.entity.metadata.tags },
      .record("template", EntityLink.schema) { $0.template },
      .list("facts", factSchema) { $0.facts },
      .list("relations", EntityRelation.schema) { $0.relations },
      .list("links", linkSchema) { $0.entity.metadata.links },
      .list("places", PageLink.schema) { EntityPlaces(of: $0.entity, planner: $0.planner, context: $0.context).links },
      .record("definition", DefinitionView.schema) { $0.definition },
      .list("targets", PageLink.schema) { $0.targets },
    ])

  /// What replaces it and when it ends, then the keys that somebody added.
  private var facts: [(key: String, value: String)] {
    let metadata = entity.metadata
    return [("replacedBy", metadata.replacedBy?.value), ("sunset", metadata.sunset?.value.iso)].compactMap {
      key, value in
      value.map { (key: key, value: $0) }
    } + entity.facts
  }

  private var template: EntityLink? {
    entity.sourceTemplate.map {
      EntityLink(EntityReference($0.value, defaultKind: "template"), as: $0.value, planner, context)
    }
  }

  private func link(to relation: Entity.Relation) -> EntityLink {
    EntityLink(relation.reference, as: relation.target.value, planner, context)
  }

  /// What the entity has to do with others, seen from both ends; its owner stands at the head of the page.
  private var relations: [EntityRelation] {
    let graph = planner.catalogue.relations
    let found = RelationGraph.Role.allCases.filter { $0 != .ownedBy }.map { role in
      EntityRelation(
        label: role.label,
        links: graph.targets(of: entity.reference, role).map { EntityLink($0, planner, context) }.sorted {
          ($0.title.lowercased(), $0.href ?? "") < ($1.title.lowercased(), $1.href ?? "")
        })
    }
    let using = planner.catalogue.capabilities(using: entity.reference).map {
      EntityLink($0.reference, planner, context)
    }
    return ([EntityRelation(label: "Serves", links: using)] + found).filter { !$0.links.isEmpty }
  }

  private var definition: DefinitionView? {
    guard let definition = entity.definition else { return nil }
    let written = planner.documents[entity.origin].node["spec"]?["definition"]
    let file = written.flatMap(Placeholders.name)
    let index = planner.placeholders.references[entity.origin].firstIndex { $0.span == file?.span }
    return DefinitionView(
      definition: definition, type: entity.type ?? "", file: file?.value, link: index.flatMap(context.reference))
  }

  /// Pages by their titles, files and URLs as links, patterns as they are.
  private var targets: [PageLink] {
    var reference = planner.placeholders.references[entity.origin].count
    return entity.targets.map { target in
      guard target.isReference else { return PageLink(title: target.value, href: "") }
      defer { reference += 1 }
      let link = context.reference(reference)
      if let link, !link.title.isEmpty {
        return PageLink(title: link.title, href: link.href, description: target.value)
      }
      return PageLink(title: target.value, href: link?.href ?? target.value.webAddress ?? "")
    }
  }
}

private let factSchema = Schema<(key: String, value: String)>(
  "fact", [.text("key") { $0.key }, .text("value") { $0.value }])

/// What an API looks like.
private struct DefinitionView: Sendable {
  let definition: Entity.Definition
  let type: String
  /// The file or address that the descriptor names.
  let file: String?
  /// Where that file is published.
  let link: PageLink?

  static let schema = Schema<DefinitionView>(
    "definition",
    [
      .text("text") { $0.text },
      .text("language") { $0.language },
      .text("source") { $0.source },
      .text("href") { $0.link?.href ?? $0.source?.webAddress },
    ])

  /// Beyond this, a file is linked and not shown: the page would weigh more than what it explains.
  private static let largestFile = 256 << 10

  private var text: String? {
    guard case .text(let text) = definition else { return nil }
    return link != nil && text.utf8.count > DefinitionView.largestFile ? nil : text
  }

  private var source: String? { if case .elsewhere(let address) = definition { address } else { file } }

  private var language: String {
    switch type.lowercased() {
    case "graphql": "graphql"
    case "grpc": "protobuf"
    default: text?.first { !$0.isWhitespace } == "{" ? "json" : "yaml"
    }
  }
}

extension RelationGraph.Role {
  var label: Phrase {
    switch self {
    case .ownedBy: "Owner"
    case .ownerOf: "Owns"
    case .partOf: "Part of"
    case .hasPart: "Consists of"
    case .dependsOn: "Depends on"
    case .dependencyOf: "Needed by"
    case .providesAPI: "Provides"
    case .apiProvidedBy: "Provided by"
    case .consumesAPI: "Consumes"
    case .apiConsumedBy: "Consumed by"
    case .childOf: "Part of"
    case .parentOf: "Consists of"
    case .memberOf: "Member of"
    case .hasMember: "Members"
    }
  }
}
