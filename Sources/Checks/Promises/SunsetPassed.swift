import Diagnostics
import Platform
import SiteModel
import YAML

/// Capabilities, templates and components whose last day has gone by.
///
/// A capability that has one and is not deprecated contradicts itself, which is reported with the catalogue.
struct SunsetPassed: CatalogueCheck {
  static let rule = Rule(
    "sunset-passed", .warning, in: .promises, "The day on which something was to end has gone by.",
    rationale: "A last day that passes and nothing happens teaches users to wait for the next one, too.",
    remedy: "Remove what has ended, with its pages, or write the day on which it really ends.",
    bad: "lifecycle: deprecated\nsunset: 2020-03-31", good: "lifecycle: deprecated\nsunset: 2099-03-31")

  static let rules = [rule]

  private let platform: PlatformFacts

  init(_ platform: PlatformFacts) { self.platform = platform }

  func check(_ site: Site) -> [Diagnostic] {
    platform.catalogue.things.compactMap { thing in
      guard let sunset = thing.sunset, sunset.value < site.asOf, thing.isDeprecated || thing.kind != "capability" else {
        return nil
      }
      return Diagnostic(
        SunsetPassed.rule, "the sunset of \(thing.words) has passed", at: sunset.span,
        help: "Remove it with its pages, or write the day on which it really ends.")
    }
  }
}
