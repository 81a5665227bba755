import Platform
import SiteModel
import YAML

/// An entity of the catalogue in `catalog.json`, in the terms of Backstage.
struct EntityEntry: APIRecord {
  private let entity: Entity
  private let planner: DomainPlanner
  private let context: PlanContext

  init(_ entity: Entity, _ planner: DomainPlanner, _ context: PlanContext) {
    self.entity = entity
    self.planner = planner
    self.context = context
  }

  static let shape = APIShape<EntityEntry>(
    "entity",
    [
      APIField("ref") { $0.entity.reference.description },
      APIField("kind") { $0.entity.kind },
      APIField("namespace") { $0.entity.metadata.namespace },
      APIField("name") { $0.entity.metadata.name.value },
      APIField("title") { $0.entity.displayName },
      APIField("description") { $0.entity.metadata.description },
      APIField("url", "Of its page.") { entry in
        entry.planner.folder(of: entry.entity.reference).flatMap { entry.context.address(of: $0) }
      },
      APIField("type") { $0.entity.type },
      APIField("lifecycle") { $0.entity.lifecycle },
      APIField("owner") { entry in
        entry.entity.owner.map { ReferenceEntry($0.reference, as: $0.target.value, entry.planner, entry.context) }
      },
      APIField("tags") { $0.entity.metadata.tags },
      APIField("annotations") { $0.entity.metadata.annotations.mapValues(\.value) },
      APIField("links") { $0.entity.metadata.links.map(LinkEntry.init) },
      APIField("relations", "What it has to do with others, seen from both ends.") { $0.relations },
    ])

  private var relations: [RelationEntry] {
    RelationGraph.Role.allCases.flatMap { role in
      planner.catalogue.relations.targets(of: entity.reference, role).map { RelationEntry(role: role, target: $0) }
    }
  }
}

private struct RelationEntry: APIRecord {
  let role: RelationGraph.Role
  let target: EntityReference

  static let shape = APIShape<RelationEntry>(
    "relation",
    [APIField("type") { $0.role }, APIField("targetRef") { $0.target.description }])
}

private struct LinkEntry: APIRecord {
  let link: Metadata.Link

  static let shape = APIShape<LinkEntry>(
    "link", [APIField("title") { $0.link.title }, APIField("url", "As written.") { $0.link.url }])
}
