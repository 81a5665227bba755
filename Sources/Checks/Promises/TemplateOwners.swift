import Diagnostics
import Platform
import SiteModel
import YAML

/// Software templates that nobody answers for.
struct TemplateOwners: CatalogueCheck {
  static let rule = Rule(
    "template-owner", .warning, in: .promises, "A software template has no owner.",
    rationale: "What a template makes is copied for years. Nobody mends the one that nobody owns.",
    remedy: "Name the group that keeps it up under 'owner' of its 'spec'.",
    bad: "spec:\n  type: service", good: "spec:\n  owner: group:platform\n  type: service")

  static let rules = [rule]

  private let platform: PlatformFacts

  init(_ platform: PlatformFacts) { self.platform = platform }

  func check(_ site: Site) -> [Diagnostic] {
    platform.catalogue.templates.filter { $0.owner == nil }.map { template in
      Diagnostic(
        TemplateOwners.rule, "the template '\(template.metadata.name.value)' has no owner",
        at: template.metadata.name.span, help: "Write 'owner: group:NAME' under 'spec'.")
    }
  }
}
