import Diagnostics
import YAML

/// A group of people that owns things: a Backstage `Group`.
package struct Team: Sendable {
  /// Index of the document that it was read from.
  package let origin: Int
  package let metadata: Metadata
  package let type: String
  package let contact: String?

  package var displayName: String { profileName ?? metadata.displayName }

  package var reference: EntityReference { metadata.reference(kind: "group") }

  private let profileName: String?

  static func read(_ node: YAMLNode, origin: Int) -> Outcome<Team?> {
    var reader = MappingReader(node, what: "group")
    reader.ignore("apiVersion", "kind")
    let metadata = Metadata.read(&reader)
    let team = reader.mapping("spec", what: "group spec", required: true) { spec -> Team? in
      spec.ignore("parent", "members", "children")
      let type = spec.text("type", required: true)?.value
      let profile = spec.mapping("profile", what: "profile") { inner in
        inner.ignore("picture")
        return (name: inner.text("displayName")?.value, email: inner.text("email")?.value)
      }
      guard let metadata, let type else { return nil }
      return Team(origin: origin, metadata: metadata, type: type, contact: profile?.email, profileName: profile?.name)
    }
    reader.finish()
    return Outcome(team, reader.diagnostics)
  }
}
