package import YAML

/// What documents and data show of a capability on a day; its scorecard is drawn from nothing else.
package struct CapabilityFacts: Sendable {
  /// A page of the capability.
  package struct Guide: Sendable {
    /// After Diátaxis, as front matter writes it: `tutorial`, `how-to`, `reference`, `explanation`; nil for none.
    package let type: String?
    /// The last day on which its review holds; nil if the page never says.
    package let reviewedUntil: CalendarDate?

    package init(type: String?, reviewedUntil: CalendarDate?) {
      self.type = type
      self.reviewedUntil = reviewedUntil
    }
  }

  /// A step of an onboarding path that leads to a page of the capability.
  package struct Step: Sendable {
    package let time: Period?

    package init(time: Period?) { self.time = time }
  }

  package let capability: Capability
  package let asOf: CalendarDate
  /// Its own page is the first, if there is text on it.
  package var guides: [Guide] = []
  /// Links on its pages that lead nowhere.
  package var brokenLinks = 0
  package var hasOwner = false
  /// Of all its service levels.
  package var objectives: [ObjectiveStatus] = []
  /// The names of its templates that exist.
  package var templates: [String] = []
  package var steps: [Step] = []
  /// Incidents that are over, of the year before the day.
  package var incidents = 0
  package var unreviewedIncidents = 0

  package init(_ capability: Capability, asOf: CalendarDate) {
    self.capability = capability
    self.asOf = asOf
  }

  func guides(ofType type: String) -> Int { guides.count { $0.type == type } }
}

extension Period {
  /// The length with months of 30 days, to compare lengths.
  package var inMinutes: Int { (months * 30 + days) * 1_440 + minutes }
}
