import Diagnostics
import Platform
import SiteModel
import Templates
import YAML

/// A piece of the domain that Markdown pages may place.
struct EmbedPiece: Sendable {
  let kind: EmbedKind
  private let find: @Sendable (DomainPlanner, EmbedRequest) -> Outcome<EmbedData?>

  /// - Parameters:
  ///   - argument: what the argument is, such as "the name of a capability"; nil where there is none.
  ///   - find: what the embed shows on a page, or a finding that there is no such thing.
  init<Model>(
    _ name: String, of argument: String? = nil, options: [EmbedKind.Option] = [], schema: Schema<Model>,
    find: @escaping @Sendable (DomainPlanner, EmbedRequest) -> Outcome<(@Sendable (PlanContext) -> Model)?>
  ) {
    kind = EmbedKind(name, argument: argument, options: options, shape: schema.shape)
    self.find = { planner, request in
      find(planner, request).map { model in { schema.value(model($0)) } }
    }
  }

  func plan(_ planner: DomainPlanner) -> EmbedPlan { EmbedPlan(kind: kind) { find(planner, $0) } }

  static let all: [EmbedPiece] = [
    ServiceLevelEmbed.piece, .capability, .capabilities, .roadmap, .template, .parameters, OwnerEmbed.piece,
    BadgeEmbed.piece, .incidents,
  ]
}

extension Outcome {
  /// What was found as something else; nil stays nil, and the findings stay.
  func map<Found, Other>(_ transform: (Found) -> Other) -> Outcome<Other?> where Value == Found? {
    Outcome<Other?>(value.map(transform), diagnostics)
  }
}

/// What embeds name, found or reported.
extension DomainPlanner {
  func capability(_ reference: Located<String>?) -> Outcome<Capability?> {
    found(reference, catalogue.capability, "capability", catalogue.capabilities.map(\.reference))
  }

  func template(_ reference: Located<String>?) -> Outcome<SoftwareTemplate?> {
    found(reference, catalogue.template, "template", catalogue.templates.map(\.reference))
  }

  func serviceLevel(_ name: Located<String>?) -> Outcome<ServiceLevelObjective?> {
    let names = catalogue.serviceLevels.map(\.metadata.name.value)
    return found(
      name, { name in catalogue.serviceLevels.first { $0.metadata.name.value == name } }, "service level", names)
  }

  /// A team, or a user who owns something.
  func holder(_ reference: Located<String>?) -> Outcome<Entity?> {
    let owners = catalogue.entities.map(\.reference).filter { ["group", "user"].contains($0.kind) }
    return found(
      reference, { catalogue.entity(EntityReference($0, defaultKind: "group")) }, "group or user", owners)
  }

  private func found<Entity>(
    _ reference: Located<String>?, _ entity: (String) -> Entity?, _ what: String, _ known: [EntityReference]
  ) -> Outcome<Entity?> {
    let isFull = reference?.value.contains(":") ?? false
    let names = known.map { isFull ? $0.description : String($0.description.drop { $0 != ":" }.dropFirst()) }
    return found(reference, entity, what, names)
  }

  /// - Parameter known: all names that would have been right, as the reference is written.
  func found<Entity>(
    _ reference: Located<String>?, _ entity: (String) -> Entity?, _ what: String, _ known: [String]
  ) -> Outcome<Entity?> {
    guard let reference else { return Outcome(nil) }
    if let entity = entity(reference.value) { return Outcome(entity) }
    let list = known.prefix(8).joined(separator: ", ") + (known.count > 8 ? " …" : ".")
    return Outcome(
      nil,
      [
        Diagnostic(
          .unknownReference, "there is no \(what) \(reference.value.quoted)", at: reference.span,
          help: DidYouMean.help(for: reference.value, in: known)
            ?? (known.isEmpty ? "The content describes none." : "Known: \(list)"))
      ])
  }
}
