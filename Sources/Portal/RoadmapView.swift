import Bytes
import Platform
import SiteModel
import Templates
import YAML

/// The page of a roadmap.
struct RoadmapView: Sendable {
  let roadmap: Roadmap
  let movement: RoadmapMovement?
  /// In the order of the roadmap.
  let items: [RoadmapItemView]
  private let today: CalendarDate

  init(roadmap: Roadmap, planner: DomainPlanner, context: PlanContext) {
    self.roadmap = roadmap
    movement = planner.history[roadmap]
    today = context.asOf
    var reference = 0
    items = roadmap.items.map { item in
      defer { if item.page != nil { reference += 1 } }
      return RoadmapItemView(
        item: item, changes: planner.history[roadmap]?.changes(of: item) ?? [], planner: planner, context: context,
        story: item.page == nil ? nil : context.reference(reference))
    }
  }

  /// Ids that the layout gives its sections; links may name them.
  static let anchors: Set<String> = ["_moved", "_board", "_timeline", "_open", "_shipped", "_dropped"]

  static let schema = Schema<RoadmapView>(
    "roadmap",
    [
      .text("title") { $0.roadmap.metadata.displayName },
      .phrase("updated") { $0.roadmap.updated.label },
      .text("disclaimer") { $0.roadmap.disclaimer },
      .record("movement", MovementView.schema) { $0.movement.map { MovementView(movement: $0) } },
      .list("columns", RoadmapColumn.schema) { $0.columns },
      .list("periods", RoadmapPeriod.schema) { RoadmapPeriod.all(of: $0.items, today: $0.today) },
      .list("open", RoadmapItemView.schema) { $0.columns.flatMap(\.items) },
      .list("shipped", RoadmapItemView.schema) { $0.shipped },
      .list("dropped", RoadmapItemView.schema) { $0.items(.dropped) },
    ])

  /// One column per horizon that is still open; none without open items.
  private var columns: [RoadmapColumn] {
    let columns = [Roadmap.Horizon.now, .next, .later].map { RoadmapColumn(horizon: $0, items: items($0)) }
    return columns.allSatisfy(\.items.isEmpty) ? [] : columns
  }

  /// The latest first.
  private var shipped: [RoadmapItemView] {
    items(.shipped).enumerated().sorted { left, right in
      (right.element.shippedOn, left.offset) < (left.element.shippedOn, right.offset)
    }.map(\.element)
  }

  private func items(_ horizon: Roadmap.Horizon) -> [RoadmapItemView] { items.filter { $0.item.horizon == horizon } }
}

/// The items of one horizon.
private struct RoadmapColumn: Sendable {
  let horizon: Roadmap.Horizon
  let items: [RoadmapItemView]

  static let schema = Schema<RoadmapColumn>(
    "roadmap column",
    [
      .text("id") { $0.horizon.rawValue },
      .phrase("title") { $0.horizon.label },
      .list("items", RoadmapItemView.schema) { $0.items },
    ])
}

/// An item with all that is known of it.
struct RoadmapItemView: Sendable {
  let item: Roadmap.Item
  let changes: [RoadmapMovement.Change]
  let planner: DomainPlanner
  let context: PlanContext
  let story: PageLink?

  static let schema = Schema<RoadmapItemView>(
    "roadmap item",
    [
      .text("id") { $0.item.anchor },
      .text("title") { $0.item.title },
      .text("problem") { $0.item.problem },
      .text("outcome") { $0.item.outcome },
      .phrase("horizonLabel") { $0.item.horizon.label },
      .text("phase") { $0.item.phase?.rawValue },
      .phrase("phaseLabel") { $0.item.phase.map { Phrase(words: $0.rawValue) } },
      .phrase("target") { $0.item.target?.label },
      .phrase("exactTarget") { $0.exactTarget },
      .phrase("confidence") { $0.item.confidence.map { Phrase(words: $0.rawValue) } },
      .flag("isLate") { $0.item.isLate(asOf: $0.context.asOf) },
      .list("changes", RoadmapChangeView.schema) { $0.changes.map { RoadmapChangeView(change: $0) } },
      .record("capability", PageLink.schema) { $0.capability },
      .record("owner", EntityLink.schema) { view in
        view.item.owner.map { EntityLink($0.value, view.planner, view.context) }
      },
      .record("measure", measureSchema) { $0.item.measure },
      .record("story", PageLink.schema) { $0.story },
      .text("feedback") { $0.item.feedback },
      .phrase("shipped") { $0.item.shipped?.label },
      .text("reason") { $0.item.reason },
      .flag("isDropped") { $0.item.horizon == .dropped },
    ])

  /// An item without the day that it shipped counts as the oldest.
  var shippedOn: CalendarDate { item.shipped ?? CalendarDate(daysSinceEpoch: 0) }

  /// The target of an open item where it is more exact than a quarter.
  private var exactTarget: Phrase? {
    guard item.shipped == nil, let target = item.target, !target.isWholeYear else { return nil }
    return target.text == Quarter(of: target.lastDay).label ? nil : target.label
  }

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
    .phrase("progress") { $0.progressLabel },
    .text("percent") { measure in
      measure.progress.map { max(.zero, min(.one, $0)) * Fraction(100) }?.text(places: 0)
    },
  ])

extension Roadmap.Measure {
  /// How far it got, rounded so that it never looks better than it is.
  fileprivate var progressLabel: Phrase? {
    progress.map { progress in
      if progress >= .one { return "reached" }
      return progress < .zero ? "further away than at the start" : "\(progress.percent(places: 0)) of the way"
    }
  }
}

/// An item on another page, as a link to its place on the roadmap.
struct RoadmapLink: Sendable {
  private let item: Roadmap.Item
  private let href: String
  private let language: String?
  private let isLate: Bool

  init(_ item: Roadmap.Item, of roadmap: Roadmap, planner: DomainPlanner, context: PlanContext) {
    self.item = item
    isLate = item.isLate(asOf: context.asOf)
    href = context.link(folder: planner.folder(of: roadmap), fragment: item.anchor)?.href ?? ""
    language = context.recordLanguage
  }

  static let schema = Schema<RoadmapLink>(
    "roadmap link",
    [
      .text("title") { $0.item.title },
      .text("href") { $0.href },
      .text("language") { $0.language },
      .phrase("horizonLabel") { $0.item.horizon.label },
      .phrase("target") { $0.item.target?.label },
      .flag("isLate") { $0.isLate },
    ])
}

extension Roadmap.Item {
  /// The id of the item on the page: its own, with `-` for control characters, which browsers read as others.
  var anchor: String {
    String(
      String.UnicodeScalarView(id.value.unicodeScalars.map { $0.properties.generalCategory == .control ? "-" : $0 }))
  }
}
