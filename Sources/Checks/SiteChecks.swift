package import Platform
package import SiteModel

/// The checks of this module.
package enum SiteChecks {
  /// Those that a site is enough for.
  package static let all: [any SiteCheck] = [
    BrokenLinks(), HeadingLevels(), SecondTitle(), DuplicateIDs(), EmptyLinks(), VagueLinks(), TableHeaders(),
    PageTypes(), PageOwners(), PageLength(), InclusiveLanguage(), WordChoice(), ReviewOverdue(),
    OrphanPages(), PagesOutsideNavigation(),
  ]

  static let catalogueChecks: [any CatalogueCheck.Type] = [
    CapabilityPromises.self, DeprecatedWithoutEnd.self, DeprecatedLinks.self, SunsetPassed.self, RoadmapOverdue.self,
    ServiceLevelCapability.self, ServiceLevelBreached.self, TemplateOwners.self, TemplateDocumentation.self,
  ]

  /// Those of a catalogue, as `DomainPages` wants them.
  @Sendable package static func ofCatalogue(
    _ catalogue: Catalogue, _ report: ServiceLevelReport,
    _ facts: @escaping @Sendable (Site) -> (Capability) -> CapabilityFacts
  ) -> [any SiteCheck] {
    let platform = PlatformFacts(catalogue: catalogue, report: report, facts: facts)
    return catalogueChecks.map { $0.init(platform) }
  }
}

/// What checks of the platform look at besides the site.
struct PlatformFacts: Sendable {
  let catalogue: Catalogue
  let report: ServiceLevelReport
  /// What a finished site shows of each capability.
  let facts: @Sendable (Site) -> (Capability) -> CapabilityFacts
}

/// A check of a site together with the catalogue behind it.
protocol CatalogueCheck: SiteCheck {
  init(_ platform: PlatformFacts)
}
