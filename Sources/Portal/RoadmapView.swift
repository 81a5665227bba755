import Platform
import SiteModel
import Templates
import YAML

/// The page of a roadmap.
struct RoadmapView: Sendable {
  let roadmap: Roadmap
  let planner: DomainPlanner
  let context: PlanContext

  static let schema = Schema<RoadmapView>(
    "roadmap",
    [
      .text("title") { $0.roadmap.metadata.displayName },
      .text("updated") { $0.roadmap.updated.iso },
      .text("disclaimer") { $0.roadmap.disclaimer },
      .list("columns", RoadmapColumn.schema) { $0.columns },
    ])

  /// One column per horizon that has items.
  private var columns: [RoadmapColumn] {
    let items = itemViews
    return Roadmap.Horizon.allCases.compactMap { horizon in
      let members = items.filter { $0.item.horizon == horizon }
      return members.isEmpty ? nil : RoadmapColumn(horizon: horizon, items: members)
    }
  }

  private var itemViews: [RoadmapItemView] {
    var reference = 0
    return roadmap.items.map { item in
      defer { if item.page != nil { reference += 1 } }
      return RoadmapItemView(
        item: item, planner: planner, context: context, story: item.page == nil ? nil : context.reference(reference))
    }
  }
}

/// The items of one horizon.
private struct RoadmapColumn: Sendable {
  let horizon: Roadmap.Horizon
  let items: [RoadmapItemView]

  static let schema = Schema<RoadmapColumn>(
    "roadmap column",
    [
      .text("id") { $0.horizon.rawValue },
      .text("title") { $0.horizon.label },
      .list("items", RoadmapItemView.schema) { $0.items },
    ])
}

/// An item with all that is known of it.
private struct RoadmapItemView: Sendable {
  let item: Roadmap.Item
  let planner: DomainPlanner
  let context: PlanContext
  let story: PageLink?

  static let schema = Schema<RoadmapItemView>(
    "roadmap item",
    [
      .text("id") { $0.item.id.value },
      .text("title") { $0.item.title },
      .text("problem") { $0.item.problem },
      .text("outcome") { $0.item.outcome },
      .text("phase") { $0.item.phase?.rawValue },
      .text("target") { $0.item.target?.text },
      .text("confidence") { $0.item.confidence?.rawValue },
      .flag("isLate") { $0.item.isLate(asOf: $0.context.asOf) },
      .record("capability", PageLink.schema) { $0.capability },
      .text("owner") { view in view.item.owner.map { view.planner.catalogue.ownerName($0.value) } },
      .record("measure", measureSchema) { $0.item.measure },
      .record("story", PageLink.schema) { $0.story },
      .text("feedback") { $0.item.feedback },
      .text("shipped") { $0.item.shipped?.iso },
      .text("reason") { $0.item.reason },
    ])

  private var capability: PageLink? {
    item.capability.flatMap { planner.catalogue.capability($0.value) }
      .flatMap { context.link(folder: planner.folder(of: $0)) }
  }
}

private let measureSchema = Schema<Roadmap.Measure>(
  "measure",
  [
    .text("metric") { $0.metric },
    .text("from") { $0.from },
    .text("to") { $0.to },
    .text("now") { $0.now },
  ])

/// An item on another page, as a link to its place on the roadmap.
struct RoadmapLink: Sendable {
  private let item: Roadmap.Item
  private let href: String

  init(_ item: Roadmap.Item, of roadmap: Roadmap, planner: DomainPlanner, context: PlanContext) {
    self.item = item
    href = context.link(folder: planner.folder(of: roadmap), fragment: item.id.value)?.href ?? ""
  }

  static let schema = Schema<RoadmapLink>(
    "roadmap link",
    [
      .text("title") { $0.item.title },
      .text("href") { $0.href },
      .text("horizonLabel") { $0.item.horizon.label },
      .text("target") { $0.item.target?.text },
    ])
}
