/// How much was good out of how much: events, or seconds for the methods that count time.
package struct Tally: Sendable, Hashable {
  package private(set) var good = Fraction.zero
  package private(set) var total = Fraction.zero

  init() {}

  init(good: Fraction, total: Fraction) {
    self.good = good
    self.total = total
  }

  /// The share that was good; nil where there was nothing to count.
  package var sli: Fraction? { total > .zero ? good / total : nil }

  package var bad: Fraction { total + good * Fraction(-1) }

  static func + (left: Tally, right: Tally) -> Tally {
    Tally(good: left.good + right.good, total: left.total + right.total)
  }

  /// What a slice adds; nothing where there is no data, or no event, which is no data either.
  init(
    _ slice: Measurements.Slice, of objective: ServiceLevelObjective.Objective, by method: BudgetingMethod
  ) {
    self.init()
    guard let counts = slice.counts, counts.total > .zero else { return }
    let seconds = Fraction(Int128(slice.time.length))
    switch method {
    case .occurrences:
      self = Tally(good: counts.good, total: counts.total)
    case .timeslices where slice.countsTimeSlices, .ratioTimeslices where slice.countsTimeSlices:
      // Weighed by their length, so that they add up with slices of other lengths.
      let length = Fraction(Int128(objective.timeSliceWindow?.seconds ?? 60))
      self = Tally(good: counts.good * length, total: counts.total * length)
    case .timeslices:
      let isGood = counts.good / counts.total >= (objective.timeSliceTarget?.ratio ?? .one)
      self = Tally(good: isGood ? seconds : .zero, total: seconds)
    case .ratioTimeslices:
      self = Tally(good: seconds * counts.good / counts.total, total: seconds)
    }
  }
}

/// What a target leaves to spend, and how much of it is spent.
package struct ErrorBudget: Sendable {
  /// The share that was good.
  package let sli: Fraction
  /// From 0 to below 1.
  package let target: ExactDecimal

  /// E/B with E = 1 − SLI and B = 1 − target: 1 when the budget is just spent.
  ///
  /// It is the burn rate too.
  package var consumed: Fraction { sli.complement / (ExactDecimal(1) - target).ratio }

  /// 1 − E/B; below zero when overspent.
  package var remaining: Fraction { consumed.complement }

  package var isMet: Bool { sli >= target.ratio }

  /// What the budget alone tells, of measurements that are neither stale nor invalid.
  var state: ObjectiveStatus.State {
    guard isMet else { return .breached }
    return remaining < Fraction(1, over: 4) ? .atRisk : .met
  }
}

/// How fast a budget must burn for a share of it to be gone after a time: what alerts are set to.
package struct AlertFactor: Sendable {
  /// Percent of the budget.
  package let percent: Int
  /// Seconds.
  package let lookBack: Int
  /// pct · W / 100 / long.
  package let factor: Fraction

  /// The four that are used by habit, where the window is longer than their look-back.
  ///
  /// Source: Google, "The Site Reliability Workbook", chapter 5.
  package static func all(window seconds: Int) -> [AlertFactor] {
    [(2, 3_600), (5, 21_600), (10, 86_400), (10, 259_200)].filter { $0.1 < seconds }.map { percent, lookBack in
      AlertFactor(
        percent: percent, lookBack: lookBack,
        factor: Fraction(Int128(percent) * Int128(seconds), over: 100 * Int128(lookBack)))
    }
  }
}
