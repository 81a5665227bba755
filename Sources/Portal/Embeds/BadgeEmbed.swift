import Bytes
import Diagnostics
import Platform
import SiteModel
import Templates
import YAML

/// How a service level or a capability stands, in one line.
struct BadgeEmbed: Sendable {
  private let title: String
  private let href: String?
  /// Of a capability.
  private let lifecycle: Lifecycle?
  /// Of the worst objective; nil without any.
  private let level: ObjectiveStatus?

  private static let schema = Schema<BadgeEmbed>(
    "badge",
    [
      .text("title") { $0.title },
      .text("href") { $0.href },
      .text("lifecycle") { $0.lifecycle?.rawValue },
      .phrase("lifecycleLabel") { $0.lifecycle?.label },
      .record("state", StateView.schema) { badge in badge.level.map(StateView.init) },
      .phrase("budget") { $0.level?.budgetLabel },
    ])

  static let piece = EmbedPiece("badge", of: "'slo:NAME' or 'capability:NAME'", schema: schema) {
    planner, request in
    guard let argument = request.argument else { return Outcome(nil) }
    let name = argument.value.drop { $0 != ":" }.dropFirst()
    switch argument.value.prefix(while: { $0 != ":" }).lowercased() {
    case "slo" where !name.isEmpty:
      let span = SourceSpan(
        path: argument.span.path, line: argument.span.line, column: argument.span.column + 4,
        length: argument.span.length - 4)
      return planner.serviceLevel(Located(String(name), at: span)).map { slo in
        { BadgeEmbed(slo, planner, $0) }
      }
    case "capability" where !name.isEmpty:
      return planner.capability(argument).map { capability in { BadgeEmbed(capability, planner, $0) } }
    default:
      return Outcome(
        nil,
        [
          Diagnostic(
            .embedArgument, "\(argument.value.quoted) does not say of what kind it is", at: argument.span,
            help: "Write 'slo:NAME' or 'capability:NAME'.")
        ])
    }
  }

  private init(_ slo: ServiceLevelObjective, _ planner: DomainPlanner, _ context: PlanContext) {
    title = slo.metadata.displayName
    href = context.link(folder: planner.folder(of: slo))?.href
    lifecycle = nil
    level = planner.worst(of: [slo])
  }

  private init(_ capability: Capability, _ planner: DomainPlanner, _ context: PlanContext) {
    title = capability.metadata.displayName
    href = context.link(folder: planner.folder(of: capability))?.href
    lifecycle = capability.lifecycle
    level = planner.worst(of: capability)
  }
}
