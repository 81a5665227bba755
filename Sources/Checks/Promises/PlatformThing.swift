import Diagnostics
import Platform
import YAML

/// Something of the catalogue that users build on, and that may be on its way out.
struct PlatformThing: Sendable {
  let kind: String
  let name: Located<String>
  let reference: EntityReference
  let isDeprecated: Bool
  /// What takes its place.
  let successor: EntityReference?
  /// The last day that it can be used.
  let sunset: Located<CalendarDate>?
  /// Whether there is one, which may be no date.
  let hasSunset: Bool

  /// For messages: `the capability 'secrets'`.
  var words: String { "the \(kind) '\(name.value)'" }
}

extension Catalogue {
  /// Capabilities, templates and all other entities.
  var things: [PlatformThing] {
    capabilities.map { capability in
      PlatformThing(
        kind: "capability", name: capability.metadata.name, reference: capability.reference,
        isDeprecated: capability.lifecycle == .deprecated,
        successor: capability.replacedBy.map { EntityReference($0.value, defaultKind: "capability") },
        sunset: capability.end, hasSunset: capability.end != nil)
    }
      + templates.map { PlatformThing($0.metadata, $0.reference, lifecycle: $0.lifecycle) }
      + entities.map { PlatformThing($0.metadata, $0.reference, lifecycle: $0.lifecycle) }
  }
}

extension PlatformThing {
  /// What a descriptor describes, which says by annotations what takes its place and when it ends.
  fileprivate init(_ metadata: Metadata, _ reference: EntityReference, lifecycle: String?) {
    self.init(
      kind: reference.kind, name: metadata.name, reference: reference,
      isDeprecated: lifecycle?.lowercased() == "deprecated",
      successor: metadata.replacedBy.map {
        EntityReference($0.value, defaultKind: reference.kind, defaultNamespace: reference.namespace)
      }, sunset: metadata.sunset,
      hasSunset: metadata.annotations[Metadata.sunsetAnnotation] != nil)
  }
}
