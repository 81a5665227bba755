import Bytes
import Platform
import SiteModel
import Templates
import YAML

/// The page of a team: what it owns, how to reach it, how it works with others.
struct TeamView: Sendable {
  let team: Team
  let planner: DomainPlanner
  let context: PlanContext

  /// Ids that the layout gives its sections; links may name them.
  static let anchors: Set<String> = ["_reach", "_owns", "_works-with"]

  static let schema = Schema<TeamView>(
    "team",
    [
      .text("title") { $0.team.displayName },
      .text("description") { $0.team.group.metadata.paragraphs.first },
      .phrase("type") { $0.team.typeLabel },
      .text("focus") { $0.team.charter?.focus },
      .text("hours") { $0.team.charter?.hours },
      .text("email") { $0.team.group.email },
      .flag("isReachable") { $0.isReachable },
      .list("channels", channelSchema) { $0.team.charter?.channels ?? [] },
      .list("links", linkSchema) { $0.team.group.metadata.links },
      .list("relations", EntityRelation.schema) { $0.relations },
      .flag("ownsAnything") { !$0.capabilities.isEmpty || !$0.entities.isEmpty || !$0.templates.isEmpty },
      .flag("hasCapabilities") { !$0.capabilities.isEmpty },
      .list("capabilities", CapabilityCard.schema) { $0.capabilities },
      .flag("hasTemplates") { !$0.templates.isEmpty },
      .list("templates", TemplateCard.schema) { $0.templates },
      .flag("hasEntities") { !$0.entities.isEmpty },
      .list("entities", EntityRow.schema) { view in
        view.entities.map { EntityRow($0, view.planner, view.context) }
      },
      .flag("hasInteractions") { !$0.interactions.isEmpty },
      .list("interactions", InteractionView.schema) { $0.interactions },
    ])

  private var isReachable: Bool {
    let charter = team.charter
    return charter?.channels.isEmpty == false || charter?.hours != nil || team.group.email != nil
      || !team.group.metadata.links.isEmpty
  }

  private var capabilities: [CapabilityCard] {
    planner.catalogue.capabilities(ownedBy: team.reference).map { CapabilityCard($0, planner, context) }
  }

  private var templates: [TemplateCard] {
    planner.catalogue.templates(ownedBy: team.reference).map { TemplateCard($0, planner, context) }
  }

  /// By kind, then by name.
  private var entities: [Entity] {
    planner.catalogue.relations.targets(of: team.reference, .ownerOf).compactMap(planner.catalogue.entity)
      .sorted { ($0.kind, $0.displayName.lowercased()) < ($1.kind, $1.displayName.lowercased()) }
  }

  private var relations: [EntityRelation] {
    [RelationGraph.Role.childOf, .parentOf, .hasMember].map { role in
      let targets = planner.catalogue.relations.targets(of: team.reference, role)
      return EntityRelation(label: role.label, links: targets.map { EntityLink($0, planner, context) })
    }.filter { !$0.links.isEmpty }
  }

  /// What the charter says of others, then what theirs say of this team.
  private var interactions: [InteractionView] {
    let own = (team.charter?.interactions ?? []).map { interaction in
      InteractionView(other: EntityLink(interaction.team.value, planner, context), interaction: interaction)
    }
    let others = planner.catalogue.charters.flatMap { charter in
      charter.interactions
        .filter { EntityReference($0.team.value, defaultKind: "group") == team.reference }
        .map { InteractionView(other: EntityLink(charter.group.value, planner, context), interaction: $0) }
    }
    return own + others
  }
}

/// How the team works with another one.
private struct InteractionView: Sendable {
  let other: EntityLink
  let interaction: TeamCharter.Interaction

  static let schema = Schema<InteractionView>(
    "interaction",
    [
      .record("team", EntityLink.schema) { $0.other },
      .phrase("mode") { $0.interaction.mode.label },
      .phrase("meaning") { $0.interaction.mode.meaning },
      .text("purpose") { $0.interaction.purpose },
      .phrase("until") { $0.interaction.until?.label },
    ])
}

private let channelSchema = Schema<TeamCharter.Channel>(
  "channel",
  [
    .text("name") { $0.name },
    .text("href") { $0.url?.webAddress },
    .text("purpose") { $0.purpose },
  ])

/// A team in a list.
private struct TeamCard: Sendable {
  let team: Team
  let href: String
  let capabilityCount: Int

  static let schema = Schema<TeamCard>(
    "team card",
    [
      .text("title") { $0.team.displayName },
      .text("href") { $0.href },
      .text("description") { $0.team.charter?.focus ?? $0.team.group.metadata.paragraphs.first },
      .phrase("type") { $0.team.typeLabel },
      .text("channel") { $0.team.charter?.channels.first?.name },
      .phrase("capabilities") { card in
        switch card.capabilityCount {
        case 0: nil
        case 1: "1 capability"
        case let count: "\(count) capabilities"
        }
      },
    ])
}

/// The list of all teams.
struct TeamIndexView: Sendable {
  let planner: DomainPlanner
  let context: PlanContext

  static let schema = Schema<TeamIndexView>("team index", [.list("cards", TeamCard.schema) { $0.cards }])

  private var cards: [TeamCard] {
    planner.catalogue.teams.map { team in
      TeamCard(
        team: team, href: context.link(folder: planner.folder(of: team))?.href ?? "",
        capabilityCount: planner.catalogue.capabilities(ownedBy: team.reference).count)
    }
  }
}

extension Team {
  /// By the charter in the words of Team Topologies, else by the group's own type.
  fileprivate var typeLabel: Phrase? { charter?.kind?.label ?? group.type.map { Phrase(verbatim: $0) } }
}

extension TeamCharter.Kind {
  fileprivate var label: Phrase {
    switch self {
    case .streamAligned: "Stream-aligned team"
    case .enabling: "Enabling team"
    case .complicatedSubsystem: "Complicated-subsystem team"
    case .platform: "Platform team"
    }
  }
}

extension TeamCharter.Mode {
  fileprivate var label: Phrase {
    switch self {
    case .collaboration: "Collaboration"
    case .xAsAService: "X-as-a-service"
    case .facilitating: "Facilitating"
    }
  }

  fileprivate var meaning: Phrase {
    switch self {
    case .collaboration: "both build it together, for a time"
    case .xAsAService: "one provides, the other uses without asking"
    case .facilitating: "one helps the other to learn, then leaves"
    }
  }
}
