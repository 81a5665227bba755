package import Diagnostics
import SiteModel

extension Rule {
  /// The rules of this module.
  package static let checks: [Rule] = {
    let ofSites = SiteChecks.all { _ in nil }.flatMap { type(of: $0).rules } + VanishedAddresses.rules
    return Set(ofSites + SiteChecks.catalogueChecks.flatMap { $0.rules }).sorted { $0.id < $1.id }
  }()
}
