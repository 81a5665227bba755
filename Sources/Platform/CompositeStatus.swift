/// How the whole of a composite stands, of which each objective is a part with its own indicator.
///
/// OpenSLO says how parts make up a whole, but gives the whole no target: that of its strictest part counts. By occurrences,
/// each part spends the budget of the whole at its own rate, times its weight. A time slice is bad for the whole if it is
/// for any part. The missing parts of mean ratios add up, times their weights, to all of it at most.
///
/// Source: OpenSLO v1, "Composite SLO".
package struct CompositeStatus: Sendable {
  /// What a part adds to the whole.
  package struct Part: Sendable {
    /// Its own budget spent by occurrences, else its own share that was bad; nil where nothing was measured.
    package let amount: Fraction?
    /// Times its weight.
    package let contribution: Fraction?
  }

  /// Its window counts time for time slices alone.
  package let status: ObjectiveStatus
  /// Of the strictest part.
  package let target: ExactDecimal
  /// In the order of the objectives.
  package let parts: [Part]
}

/// Computes how a composite stands from how its parts do.
struct CompositeComputation {
  let slo: ServiceLevelObjective
  /// In the order of the objectives.
  let parts: [(computation: StatusComputation, status: ObjectiveStatus)]
  let zone: ZoneRules

  private var target: ExactDecimal { slo.objectives.map(\.target).max() ?? ExactDecimal(0) }

  func whole() -> CompositeStatus {
    let window = window
    let asOf = parts.compactMap(\.status.asOf).max()
    return CompositeStatus(
      status: ObjectiveStatus(
        state: state(window?.budget), asOf: asOf, staleAfter: parts.compactMap(\.status.staleAfter).min(),
        window: window),
      target: target,
      parts: parts.map(part))
  }

  private func part(_ part: (computation: StatusComputation, status: ObjectiveStatus)) -> CompositeStatus.Part {
    let budget = part.status.window?.budget
    let amount = slo.method == .occurrences ? budget?.consumed : budget?.sli.complement
    // A slice is bad or not, however much it weighs.
    let weight = slo.method == .timeslices ? .one : part.computation.objective.weight.ratio
    return CompositeStatus.Part(amount: amount, contribution: amount.map { $0 * weight })
  }

  /// What nobody can tell of one part, nobody can tell of the whole.
  private func state(_ budget: ErrorBudget?) -> ObjectiveStatus.State {
    let states = parts.map(\.status.state)
    for state in [ObjectiveStatus.State.invalid, .stale, .noData] where states.contains(state) { return state }
    return budget?.state ?? .noData
  }

  private var window: ObjectiveStatus.Share? {
    guard let asOf = parts.compactMap(\.status.asOf).max(),
      let first = parts.compactMap(\.status.window?.time.lowerBound).min(), first < asOf
    else { return nil }
    let time = slo.window?.bounds(endingAt: asOf, in: zone) ?? first..<asOf
    if slo.method == .timeslices {
      let tally = CommonTime(parts.map { $0.computation.measured(in: time) }).tally
      let budget = tally.sli.map { ErrorBudget(sli: $0, target: target) }
      return ObjectiveStatus.Share(time: time, tally: tally, budget: budget)
    }
    let contributions = parts.compactMap { part($0).contribution }
    guard contributions.count == parts.count else { return nil }
    let sum = contributions.reduce(.zero) { $0 + $1 }
    // What the parts spend is a share of the whole's budget; as a share of all, that is so much of what may be bad.
    let missing = slo.method == .occurrences ? sum * (ExactDecimal(1) - target).ratio : min(sum, .one)
    let budget = ErrorBudget(sli: missing.complement, target: target)
    return ObjectiveStatus.Share(time: time, tally: Tally(), budget: budget)
  }
}

/// The time that several parts were measured in, and how much of it was good for all of them.
struct CommonTime {
  /// What a part measured over a time; nil where an exclusion takes it out.
  typealias Measured = (time: Range<Instant>, badShare: Fraction?)

  /// For each part, in the order of time.
  private let parts: [[Measured]]

  init(_ parts: [[Measured]]) { self.parts = parts }

  /// A time counts if every part was measured that no exclusion takes out, or if any was bad.
  ///
  /// Slices that were counted, not measured one by one, count as though never two parts were bad at once.
  var tally: Tally {
    let bounds = Set(parts.joined().flatMap { [$0.time.lowerBound, $0.time.upperBound] }).sorted()
    var places = parts.map { _ in 0 }
    var tally = Tally()
    for (from, to) in zip(bounds, bounds.dropFirst()) {
      var bad = Fraction.zero
      var (measured, missing) = (0, 0)
      for (index, slices) in parts.enumerated() {
        while places[index] < slices.count, slices[places[index]].time.upperBound <= from { places[index] += 1 }
        guard places[index] < slices.count, slices[places[index]].time.lowerBound <= from else {
          missing += 1
          continue
        }
        guard let share = slices[places[index]].badShare else { continue }
        measured += 1
        bad = bad + share
      }
      guard measured > 0, missing == 0 || bad > .zero else { continue }
      let length = Fraction(Int128(to - from))
      tally = tally + Tally(good: length * min(bad, .one).complement, total: length)
    }
    return tally
  }
}
