import Platform
import SiteModel
import YAML

/// A team in `teams.json`.
struct TeamEntry: APIRecord {
  private let team: Team
  private let planner: DomainPlanner
  private let context: PlanContext

  init(_ team: Team, _ planner: DomainPlanner, _ context: PlanContext) {
    self.team = team
    self.planner = planner
    self.context = context
  }

  static let shape = APIShape<TeamEntry>("team", identityFields + relationFields)

  private static let identityFields: [APIField<TeamEntry>] = [
    APIField("ref") { $0.team.reference.description },
    APIField("title") { $0.team.displayName },
    APIField("description") { $0.team.group.metadata.description },
    APIField("url") { $0.context.address(of: $0.planner.folder(of: $0.team)) },
    APIField("type", "Of the group, such as team or department.") { $0.team.group.type },
    APIField("topology", "Its type in Team Topologies.") { $0.team.charter?.kind },
    APIField("focus") { $0.team.charter?.focus },
    APIField("hours") { $0.team.charter?.hours },
    APIField("email") { $0.team.group.email },
    APIField("channels") { $0.team.charter?.channels.map(ChannelEntry.init) ?? [] },
  ]

  private static let relationFields: [APIField<TeamEntry>] = [
    APIField("parents") { $0.others(.childOf) },
    APIField("children") { $0.others(.parentOf) },
    APIField("members") { $0.others(.hasMember) },
    APIField("capabilities", "That it owns.") { entry in
      entry.references(entry.planner.catalogue.capabilities(ownedBy: entry.team.reference).map(\.reference))
    },
    APIField("templates", "That it owns.") { entry in
      entry.references(entry.planner.catalogue.templates(ownedBy: entry.team.reference).map(\.reference))
    },
    APIField("owns", "Entities of the catalogue.") { $0.others(.ownerOf) },
    APIField("interactions", "How it works with other teams.") { entry in
      (entry.team.charter?.interactions ?? []).map {
        InteractionEntry(
          interaction: $0, team: ReferenceEntry($0.team.value, kind: "group", entry.planner, entry.context))
      }
    },
  ]

  private func others(_ role: RelationGraph.Role) -> [ReferenceEntry] {
    references(planner.catalogue.relations.targets(of: team.reference, role))
  }

  private func references(_ references: [EntityReference]) -> [ReferenceEntry] {
    references.map { ReferenceEntry($0, planner, context) }
  }
}

private struct ChannelEntry: APIRecord {
  let channel: TeamCharter.Channel

  static let shape = APIShape<ChannelEntry>(
    "channel",
    [
      APIField("name") { $0.channel.name },
      APIField("url", "As written.") { $0.channel.url },
      APIField("purpose") { $0.channel.purpose },
    ])
}

private struct InteractionEntry: APIRecord {
  let interaction: TeamCharter.Interaction
  let team: ReferenceEntry

  static let shape = APIShape<InteractionEntry>(
    "interaction",
    [
      APIField("team") { $0.team },
      APIField("mode") { $0.interaction.mode },
      APIField("purpose") { $0.interaction.purpose },
      APIField("until") { $0.interaction.until },
    ])
}
