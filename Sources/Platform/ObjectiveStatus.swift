/// How an objective stands, with everything that its verdict was computed from.
package struct ObjectiveStatus: Sendable {
  /// From the worst to the best.
  package enum State: String, Sendable, CaseIterable, Comparable {
    case breached, invalid
    /// Less than a quarter of the budget is left.
    case atRisk = "at-risk"
    /// The last measurement is older than the site allows.
    case stale
    case noData = "no-data"
    case met

    package static func < (left: State, right: State) -> Bool {
      allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
    }
  }

  /// What was measured in a time.
  package struct Share: Sendable {
    package let time: Range<Instant>
    package let tally: Tally
    /// Nil where nothing was measured.
    package let budget: ErrorBudget?
  }

  package struct BurnRate: Sendable {
    /// Seconds.
    package let lookBack: Int
    package let rate: Fraction
  }

  /// What was left of the budget at a moment.
  package struct BurnDownPoint: Sendable {
    package let at: Instant
    package let remaining: Fraction
  }

  /// How fast the budget burns, over the last seven days and the seven before.
  package struct Trend: Sendable {
    package let recent: Fraction
    package let before: Fraction
  }

  package let state: State
  /// When the measurements were taken; nil without any.
  package let asOf: Instant?
  /// When what was measured last is too old to tell how the service does; nil where nothing was measured.
  package let staleAfter: Instant?
  package let sources: [String]
  /// The window and what was measured in it; a calendar window may end after `asOf`.
  package let window: Share?
  /// What exclusions took out of the window.
  package let excluded: Tally
  package let exclusions: [Measurements.Exclusion]
  /// Seconds of the window, up to `asOf`, without a measurement.
  package let unmeasured: Int
  /// For 1 hour, 6 hours, 1 day, 3 days and the look-backs of alerts: those that slices make up without a gap; shortest first.
  package let burnRates: [BurnRate]
  /// Nil where one of the two weeks was not measured at all.
  package let trend: Trend?
  /// Seconds until the budget is gone, at the burn rate of the last day or the longest look-back below it; nil if it is not burning.
  package let exhaustion: Int?
  package let burnDown: [BurnDownPoint]
  /// The last 90 days with a measurement of the objective, by the day in UTC; earliest first.
  package let days: [Share]
  /// The last 13 weeks with a measurement, from their Mondays in UTC; earliest first.
  package let weeks: [Share]
  /// By the month in UTC; latest first.
  package let months: [Share]

  /// The burn rate over a look-back of so many seconds; nil where it was not measured.
  package func burnRate(over lookBack: Int) -> Fraction? { burnRates.first { $0.lookBack == lookBack }?.rate }
}

extension ObjectiveStatus {
  /// A verdict without history, such as that on a composite.
  init(state: State, asOf: Instant?, staleAfter: Instant?, window: Share?) {
    self.init(
      state: state, asOf: asOf, staleAfter: staleAfter, sources: [], window: window, excluded: Tally(), exclusions: [],
      unmeasured: 0, burnRates: [], trend: nil, exhaustion: nil, burnDown: [], days: [], weeks: [], months: [])
  }
}
