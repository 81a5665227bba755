import Bytes
import Platform
import Templates
import YAML

/// A quarter of the timeline, or what is aimed at no quarter in particular.
struct RoadmapPeriod: Sendable {
  private let title: Phrase
  private let isCurrent: Bool
  private let items: [RoadmapItemView]

  static let schema = Schema<RoadmapPeriod>(
    "period",
    [
      .phrase("title") { $0.title },
      .flag("isCurrent") { $0.isCurrent },
      .list("items", RoadmapItemView.schema) { $0.items },
    ])

  /// The quarters that something shipped in or is aimed at, and the present one, in order.
  ///
  /// What is aimed at a whole year comes behind its quarters, what is aimed at no date last; what was dropped is not there.
  static func all(of items: [RoadmapItemView], today: CalendarDate) -> [RoadmapPeriod] {
    let present = Quarter(of: today)
    let dated = Dictionary(grouping: items.filter { $0.item.horizon != .dropped }) { Slot($0.item) }
    guard dated.keys.contains(where: { $0 != .undated }) else { return [] }
    return Set(dated.keys).union([.quarter(present)]).sorted().map { slot in
      RoadmapPeriod(title: slot.title, isCurrent: slot == .quarter(present), items: dated[slot] ?? [])
    }
  }

  /// Where an item stands on the timeline.
  private enum Slot: Hashable, Comparable {
    case quarter(Quarter)
    case year(Int)
    case undated

    init(_ item: Roadmap.Item) {
      if let shipped = item.shipped {
        self = .quarter(Quarter(of: shipped))
      } else if let target = item.target {
        self = target.isWholeYear ? .year(target.lastDay.year) : .quarter(Quarter(of: target.lastDay))
      } else {
        self = .undated
      }
    }

    var title: Phrase {
      switch self {
      case .quarter(let quarter): Phrase(verbatim: quarter.label)
      case .year(let year): "In \(year)"
      case .undated: "No date"
      }
    }

    private var place: (Int, Int) {
      switch self {
      case .quarter(let quarter): (quarter.year, quarter.number)
      case .year(let year): (year, 5)
      case .undated: (.max, 0)
      }
    }

    static func < (left: Slot, right: Slot) -> Bool { left.place < right.place }
  }
}
