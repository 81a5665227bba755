import Platform
import SiteModel
import YAML

/// A roadmap in `roadmap.json`.
struct RoadmapEntry: APIRecord {
  private let roadmap: Roadmap
  private let planner: DomainPlanner
  private let context: PlanContext

  init(_ roadmap: Roadmap, _ planner: DomainPlanner, _ context: PlanContext) {
    self.roadmap = roadmap
    self.planner = planner
    self.context = context.onBehalf(ofPlanAt: planner.folder(of: roadmap))
  }

  static let shape = APIShape<RoadmapEntry>(
    "roadmap",
    [
      APIField("name") { $0.roadmap.metadata.name.value },
      APIField("title") { $0.roadmap.metadata.displayName },
      APIField("url") { $0.context.address(of: $0.planner.folder(of: $0.roadmap)) },
      APIField("updated", "The day of its last change.") { $0.roadmap.updated },
      APIField("disclaimer") { $0.roadmap.disclaimer },
      APIField("items", "In the roadmap's order.") { entry in
        let view = RoadmapView(roadmap: entry.roadmap, planner: entry.planner, context: entry.context)
        return view.items.map { ItemEntry(view: $0, roadmap: entry.roadmap) }
      },
    ])
}

/// An item with all that is known of it.
private struct ItemEntry: APIRecord {
  let view: RoadmapItemView
  let roadmap: Roadmap

  private var item: Roadmap.Item { view.item }
  private var link: RoadmapItemLink { RoadmapItemLink(item, of: roadmap, view.planner, view.context) }

  static let shape = APIShape<ItemEntry>(
    "item",
    [
      APIField("id", "Stable.") { $0.item.id.value },
      APIField("title") { $0.item.title },
      APIField("url") { $0.link.address },
      APIField("problem") { $0.item.problem },
      APIField("outcome", "What is so when it is done.") { $0.item.outcome },
      APIField("horizon") { $0.item.horizon },
      APIField("phase") { $0.item.phase },
      APIField("target", "A day, month, quarter or year: 2026-Q4.") { $0.item.target?.text },
      APIField("targetDay", "The last day that still keeps the target.") { $0.item.target?.lastDay },
      APIField("late", "Whether the target is past and the item neither shipped nor dropped.") {
        $0.item.isLate(asOf: $0.view.context.asOf)
      },
      APIField("confidence") { $0.item.confidence },
      APIField("capability") { $0.reference($0.item.capability, kind: "capability") },
      APIField("owner") { $0.reference($0.item.owner, kind: "group") },
      APIField("measure") { $0.item.measure.map(MeasureEntry.init) },
      APIField("story", "A page that tells more.") { $0.view.story.map { APIAddress($0.href) } },
      APIField("feedback", "Where to say what one thinks of it.") { $0.item.feedback },
      APIField("shipped", "The day it shipped.") { $0.item.shipped },
      APIField("reason", "Why it was dropped.") { $0.item.reason },
    ])

  private func reference(_ text: Located<String>?, kind: String) -> ReferenceEntry? {
    text.map { ReferenceEntry($0.value, kind: kind, view.planner, view.context) }
  }
}

private struct MeasureEntry: APIRecord {
  let measure: Roadmap.Measure

  static let shape = APIShape<MeasureEntry>(
    "measure",
    [
      APIField("metric") { $0.measure.metric },
      APIField("from") { $0.measure.from },
      APIField("to") { $0.measure.to },
      APIField("now") { $0.measure.now },
      APIField("progress", "How much of the way is done: 1 when `to` is reached; null where they are no numbers.") {
        entry in entry.measure.progress.map { APINumber($0) }
      },
    ])
}

/// An item as another file leads to it.
struct RoadmapItemLink: APIRecord {
  private let item: Roadmap.Item
  let address: APIAddress?

  init(_ item: Roadmap.Item, of roadmap: Roadmap, _ planner: DomainPlanner, _ context: PlanContext) {
    self.item = item
    address = context.link(folder: planner.folder(of: roadmap), fragment: item.anchor).map { APIAddress($0.href) }
  }

  static let shape = APIShape<RoadmapItemLink>(
    "roadmapItem",
    [
      APIField("id") { $0.item.id.value },
      APIField("title") { $0.item.title },
      APIField("url") { $0.address },
      APIField("horizon") { $0.item.horizon },
      APIField("target", "A day, month, quarter or year: 2026-Q4.") { $0.item.target?.text },
    ])
}
