package import Diagnostics
import SiteModel

extension Rule {
  /// The rules of this module.
  package static let checks: [Rule] =
    SiteChecks.all.flatMap { type(of: $0).rules } + SiteChecks.catalogueChecks.flatMap { $0.rules }
    + VanishedAddresses.rules + CoveredFiles.rules
}
