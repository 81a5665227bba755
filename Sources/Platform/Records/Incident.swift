import Diagnostics
package import YAML

/// Something that users felt, or maintenance that they may feel (formats.md, "Teams, incidents, decisions, changes").
package struct Incident: Sendable {
  package enum Severity: String, Sendable, CaseIterable {
    /// Users could tell, but nothing that they needed failed.
    case notice
    /// Some of it failed, or was slow.
    case disrupted
    case down
  }

  package enum State: String, Sendable, CaseIterable {
    /// An incident that is not over.
    case open
    case resolved
    /// Maintenance that has not begun.
    case upcoming
    case inProgress = "in-progress"
    /// Maintenance that is over.
    case done
  }

  package let page: RecordPage
  package let severity: Severity
  /// References to capabilities, or their titles.
  package let affected: [Located<String>]
  /// An announcement as cState has it: nothing that anybody repairs.
  package let isInformational: Bool
  /// The window of maintenance; nil for an incident.
  package let planned: Range<Instant>?
  private let times: IncidentTimes

  /// When it began, where that is known to be earlier than its detection.
  package var started: Instant? { times.started?.value }

  /// Of maintenance, the beginning of its window.
  package let detected: Instant

  /// When users were told.
  package var declared: Instant? { times.declared?.value }

  /// When users felt it no longer.
  package var repaired: Instant? { times.repaired?.value }

  /// When the work on it was over.
  package var resolved: Instant? { times.resolved?.value }

  package var isMaintenance: Bool { planned != nil }

  /// The day of the review after it.
  package var reviewed: CalendarDate? { page.reviewed }

  /// Seconds that users felt it: from the start, or where that is not known the detection, to the repair; nil while it lasts
  /// and where the times are out of order.
  package var duration: Int? {
    planned?.length ?? (repaired ?? resolved).flatMap { $0.elapsed(since: started ?? detected) }
  }

  /// Seconds from detection to repair; nil for maintenance, where nothing was repaired, and where the times are out of order.
  package var timeToRepair: Int? { isMaintenance || isInformational ? nil : repaired?.elapsed(since: detected) }

  /// How it stands on a day.
  ///
  /// What a page says of the day itself has happened; maintenance counts until the day is over, so that a site built in the
  /// morning still warns of the evening.
  package func state(on day: CalendarDate) -> State {
    let midnight = Instant(endOf: day)
    let isOver = (resolved ?? (isMaintenance ? repaired : nil)).map { $0 < midnight } ?? false
    if let planned {
      if isOver || planned.upperBound <= Instant(startOf: day) { return .done }
      return planned.lowerBound < midnight ? .inProgress : .upcoming
    }
    if isOver { return .resolved }
    guard isInformational else { return .open }
    return detected < midnight ? .done : .upcoming
  }

  /// Whether users felt it, or were to feel it, at some moment of a time; what is open lasts until the end of a day.
  package func touches(_ time: Range<Instant>, asOf day: CalendarDate) -> Bool {
    let begin = planned?.lowerBound ?? started ?? detected
    let end = planned?.upperBound ?? repaired ?? resolved ?? Instant(endOf: day)
    return begin < time.upperBound && (end > time.lowerBound || begin >= time.lowerBound)
  }

  /// Whether it is over and worth a review, as no notice is.
  package func wantsReview(on day: CalendarDate) -> Bool {
    !isMaintenance && severity != .notice && state(on: day) == .resolved
  }

  /// Seconds that an open incident has lasted at the end of a day; nil for what is not open.
  package func runningTime(on day: CalendarDate) -> Int? {
    state(on: day) == .open ? Instant(endOf: day) - (started ?? detected) : nil
  }

  /// Reports what it says to have happened after a day.
  func checkPast(_ day: CalendarDate) -> Diagnostic? {
    guard !isMaintenance, !isInformational, let last = times.last, last.value.date > day else { return nil }
    return Diagnostic(
      .recordToCome, "the incident has a moment that is yet to come, \(last.value.text)", at: last.span,
      help: "Correct it, write maintenance with 'planned', or build for a later day with --as-of.")
  }
}

extension Incident {
  static func read(_ page: RecordPage) -> Outcome<Incident?> {
    var reader = page.details
    let incident = read(&reader, page)
    reader.finish()
    return Outcome(incident, reader.diagnostics)
  }

  private static func read(_ reader: inout MappingReader, _ page: RecordPage) -> Incident? {
    // A key of cState that says nothing here.
    reader.ignore("pin")
    let isInformational = reader.bool("informational")?.value ?? false
    let severity = reader.choice("severity", as: Severity.self, required: !isInformational)?.value
    let affected = reader.texts("affected")
    let planned = reader.mapping("planned", what: "planned", readWindow)
    let times = IncidentTimes(&reader, isPlanned: reader.node("planned") != nil)
    let duration = reader.period("duration")
    guard let severity = severity ?? (isInformational ? .notice : nil),
      let detected = times.detected?.value ?? planned?.lowerBound
    else { return nil }
    let incident = Incident(
      page: page, severity: severity, affected: affected, isInformational: isInformational, planned: planned,
      times: times, detected: detected)
    if let duration { incident.check(duration, &reader) }
    return incident
  }

  private static func readWindow(_ inner: inout MappingReader) -> Range<Instant>? {
    let from = inner.moment("from", required: true)
    let to = inner.moment("to", required: true)
    guard let from, let to else { return nil }
    guard from.value < to.value else {
      inner.report(
        Diagnostic(
          .recordTimes, "the maintenance ends before it begins", at: to.span, help: "Correct 'from' or 'to'."))
      return nil
    }
    return from.value..<to.value
  }

  /// A stated duration is never shown; it only has to agree, to the minute.
  private func check(_ stated: Located<Period>, _ reader: inout MappingReader) {
    guard let minutes = duration.map({ $0 / 60 }), stated.value.inMinutes != minutes else { return }
    let right = Period(minutes: minutes)
    reader.report(
      Diagnostic(
        .incidentDuration, "its times make \(right.words), it says \(stated.value.words)", at: stated.span,
        help: "Write 'duration: \(right.iso)', or leave it out: it is computed. Or correct the times."))
  }
}

extension Instant {
  /// Seconds; nil if the other comes later.
  fileprivate func elapsed(since other: Instant) -> Int? { other <= self ? self - other : nil }
}
