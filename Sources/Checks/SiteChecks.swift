package import SiteModel

/// The checks of this module.
package enum SiteChecks {
  package static let all: [any SiteCheck] = [
    BrokenLinks(), HeadingLevels(), SecondTitle(), DuplicateIDs(), EmptyLinks(), VagueLinks(), TableHeaders(),
    PageTypes(), PageOwners(), PageLength(), InclusiveLanguage(), WordChoice(),
  ]
}
