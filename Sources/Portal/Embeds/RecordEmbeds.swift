import Diagnostics
import Platform
import SiteModel
import Templates
import YAML

extension EmbedPiece {
  static let incidents = EmbedPiece(
    "incidents", of: "the name of a capability", schema: CapabilityIncidents.schema
  ) { planner, request in
    planner.capability(request.argument).map { capability in
      { CapabilityIncidents(capability: capability, planner: planner, context: $0) }
    }
  }
}

/// The last incidents and maintenance of a capability.
private struct CapabilityIncidents: Sendable {
  let capability: Capability
  let planner: DomainPlanner
  let context: PlanContext

  private static let count = 5

  static let schema = Schema<CapabilityIncidents>(
    "capability's incidents",
    [
      .text("title") { $0.capability.metadata.displayName },
      .text("href") { $0.context.link(folder: $0.planner.incidentsFolder)?.href },
      .list("incidents", IncidentView.schema) { view in
        view.planner.views(
          Array(view.planner.catalogue.incidents(of: view.capability).prefix(CapabilityIncidents.count)), view.context)
      },
    ])
}
