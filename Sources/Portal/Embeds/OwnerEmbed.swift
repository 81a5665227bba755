import Diagnostics
import Platform
import SiteModel
import Templates
import YAML

/// Who answers for something, and how to reach them.
struct OwnerEmbed: Sendable {
  private let owner: EntityLink
  /// Nil for a user, and for an owner that the catalogue does not hold.
  private let team: TeamView?

  private static let schema = Schema<OwnerEmbed>(
    "owner embed",
    [.record("owner", EntityLink.schema) { $0.owner }, .record("team", TeamView.schema) { $0.team }])

  static let piece = EmbedPiece("owner", of: "the name of a group or 'capability:NAME'", schema: schema) {
    planner, request in
    if request.argument?.value.lowercased().hasPrefix("capability:") == true {
      return planner.capability(request.argument).map { capability in
        { OwnerEmbed(capability.owner.value, planner, $0) }
      }
    }
    return planner.holder(request.argument).map { entity in { OwnerEmbed(entity.reference.description, planner, $0) } }
  }

  private init(_ reference: String, _ planner: DomainPlanner, _ context: PlanContext) {
    owner = EntityLink(reference, planner, context)
    team = planner.catalogue.team(reference).map { TeamView(team: $0, planner: planner, context: context) }
  }
}
