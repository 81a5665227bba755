package import Platform
package import SiteModel

/// The checks of this module.
package enum SiteChecks {
  /// Those of any site.
  ///
  /// - Parameter repository: what is known of the repository that the site lies in, asked where a page speaks of its files.
  package static func all(in repository: @escaping @Sendable (Site) -> CoveredRepository?) -> [any SiteCheck] {
    plain + [BrokenLinks(repository), RepositoryLinks(repository), CoveredFiles(repository)]
  }

  /// Those that a site is enough for.
  private static let plain: [any SiteCheck] = [
    HeadingLevels(), SecondTitle(), DuplicateIDs(), EmptyLinks(), VagueLinks(), TableHeaders(),
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
