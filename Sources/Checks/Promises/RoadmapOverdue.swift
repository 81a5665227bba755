import Diagnostics
import Platform
import SiteModel
import YAML

/// Items of a roadmap that were to be there by now.
struct RoadmapOverdue: CatalogueCheck {
  static let rule = Rule(
    "roadmap-overdue", .warning, in: .promises, "The target of a roadmap item has gone by.",
    rationale: "Users planned by the target. One that passes without a word makes all the others worthless.",
    remedy:
      "Write what became of it, under 'horizon: shipped' with its date or 'dropped' with a reason, or a new target.",
    bad: "horizon: now\n  target: 2020-Q2", good: "horizon: shipped\n  shipped: 2020-07-14")

  static let rules = [rule]

  private let platform: PlatformFacts

  init(_ platform: PlatformFacts) { self.platform = platform }

  func check(_ site: Site) -> [Diagnostic] {
    platform.catalogue.roadmaps.flatMap(\.items).filter { $0.isLate(asOf: site.asOf) }.compactMap { item in
      item.aim.map { target in
        Diagnostic(
          RoadmapOverdue.rule, "'\(item.id.value)' was to be there by \(target.value.text)", at: target.span,
          help: "Write a new target, or what became of it: 'horizon: shipped' or 'horizon: dropped'.")
      }
    }
  }
}
