package import Diagnostics

/// One check of a finished site.
///
/// It reads and reports; it changes nothing.
package protocol SiteCheck: Sendable {
  /// The rules that the check may report.
  static var rules: [Rule] { get }

  /// The words and phrases that the check looks for in running text; where they stand is in `Article.prose`.
  func phrases(_ settings: SiteSettings) -> [String]

  func check(_ site: Site) -> [Diagnostic]
}

extension SiteCheck {
  package func phrases(_ settings: SiteSettings) -> [String] { [] }
}
