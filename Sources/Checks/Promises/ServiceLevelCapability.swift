import Diagnostics
import Platform
import SiteModel
import YAML

/// Service levels that no capability has.
///
/// One that names a capability which does not exist is an unknown reference, one for the platform team alone needs none, and
/// a site without capabilities has nothing to name.
struct ServiceLevelCapability: CatalogueCheck {
  static let rule = Rule(
    "service-level-capability", .warning, in: .promises, "A service level belongs to no capability.",
    rationale: "It is a promise that no user finds, since they look where the capability is.",
    remedy: "Annotate it with 'portico/capability: NAME', or name it under 'slos' of the capability.",
    bad: "metadata:\n  name: secrets-read-availability",
    good: "metadata:\n  name: secrets-read-availability\n  annotations: {portico/capability: secrets}")

  static let rules = [rule]

  private let platform: PlatformFacts

  init(_ platform: PlatformFacts) { self.platform = platform }

  func check(_ site: Site) -> [Diagnostic] {
    let catalogue = platform.catalogue
    guard !catalogue.capabilities.isEmpty else { return [] }
    return catalogue.serviceLevels.filter { level in
      level.capability == nil && level.audience != .platformTeam && catalogue.capability(of: level) == nil
    }.map { level in
      let name = catalogue.capability(level.service.value)?.metadata.name.value ?? "NAME"
      return Diagnostic(
        ServiceLevelCapability.rule, "the service level '\(level.metadata.name.value)' belongs to no capability",
        at: level.metadata.name.span,
        help: "Write the annotation 'portico/capability: \(name)', or name it under 'slos' of the capability.")
    }
  }
}
