package import Diagnostics

extension Rule {
  /// The rules of this module.
  package static let checks: [Rule] = BrokenLinks.rules
}
