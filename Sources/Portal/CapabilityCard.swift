import Bytes
import Platform
import SiteModel
import Templates
import YAML

/// A capability in a list.
struct CapabilityCard: Sendable {
  let capability: Capability
  let owner: EntityLink
  let href: String
  /// How the worst of its objectives stands.
  let level: ObjectiveStatus?
  let language: String?

  init(_ capability: Capability, _ planner: DomainPlanner, _ context: PlanContext) {
    self.capability = capability
    owner = EntityLink(capability.owner.value, planner, context)
    href = context.link(folder: planner.folder(of: capability))?.href ?? ""
    level = planner.worst(of: capability)
    language = context.recordLanguage
  }

  static let schema = Schema<CapabilityCard>(
    "capability card",
    [
      .text("title") { $0.capability.metadata.displayName },
      .text("language") { $0.language },
      .text("href") { $0.href },
      .text("description") { $0.capability.metadata.description },
      .text("lifecycle") { $0.capability.lifecycle.rawValue },
      .phrase("lifecycleLabel") { $0.capability.lifecycle.label },
      .record("owner", EntityLink.schema) { $0.owner },
      .texts("tags") { $0.capability.metadata.tags },
      .record("level", StateView.schema) { card in card.level.map(StateView.init) },
      .phrase("budget") { $0.level?.budgetLabel },
    ])
}

extension ObjectiveStatus {
  /// What is left of the budget or overspent, in words; nil where the state says that nobody can tell.
  var budgetLabel: Phrase? {
    guard [.met, .atRisk, .breached].contains(state), let budget = window?.budget else { return nil }
    return budget.isMet
      ? "\(budget.remaining.percent(places: 0)) of the budget left"
      : "budget overspent by \((budget.consumed + Fraction(-1)).percentSpent(places: 0))"
  }
}

/// A domain with its capabilities.
struct DomainGroup: Sendable {
  let id: String
  let title: String
  let language: String?
  let capabilities: [CapabilityCard]

  static let schema = Schema<DomainGroup>(
    "domain",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .text("language") { $0.language },
      .list("capabilities", CapabilityCard.schema) { $0.capabilities },
    ])

  /// The site's domains in its order, without those that have no capability; what names no domain comes last.
  static func all(_ planner: DomainPlanner, _ context: PlanContext) -> [DomainGroup] {
    let known = planner.site.domains.map { (id: $0.id, title: $0.title) }
    let ids = Set(known.map(\.id))
    let others = planner.catalogue.capabilities.map(\.domain.value).filter { !ids.contains($0) }
    let unknown = Set(others).sorted().map { (id: $0, title: $0) }
    return (known + unknown).compactMap { domain in
      let cards = planner.catalogue.capabilities.filter { $0.domain.value == domain.id }.map { capability in
        CapabilityCard(capability, planner, context)
      }
      return cards.isEmpty
        ? nil
        : DomainGroup(
          id: domain.id, title: domain.title, language: context.recordLanguage, capabilities: cards)
    }
  }
}

/// The catalogue page.
struct CatalogueView: Sendable {
  let planner: DomainPlanner
  let context: PlanContext

  static let schema = Schema<CatalogueView>(
    "catalogue",
    [
      .list("domains", DomainGroup.schema) { DomainGroup.all($0.planner, $0.context) },
      .text("count") { String($0.planner.catalogue.capabilities.count) },
      .list("filters", CatalogueFilter.schema) { $0.filters },
      .list("owners", EntityLink.schema) { $0.owners },
      .record("graph", CapabilityGraph.schema) { CapabilityGraph.all($0.planner, $0.context) },
    ])

  /// What tells capabilities apart, without what all of them share.
  private var filters: [CatalogueFilter] {
    let capabilities = planner.catalogue.capabilities
    let lifecycles = capabilities.map(\.lifecycle)
    let states = capabilities.compactMap { planner.worst(of: $0)?.state }
    return [
      CatalogueFilter(
        id: "lifecycle", title: "Lifecycle",
        choices: Lifecycle.allCases.map { choice in
          (choice.rawValue, choice.label, lifecycles.count { $0 == choice })
        }),
      CatalogueFilter(
        id: "state", title: "Service level",
        choices: ObjectiveStatus.State.allCases.map { choice in
          (choice.rawValue, choice.label, states.count { $0 == choice })
        }),
    ].filter { $0.choices.count > 1 }
  }

  /// The teams that own capabilities, in the order of the catalogue.
  private var owners: [EntityLink] {
    var seen: Set<String> = []
    return planner.catalogue.capabilities.map { EntityLink($0.owner.value, planner, context) }
      .filter { $0.href != nil && seen.insert($0.title).inserted }
  }
}

/// Choices by which the theme shows some of the capabilities.
private struct CatalogueFilter: Sendable {
  let id: String
  let title: Phrase
  let choices: [(group: String, id: String, label: Phrase, count: Int)]

  init(id: String, title: Phrase, choices: [(id: String, label: Phrase, count: Int)]) {
    self.id = id
    self.title = title
    self.choices = choices.filter { $0.count > 0 }.map { (id, $0.id, $0.label, $0.count) }
  }

  static let schema = Schema<CatalogueFilter>(
    "filter",
    [
      .text("id") { $0.id }, .phrase("title") { $0.title },
      .list("choices", choiceSchema) { $0.choices },
    ])
}

private let choiceSchema = Schema<(group: String, id: String, label: Phrase, count: Int)>(
  "choice",
  [
    .text("group") { $0.group }, .text("id") { $0.id }, .phrase("label") { $0.label },
    .text("count") { String($0.count) },
  ])

/// What the home page shows of the domain.
struct HomeView: Sendable {
  let planner: DomainPlanner
  let context: PlanContext

  static let schema = Schema<HomeView>(
    "platform",
    [
      .list("domains", DomainGroup.schema) { DomainGroup.all($0.planner, $0.context) },
      .list("roadmap", RoadmapLink.schema) { view in
        view.planner.catalogue.roadmaps.flatMap { roadmap in
          roadmap.items.filter { $0.horizon == .now }.map {
            RoadmapLink($0, of: roadmap, planner: view.planner, context: view.context)
          }
        }
      },
      .list("paths", PathLink.schema) { PathLink.all($0.planner, $0.context) },
      .list("alerts", IncidentView.schema) { view in
        view.planner.alerts(among: view.planner.catalogue.records.incidents, view.context)
      },
      .record("levels", LevelsSummary.schema) { LevelsSummary($0.planner, $0.context) },
      .list("changes", ChangeView.schema) { view in
        view.planner.views(Array(view.planner.catalogue.records.changes.prefix(5)), view.context)
      },
    ])
}
