package import Diagnostics

extension Rule {
  /// The rules of this module.
  package static let foreignSites: [Rule] = [.foreignSetting]

  package static let foreignSetting = Rule(
    "foreign-setting", .warning, "A setting of another generator has no counterpart, or cannot be read.",
    rationale: "The site looks or behaves otherwise than it did there, and nothing else would say so.",
    remedy: "Do what the message says, or write a portico.yaml with `portico import` and complete it.",
    bad: "nav: [\"*.md\"]", good: "nav: [setup.md, deploy.md]")
}
