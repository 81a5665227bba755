package import Diagnostics
package import YAML

/// What moved on a roadmap since an earlier revision of it; items are told apart by their ids.
package struct RoadmapMovement: Sendable {
  package enum Change: Sendable, Hashable {
    case added
    case shipped
    case dropped
    case horizon(from: Roadmap.Horizon, to: Roadmap.Horizon)
    /// Nil stands for no target.
    case target(from: TargetDate?, to: TargetDate?)
  }

  /// The day that the earlier revision was last gone through.
  package let since: CalendarDate
  /// The items that changed, in the order of the roadmap.
  package let moved: [(item: Roadmap.Item, changes: [Change])]
  /// Items of the earlier revision that the roadmap no longer has.
  package let vanished: [Roadmap.Item]

  /// What changed of an item; empty for one that stayed where it was.
  package func changes(of item: Roadmap.Item) -> [Change] {
    moved.first { $0.item.id.value == item.id.value }?.changes ?? []
  }
}

extension Roadmap {
  /// The roadmaps among the documents of an earlier revision, read for themselves: nothing in them has to resolve.
  package static func readAll(in documents: [YAMLNode]) -> Outcome<[Roadmap]> {
    var roadmaps: [Roadmap] = []
    var diagnostics: [Diagnostic] = []
    for (origin, node) in documents.enumerated() where node["kind"]?.text == "Roadmap" {
      let read = Roadmap.read(node, origin: origin)
      roadmaps += read.value.map { [$0] } ?? []
      diagnostics += read.diagnostics
    }
    return Outcome(roadmaps, diagnostics)
  }

  /// What moved from an earlier revision to this one.
  package func movement(since earlier: Roadmap) -> RoadmapMovement {
    let before = Dictionary(earlier.items.map { ($0.id.value, $0) }) { first, _ in first }
    let ids = Set(items.map(\.id.value))
    let moved = items.map { (item: $0, changes: $0.changes(since: before[$0.id.value])) }
    return RoadmapMovement(
      since: earlier.updated, moved: moved.filter { !$0.changes.isEmpty },
      vanished: earlier.items.filter { !ids.contains($0.id.value) })
  }
}

extension Roadmap.Item {
  fileprivate func changes(since earlier: Roadmap.Item?) -> [RoadmapMovement.Change] {
    let end: RoadmapMovement.Change? =
      switch horizon {
      case .shipped: .shipped
      case .dropped: .dropped
      case .now, .next, .later: nil
      }
    guard let earlier else { return [.added] + (end.map { [$0] } ?? []) }
    // Of what has come to an end, nobody asks where it was aimed.
    if let end { return earlier.horizon == horizon ? [] : [end] }
    var changes: [RoadmapMovement.Change] = []
    if earlier.horizon != horizon { changes.append(.horizon(from: earlier.horizon, to: horizon)) }
    if earlier.target != target { changes.append(.target(from: earlier.target, to: target)) }
    return changes
  }
}
