package import Bytes
package import Platform
package import SiteModel
import YAML

extension Lifecycle: APIValue {}
extension Maturity: APIValue {}
extension Enforcement: APIValue {}
extension BudgetingMethod: APIValue {}
extension ObjectiveStatus.State: APIValue {}
extension Roadmap.Horizon: APIValue {}
extension Roadmap.Phase: APIValue {}
extension Roadmap.Confidence: APIValue {}
extension RelationGraph.Role: APIValue {}
extension ScorecardQuestion: APIValue {}
extension ScorecardFinding.Verdict: APIValue {}
extension TeamCharter.Kind: APIValue {}
extension TeamCharter.Mode: APIValue {}
extension Incident.Severity: APIValue {}
extension Incident.State: APIValue {}
extension Decision.Status: APIValue {}

extension Instant: APIValue {
  package static func schema(_ definitions: inout APIDefinitions) -> JSON { ["type": "string", "format": "date-time"] }
  package var json: JSON { .text(iso) }
}

/// A number with a point, digit by digit.
///
/// It is a JSON number, not a text, so that tools can reckon with it: targets have 15 digits at most, which readers of
/// doubles give back as they were. Where a verdict hangs on it, the state beside it was computed from the exact numbers.
struct APINumber: APIValue {
  private let digits: String

  init(_ decimal: ExactDecimal) { digits = decimal.description }

  /// A ratio with nine places at most, cut so that it never looks better than it is: good down, bad up.
  init(_ fraction: Fraction, roundedUp: Bool = false) {
    var digits = fraction.text(places: 9, roundedUp: roundedUp)
    while digits.hasSuffix("0") { digits.removeLast() }
    self.digits = digits.hasSuffix(".") ? String(digits.dropLast()) : digits
  }

  static func schema(_ definitions: inout APIDefinitions) -> JSON { ["type": "number"] }
  var json: JSON { .decimal(digits) }
}

extension PlanContext {
  /// The page of a folder; nil if there is none.
  func address(of folder: String) -> APIAddress? { link(folder: folder).map { APIAddress($0.href) } }

  /// A Markdown page by its content path; nil if there is none.
  func address(ofPage path: String) -> APIAddress? { link(document: path).map { APIAddress($0.href) } }
}

/// Something that is referred to: by its reference, its name, and its page where it has one.
struct ReferenceEntry: APIRecord {
  private let reference: EntityReference
  private let link: EntityLink

  /// - Parameter text: how the reference was written, which is its title where it leads nowhere.
  init(_ reference: EntityReference, as text: String? = nil, _ planner: DomainPlanner, _ context: PlanContext) {
    self.reference = reference
    link = EntityLink(reference, as: text, planner, context)
  }

  /// - Parameter kind: the kind of a reference that names none.
  init(_ text: String, kind: String, _ planner: DomainPlanner, _ context: PlanContext) {
    self.init(EntityReference(text, defaultKind: kind), as: text, planner, context)
  }

  static let shape = APIShape<ReferenceEntry>(
    "reference",
    [
      APIField("ref", "An entity reference: `group:platform`.") { $0.reference.description },
      APIField("title") { $0.link.title },
      APIField("url", "Of its page.") { $0.link.href.map(APIAddress.init) },
    ])
}
