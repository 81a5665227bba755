import SiteModel

extension DomainPlanner {
  /// What the platform has for programs.
  ///
  /// Feeds and calendars know their entries by full addresses, so a site without one has none.
  ///
  /// - Parameter pages: the Markdown pages of the site.
  func filePlans(for pages: [Document]) -> [FilePlan] {
    let plans = apiFiles.flatMap(\.plans) + badgePlans()
    return site.baseURL == nil ? plans : plans + feeds.flatMap(\.plans) + calendars(for: pages).map(\.plan)
  }
}
