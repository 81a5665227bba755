package import Diagnostics

/// One check of a finished site.
///
/// It reads and reports; it changes nothing.
package protocol SiteCheck: Sendable {
  /// The rules that the check may report.
  static var rules: [Rule] { get }

  func check(_ site: Site) -> [Diagnostic]
}
