package import Diagnostics
package import YAML

/// What the verdict over service levels depends on besides the documents.
package struct ReportTerms: Sendable {
  package let now: Instant
  /// How old measurements may be before they are stale.
  package let maxAge: Period
  package let zones: TimeZoneSource

  /// - Parameter asOf: the day whose end, in UTC, counts as now.
  package init(asOf: CalendarDate, maxAge: Period, zones: @escaping TimeZoneSource) {
    now = Instant(endOf: asOf)
    self.maxAge = maxAge
    self.zones = zones
  }
}

/// How every objective of a catalogue stands.
package struct ServiceLevelReport: Sendable {
  /// By the origin of the SLO, in the order of its objectives.
  private var statuses: [Int: [ObjectiveStatus]] = [:]
  /// By the origin of a composite.
  private var composites: [Int: CompositeStatus] = [:]

  /// In the order of the SLO's objectives.
  package func statuses(of slo: ServiceLevelObjective) -> [ObjectiveStatus] { statuses[slo.origin] ?? [] }

  /// How the whole of a composite stands; nil for any other SLO.
  package func whole(of slo: ServiceLevelObjective) -> CompositeStatus? { composites[slo.origin] }

  /// Every verdict on an SLO: that on its whole, where it is a composite, and those on its objectives.
  package func verdicts(on slo: ServiceLevelObjective) -> [ObjectiveStatus] {
    [whole(of: slo)?.status].compactMap { $0 } + statuses(of: slo)
  }

  /// The state of the whole, or of the SLO's worst objective; nil without objectives.
  package func state(of slo: ServiceLevelObjective) -> ObjectiveStatus.State? {
    whole(of: slo)?.status.state ?? statuses(of: slo).map(\.state).min()
  }

  package static func make(_ catalogue: Catalogue, terms: ReportTerms) -> Outcome<ServiceLevelReport> {
    var report = ServiceLevelReport()
    var diagnostics: [Diagnostic] = []
    var documents: [Key: [Measurements]] = [:]
    for measurements in catalogue.measurements {
      let key = catalogue.objective(of: measurements)
      diagnostics += key.diagnostics
      if let key = key.value { documents[key, default: []].append(measurements) }
    }
    for slo in catalogue.serviceLevels {
      let zone = slo.zone(terms.zones)
      let lookBacks = catalogue.openSLO.conditions(of: slo).map(\.lookBack.seconds)
      diagnostics += zone.diagnostics
      let parts = slo.objectives.enumerated().map { index, objective in
        let joined = MeasuredSeries.join(documents[Key(slo: slo.origin, objective: index)] ?? [], now: terms.now)
        diagnostics += joined.diagnostics + [objective.coarseSlice(in: joined.value, by: slo.method)].compactMap { $0 }
        let computation = StatusComputation(
          slo: slo, objective: objective, series: joined.value, zone: zone.value, now: terms.now,
          maxAge: terms.maxAge, alertLookBacks: lookBacks)
        return (computation: computation, status: computation.status())
      }
      report.statuses[slo.origin] = parts.map(\.status)
      if slo.isComposite {
        report.composites[slo.origin] = CompositeComputation(slo: slo, parts: parts, zone: zone.value).whole()
      }
    }
    return Outcome(report, diagnostics)
  }

  fileprivate struct Key: Hashable {
    let slo: Int
    let objective: Int
  }
}

extension ServiceLevelObjective.Objective {
  /// A finding at the first slice that is longer than those that the objective counts.
  fileprivate func coarseSlice(in series: MeasuredSeries, by method: BudgetingMethod) -> Diagnostic? {
    guard method != .occurrences, let window = timeSliceWindow,
      let slice = series.slices.first(where: { !$0.countsTimeSlices && $0.time.length > window.seconds })
    else { return nil }
    return Diagnostic(
      .coarseSlices, "the slice is longer than the \(window.words) that the objective counts", at: slice.span,
      help: "Export slices of \(window.words), or what the monitoring judged of them with 'counts: timeslices'.")
  }
}

extension ServiceLevelObjective {
  /// The zone of a calendar window; UTC where there is none or it is not known.
  fileprivate func zone(_ zones: TimeZoneSource) -> Outcome<ZoneRules> {
    guard let name = window?.timeZone, window?.isRolling == false else { return Outcome(.utc) }
    if let zone = ZoneRules(fixed: name.value) ?? zones(name.value) { return Outcome(zone) }
    return Outcome(
      .utc,
      [
        Diagnostic(
          .unsupportedTimeZone, "the time zone '\(name.value)' is not known, so the window is counted in UTC",
          at: name.span, help: "Write a zone such as Europe/Dublin, 'UTC', or an offset such as '+02:00'.")
      ])
  }
}

extension Catalogue {
  /// The objective that measurements are of; an unknown SLO is reported elsewhere.
  fileprivate func objective(of measurements: Measurements) -> Outcome<ServiceLevelReport.Key?> {
    guard let slo = serviceLevels.first(where: { $0.metadata.name.value == measurements.slo.value }) else {
      return Outcome(nil)
    }
    let names = slo.objectiveNames
    guard let wanted = measurements.objective else {
      if names.count == 1 { return Outcome(.init(slo: slo.origin, objective: 0)) }
      let message = "'\(slo.metadata.name.value)' has \(names.count) objectives, and the measurements name none"
      return Outcome(nil, [unknownObjective(message, measurements.slo.span, names)])
    }
    if let index = slo.objective(named: wanted.value) {
      return Outcome(.init(slo: slo.origin, objective: index))
    }
    let message = "'\(slo.metadata.name.value)' has no objective '\(wanted.value)'"
    return Outcome(nil, [unknownObjective(message, wanted.span, names)])
  }

  private func unknownObjective(_ message: String, _ span: SourceSpan, _ names: [String]) -> Diagnostic {
    Diagnostic(
      .unknownReference, message, at: span,
      help: names.count == 1
        ? "Leave 'objective' out: there is only one."
        : "Write one of: \(names.map { "'\($0)'" }.joined(separator: ", ")), or its index.")
  }
}
