import Bytes
import Diagnostics
import Platform
import SiteModel
import Templates
import YAML

extension EmbedPiece {
  static let capability = EmbedPiece("capability", of: "the name of a capability", schema: CapabilityCard.schema) {
    planner, request in
    planner.capability(request.argument).map { capability in { CapabilityCard(capability, planner, $0) } }
  }

  static let capabilities = EmbedPiece(
    "capabilities",
    options: [.init("domain"), .init("lifecycle", values: Lifecycle.allCases.map(\.rawValue)), .init("owner")],
    schema: Schema<[CapabilityCard]>("list of capabilities", [.list("cards", CapabilityCard.schema) { $0 }])
  ) { planner, request in
    let domains = planner.site.domains.map(\.id)
    let domain = planner.found(request.option("domain"), { domains.contains($0) ? $0 : nil }, "domain", domains)
    let owner = planner.holder(request.option("owner"))
    let diagnostics = domain.diagnostics + owner.diagnostics
    guard diagnostics.isEmpty else { return Outcome(nil, diagnostics) }
    let lifecycle = request.option("lifecycle")?.value
    let members = planner.catalogue.capabilities.filter { capability in
      (domain.value ?? capability.domain.value) == capability.domain.value
        && (lifecycle ?? capability.lifecycle.rawValue) == capability.lifecycle.rawValue
        && owner.value.map { $0.reference == EntityReference(capability.owner.value, defaultKind: "group") } ?? true
    }
    return Outcome { context in members.map { CapabilityCard($0, planner, context) } }
  }

  static let roadmap = EmbedPiece(
    "roadmap", of: "the name of a capability",
    options: [.init("horizon", values: Roadmap.Horizon.allCases.map(\.rawValue))], schema: CapabilityPlans.schema
  ) { planner, request in
    let horizon = request.option("horizon").flatMap { Roadmap.Horizon(rawValue: $0.value) }
    return planner.capability(request.argument).map { capability in
      { CapabilityPlans(capability: capability, horizon: horizon, planner: planner, context: $0) }
    }
  }
}

/// What the roadmap says of a capability.
private struct CapabilityPlans: Sendable {
  let capability: Capability
  /// Nil for all.
  let horizon: Roadmap.Horizon?
  let planner: DomainPlanner
  let context: PlanContext

  static let schema = Schema<CapabilityPlans>(
    "capability's roadmap",
    [
      .text("title") { $0.capability.metadata.displayName },
      .phrase("horizonLabel") { $0.horizon?.label },
      .text("href") { $0.context.link(folder: "roadmap")?.href },
      .list("items", RoadmapLink.schema) { $0.items },
    ])

  private var items: [RoadmapLink] {
    planner.catalogue.roadmapItems(of: capability).filter { (horizon ?? $0.item.horizon) == $0.item.horizon }.map {
      RoadmapLink($0.item, of: $0.roadmap, planner: planner, context: context)
    }
  }
}
