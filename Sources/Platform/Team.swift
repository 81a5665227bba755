import Diagnostics
package import YAML

/// A group of people that owns things: a Backstage `Group`, with what a charter adds to it.
package struct Team: Sendable {
  package let group: Entity
  package let charter: TeamCharter?

  package var displayName: String { group.displayName }

  package var reference: EntityReference { group.reference }

  /// The first channel that is one of a chat: `#platform-help`.
  package var chat: String? { charter?.channels.first { $0.name.hasPrefix("#") }?.name }
}

/// How a team works and can be reached: a `Team` of ours (formats.md, "Teams").
///
/// Types and modes are those of Team Topologies.
package struct TeamCharter: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case streamAligned = "stream-aligned"
    case enabling
    case complicatedSubsystem = "complicated-subsystem"
    case platform
  }

  package enum Mode: String, Sendable, CaseIterable {
    case collaboration
    case xAsAService = "x-as-a-service"
    case facilitating
  }

  package struct Channel: Sendable {
    package let name: String
    package let url: String?
    /// What to use it for.
    package let purpose: String?
  }

  package struct Interaction: Sendable {
    package let team: Located<String>
    package let mode: Mode
    package let purpose: String?
    package let until: CalendarDate?
  }

  /// Index of the document that it was read from.
  package let origin: Int
  package let metadata: Metadata
  /// The group that it is the charter of.
  package let group: Located<String>
  package let focus: String?
  package let kind: Kind?
  package let channels: [Channel]
  package let hours: String?
  package let interactions: [Interaction]

  package var groupReference: EntityReference { EntityReference(group.value, defaultKind: "group") }
}

extension TeamCharter {
  static func read(_ node: YAMLNode, origin: Int) -> Outcome<TeamCharter?> {
    var reader = MappingReader(node, what: "team")
    reader.ignore("apiVersion", "kind")
    let metadata = Metadata.read(&reader)
    let charter = reader.mapping("spec", what: "team spec", required: true) { spec -> TeamCharter? in
      let group = spec.text("group", required: true)
      let focus = spec.text("focus")?.value
      let kind = spec.choice("type", as: Kind.self)?.value
      let channels = spec.mappings("channels", what: "channel", readChannel)
      let hours = spec.text("hours")?.value
      let interactions = spec.mappings("interactions", what: "interaction", readInteraction)
      guard let metadata, let group else { return nil }
      return TeamCharter(
        origin: origin, metadata: metadata, group: group, focus: focus, kind: kind, channels: channels, hours: hours,
        interactions: interactions)
    }
    reader.finish()
    return Outcome(charter, reader.diagnostics)
  }

  private static func readChannel(_ inner: inout MappingReader) -> Channel? {
    let name = inner.text("name", required: true)?.value
    let url = inner.text("url")?.value
    let purpose = inner.text("purpose")?.value
    return name.map { Channel(name: $0, url: url, purpose: purpose) }
  }

  private static func readInteraction(_ inner: inout MappingReader) -> Interaction? {
    let team = inner.text("team", required: true)
    let mode = inner.choice("mode", as: Mode.self, required: true)?.value
    let purpose = inner.text("purpose")?.value
    let until = inner.date("until")?.value
    guard let team, let mode else { return nil }
    return Interaction(team: team, mode: mode, purpose: purpose, until: until)
  }
}
