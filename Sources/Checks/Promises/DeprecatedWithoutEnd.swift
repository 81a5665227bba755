import Diagnostics
import Platform
import SiteModel
import YAML

/// Deprecated capabilities, templates and components of which nobody knows how long they stay.
///
/// Some end without a successor, so a sunset alone is enough.
struct DeprecatedWithoutEnd: CatalogueCheck {
  static let rule = Rule(
    "deprecated-without-end", .warning, in: .promises,
    "Something is deprecated, and nothing says when it ends or what replaces it.",
    rationale: "Nobody plans a move without a date and a place to go, so nobody moves.",
    remedy: """
      Give a capability its 'sunset', and with it 'replacedBy'; a template or component the annotations \
      'portico/sunset' and 'portico/replaced-by'.
      """,
    bad: "lifecycle: deprecated",
    good: "lifecycle: deprecated\nreplacedBy: capability:vault2\nsunset: 2027-03-31")

  static let rules = [rule]

  private let platform: PlatformFacts

  init(_ platform: PlatformFacts) { self.platform = platform }

  func check(_ site: Site) -> [Diagnostic] {
    platform.catalogue.things.filter { $0.isDeprecated && !$0.hasSunset }.map { thing in
      let what = thing.successor == nil ? "what replaces it or when it ends" : "when it ends"
      return Diagnostic(
        DeprecatedWithoutEnd.rule, "\(thing.words) is deprecated, and nothing says \(what)", at: thing.name.span,
        help: "Write the last day that it can be used: \(thing.sunsetKey).")
    }
  }
}

extension PlatformThing {
  fileprivate var sunsetKey: String {
    kind == "capability" ? "'sunset: 2027-03-31'" : "the annotation 'portico/sunset: \"2027-03-31\"'"
  }
}
