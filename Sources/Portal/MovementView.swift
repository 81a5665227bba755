import Bytes
import Platform
import Templates
import YAML

/// What moved on a roadmap since an earlier revision.
struct MovementView: Sendable {
  let movement: RoadmapMovement

  static let schema = Schema<MovementView>(
    "movement",
    [
      .phrase("since") { $0.movement.since.label },
      .list("items", movedSchema) { $0.movement.moved.map { Moved(item: $0.item, changes: $0.changes) } },
      .texts("vanished") { $0.movement.vanished.map(\.title) },
      .flag("isNothing") { $0.movement.moved.isEmpty && $0.movement.vanished.isEmpty },
    ])

  private static let movedSchema = Schema<Moved>(
    "moved item",
    [
      .text("id") { $0.item.anchor },
      .text("title") { $0.item.title },
      .text("reason") { $0.item.reason },
      .list("changes", RoadmapChangeView.schema) { $0.changes.map { RoadmapChangeView(change: $0) } },
    ])

  private struct Moved: Sendable {
    let item: Roadmap.Item
    let changes: [RoadmapMovement.Change]
  }
}

/// One thing that changed of an item: short, for the eye, and in words.
struct RoadmapChangeView: Sendable {
  let change: RoadmapMovement.Change

  static let schema = Schema<RoadmapChangeView>(
    "change", [.phrase("short") { $0.short }, .phrase("words") { $0.words }])

  private var short: Phrase {
    switch change {
    case .added: "new"
    case .shipped: "shipped"
    case .dropped: "dropped"
    case .horizon(let from, let to): "\(Phrase(words: from.rawValue)) → \(Phrase(words: to.rawValue))"
    case .target(let from?, let to?):
      RoadmapChangeView.quarters(from, to) ?? "\(from.label) → \(to.label)"
    case .target(let from, let to): "\(from?.label ?? "no date") → \(to?.label ?? "no date")"
    }
  }

  private var words: Phrase {
    switch change {
    case .added, .shipped, .dropped: short
    case .horizon(let from, let to): "moved from \(Phrase(words: from.rawValue)) to \(Phrase(words: to.rawValue))"
    case .target(let from?, let to?): "target moved from \(from.label) to \(to.label)"
    case .target(nil, let to): "target set to \(to?.label ?? "")"
    case .target(let from, nil): "target \(from?.label ?? "") taken back"
    }
  }

  /// `Q3 → Q4` for two quarters of one year.
  private static func quarters(_ from: TargetDate, _ to: TargetDate) -> Phrase? {
    let parts = [from, to].map { $0.text.split(separator: "-") }
    guard parts[0][0] == parts[1][0], parts.allSatisfy({ $0.count == 2 && $0[1].hasPrefix("Q") }) else { return nil }
    return "\(String(parts[0][1])) → \(String(parts[1][1]))"
  }
}
