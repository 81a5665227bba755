import Bytes
import Platform
import SiteModel
import Templates
import YAML

/// The entities of one kind.
struct EntityKind: Sendable {
  /// In lower case.
  let id: String
  let title: Phrase
  /// By name.
  let entities: [Entity]

  /// Kinds that Backstage knows, from the widest to the narrowest; others stand between these and people.
  private static let known: [(String, Phrase)] = [
    ("domain", "Domains"), ("system", "Systems"), ("component", "Components"), ("api", "APIs"),
    ("resource", "Resources"),
  ]
  private static let last: [(String, Phrase)] = [("user", "Users"), ("location", "Locations")]

  /// The kinds that there are, without groups, which are teams.
  static func all(in catalogue: Catalogue) -> [EntityKind] {
    var byKind = Dictionary(grouping: catalogue.entities, by: \.reference.kind)
    byKind["group"] = nil
    func take(_ id: String, _ title: Phrase) -> EntityKind? {
      byKind.removeValue(forKey: id).map { entities in
        EntityKind(id: id, title: title, entities: entities.sorted { $0.sortKey < $1.sortKey })
      }
    }
    let first = known.compactMap(take)
    let last = last.compactMap(take)
    let others = byKind.keys.sorted().compactMap { id in take(id, Phrase(verbatim: byKind[id]?.first?.kind ?? id)) }
    return first + others + last
  }
}

extension Entity {
  fileprivate var sortKey: (String, String) { (displayName.lowercased(), reference.description) }
}

/// The list of all entities, or of those of one kind.
struct EntityIndexView: Sendable {
  let kinds: [EntityKind]
  let planner: DomainPlanner
  let context: PlanContext

  static let schema = Schema<EntityIndexView>(
    "entity index",
    [
      .flag("isWhole") { $0.kinds.count > 1 },
      .list("kinds", kindSchema) { view in
        view.kinds.map { kind in
          Rows(kind: kind, rows: kind.entities.map { EntityRow($0, view.planner, view.context) })
        }
      },
    ])

  private struct Rows: Sendable {
    let kind: EntityKind
    let rows: [EntityRow]
  }

  private static let kindSchema = Schema<Rows>(
    "entity kind",
    [
      .text("id") { $0.kind.id },
      .phrase("title") { $0.kind.title },
      .text("count") { String($0.rows.count) },
      .flag("hasTypes") { $0.kind.entities.contains { $0.type != nil } },
      .flag("hasLifecycles") { $0.kind.entities.contains { $0.lifecycle != nil } },
      .list("rows", EntityRow.schema) { $0.rows },
    ])
}

/// An entity in a table.
struct EntityRow: Sendable {
  private let entity: Entity
  private let link: EntityLink
  private let owner: EntityLink?

  init(_ entity: Entity, _ planner: DomainPlanner, _ context: PlanContext) {
    self.entity = entity
    link = EntityLink(entity.reference, planner, context)
    owner = entity.owner.map { EntityLink($0.reference, as: $0.target.value, planner, context) }
  }

  static let schema = Schema<EntityRow>(
    "entity row",
    [
      .text("title") { $0.link.title },
      .text("href") { $0.link.href },
      .text("description") { $0.entity.metadata.paragraphs.first },
      .text("kind") { $0.entity.kind },
      .text("type") { $0.entity.type },
      .text("lifecycle") { $0.entity.lifecycle },
      .record("owner", EntityLink.schema) { $0.owner },
    ])
}
