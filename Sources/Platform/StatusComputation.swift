import YAML

/// Computes how an objective stands from what was measured.
struct StatusComputation {
  let slo: ServiceLevelObjective
  let objective: ServiceLevelObjective.Objective
  let series: MeasuredSeries
  let zone: ZoneRules
  let now: Instant
  /// How old measurements may be.
  let maxAge: Period
  /// What alerts look back on, in seconds, besides what everybody wants to know.
  let alertLookBacks: [Int]

  private var lookBacks: [Int] { Set([3_600, 21_600, 86_400, 259_200] + alertLookBacks).sorted() }

  func status() -> ObjectiveStatus {
    let bounds = windowBounds
    let inside = bounds.map { bounds in series.slices.filter { bounds.holds($0.time) } } ?? []
    let window = bounds.map { share(of: inside, in: $0) }
    let rates = burnRates(window: bounds?.length ?? 0)
    return ObjectiveStatus(
      state: state(window), asOf: series.asOf, staleAfter: staleAfter, sources: series.sources, window: window,
      excluded: tally(inside.filter(series.isExcluded)),
      exclusions: series.exclusions.filter { bounds?.overlaps($0.time) ?? false },
      unmeasured: bounds.map { unmeasured(in: $0, inside) } ?? 0, burnRates: rates,
      trend: trend, exhaustion: window.flatMap { exhaustion($0, rates) },
      burnDown: window.map { burnDown($0, inside) } ?? [],
      days: history { $0 }.suffix(90), weeks: history(by: \.monday).suffix(13),
      months: history { CalendarDate(year: $0.year, month: $0.month, day: 1) ?? $0 }.reversed())
  }

  /// Without a window in the SLO, all that was measured.
  private var windowBounds: Range<Instant>? {
    guard let asOf = series.asOf, let first = series.slices.first?.time.lowerBound, first < asOf else { return nil }
    return slo.window?.bounds(endingAt: asOf, in: zone) ?? first..<asOf
  }

  private func tally(_ slices: some Sequence<Measurements.Slice>) -> Tally {
    slices.reduce(Tally()) { $0 + Tally($1, of: objective, by: slo.method) }
  }

  private func share(of slices: [Measurements.Slice], in time: Range<Instant>) -> ObjectiveStatus.Share {
    let tally = tally(slices.filter { !series.isExcluded($0) })
    let budget = tally.sli.map { ErrorBudget(sli: $0, target: objective.target) }
    return ObjectiveStatus.Share(time: time, tally: tally, budget: budget)
  }

  private func state(_ window: ObjectiveStatus.Share?) -> ObjectiveStatus.State {
    guard !series.isInvalid else { return .invalid }
    guard let staleAfter, let budget = window?.budget else { return .noData }
    return now > staleAfter ? .stale : budget.state
  }

  /// What was measured in a time, slice by slice, in the order of time.
  func measured(in time: Range<Instant>) -> [CommonTime.Measured] {
    series.slices.filter { time.holds($0.time) }.compactMap { slice in
      if series.isExcluded(slice) { return (slice.time, nil) }
      let tally = Tally(slice, of: objective, by: slo.method)
      return tally.sli.map { (slice.time, $0.complement) }
    }
  }

  private var staleAfter: Instant? {
    guard let measured = series.slices.last(where: { $0.counts != nil })?.time.upperBound else { return nil }
    let midnight = Instant(startOf: measured.date)
    return Instant(startOf: measured.date.adding(maxAge)) + (measured - midnight) + maxAge.minutes * 60
  }

  private func unmeasured(in bounds: Range<Instant>, _ inside: [Measurements.Slice]) -> Int {
    let end = min(bounds.upperBound, series.asOf ?? bounds.upperBound)
    let measured = inside.filter { $0.counts != nil }.reduce(0) { $0 + $1.time.length }
    return max(0, end - bounds.lowerBound - measured)
  }

  /// Look-backs end with the last slice, if no more than its own length has passed since.
  private func burnRates(window: Int) -> [ObjectiveStatus.BurnRate] {
    guard let last = series.slices.last?.time, let asOf = series.asOf, asOf - last.upperBound <= last.length else {
      return []
    }
    return lookBacks.filter { $0 <= window }.compactMap { lookBack in
      let time = last.upperBound - lookBack..<last.upperBound
      let slices = Array(series.slices.reversed().prefix { $0.time.lowerBound >= time.lowerBound })
      guard slices.reduce(0, { $0 + $1.time.length }) == lookBack else { return nil }
      return share(of: slices, in: time).budget.map { .init(lookBack: lookBack, rate: $0.consumed) }
    }
  }

  private var trend: ObjectiveStatus.Trend? {
    guard let asOf = series.asOf else { return nil }
    let week = 7 * 86_400
    let rates = [asOf - week, asOf - 2 * week].map { from in
      let time = from..<from + week
      return share(of: series.slices.filter { time.holds($0.time) }, in: time).budget?.consumed
    }
    return rates[0].flatMap { recent in rates[1].map { ObjectiveStatus.Trend(recent: recent, before: $0) } }
  }

  private func exhaustion(_ window: ObjectiveStatus.Share, _ rates: [ObjectiveStatus.BurnRate]) -> Int? {
    guard let rate = rates.last(where: { $0.lookBack <= 86_400 }) ?? rates.first, rate.rate > .zero,
      let remaining = window.budget?.remaining
    else { return nil }
    return Int((max(remaining, .zero) * Fraction(Int128(window.time.length)) / rate.rate).floor)
  }

  /// The budget is that of all that the window has counted, so that the line ends at what is left now.
  private func burnDown(_ window: ObjectiveStatus.Share, _ inside: [Measurements.Slice])
    -> [ObjectiveStatus.BurnDownPoint]
  {
    let budget = (ExactDecimal(1) - objective.target).ratio * window.tally.total
    guard budget > .zero else { return [] }
    var spent = Fraction.zero
    var points = [ObjectiveStatus.BurnDownPoint(at: window.time.lowerBound, remaining: .one)]
    for slice in inside where !series.isExcluded(slice) {
      spent = spent + Tally(slice, of: objective, by: slo.method).bad
      points.append(.init(at: slice.time.upperBound, remaining: (spent / budget).complement))
    }
    return points
  }

  /// What was measured in each part of the calendar; a slice belongs to the part that it begins in.
  private func history(by part: (CalendarDate) -> CalendarDate) -> [ObjectiveStatus.Share] {
    var parts: [(first: CalendarDate, slices: [Measurements.Slice])] = []
    for slice in series.slices {
      let first = part(slice.time.lowerBound.date)
      if parts.last?.first != first { parts.append((first, [])) }
      parts[parts.count - 1].slices.append(slice)
    }
    return parts.map { first, slices in
      let end = slices.last?.time.upperBound ?? Instant(startOf: first)
      return share(of: slices, in: Instant(startOf: first)..<end)
    }
  }
}

extension CalendarDate {
  /// The first day of its week.
  fileprivate var monday: CalendarDate {
    // The first day of 1970 was a Thursday.
    CalendarDate(daysSinceEpoch: (daysSinceEpoch + 3).flooredQuotient(by: 7) * 7 - 3)
  }
}
