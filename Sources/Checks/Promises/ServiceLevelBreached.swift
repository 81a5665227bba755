import Diagnostics
import Platform
import SiteModel
import YAML

/// Service levels that are breached today.
struct ServiceLevelBreached: CatalogueCheck {
  static let rule = Rule(
    "service-level-breached", .warning, isOff: true, "A service level is breached.",
    rationale: """
      The portal shows it in any case. A team that wants reliability to come first may have its builds say so, too; \
      for others, an outage must not stop the next correction of a page.
      """,
    remedy: "Do what the service level says under 'portico/consequence' until its error budget is back.")

  static let rules = [rule]

  private let platform: PlatformFacts

  init(_ platform: PlatformFacts) { self.platform = platform }

  func check(_ site: Site) -> [Diagnostic] {
    platform.catalogue.serviceLevels.filter { platform.report.state(of: $0) == .breached }.map { level in
      let consequence = level.metadata.annotations["portico/consequence"]?.value
      return Diagnostic(
        ServiceLevelBreached.rule, "the service level '\(level.metadata.name.value)' is breached",
        at: level.metadata.name.span,
        help: consequence.map { "What was agreed: \($0)" } ?? "Reliability comes first until its error budget is back.")
    }
  }
}
