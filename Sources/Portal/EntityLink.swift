import Bytes
import Platform
import SiteModel
import Templates

/// An entity by name, with its page where it has one.
struct EntityLink: Sendable {
  let title: String
  let href: String?

  /// - Parameter text: how the reference was written, which is shown where it leads nowhere.
  init(_ reference: EntityReference, as text: String? = nil, _ planner: DomainPlanner, _ context: PlanContext) {
    title = planner.catalogue.displayName(of: reference) ?? text ?? reference.description
    href = planner.folder(of: reference).flatMap { context.link(folder: $0)?.href }
  }

  /// The owner of something in the default namespace.
  init(_ owner: String, _ planner: DomainPlanner, _ context: PlanContext) {
    self.init(EntityReference(owner, defaultKind: "group"), as: owner, planner, context)
  }

  static let schema = Schema<EntityLink>("entity", [.text("title") { $0.title }, .text("href") { $0.href }])
}

/// What an entity has to do with others in one way.
struct EntityRelation: Sendable {
  let label: Phrase
  let links: [EntityLink]

  static let schema = Schema<EntityRelation>(
    "relation", [.phrase("label") { $0.label }, .list("links", EntityLink.schema) { $0.links }])
}
