import Diagnostics
package import YAML

/// Something that users felt, or planned work that they may feel (formats.md, "Teams, incidents, decisions, changes").
package struct Incident: Sendable {
  package enum Severity: String, Sendable, CaseIterable {
    /// Users could tell, but nothing that they needed failed.
    case notice
    /// Some of it failed, or was slow.
    case disrupted
    case down
  }

  package enum State: String, Sendable {
    /// An incident that is not over.
    case open
    case resolved
    /// Planned work that has not begun.
    case upcoming
    case inProgress = "in-progress"
    /// Planned work that is over.
    case done
  }

  package let page: RecordPage
  package let severity: Severity
  /// References to capabilities.
  package let affected: [Located<String>]
  /// When it began, where that is known to be earlier than its detection.
  package let started: Instant?
  /// Of planned work, the beginning of its window.
  package let detected: Instant
  package let declared: Instant?
  /// When users felt it no longer.
  package let repaired: Instant?
  package let resolved: Instant?
  /// The window of planned work; nil for an incident.
  package let planned: Range<Instant>?

  package var isMaintenance: Bool { planned != nil }

  /// The day of the review after it.
  package var reviewed: CalendarDate? { page.reviewed }

  /// Seconds that users felt it: from the start, or where that is not known the detection, to the repair; nil while it lasts.
  package var duration: Int? {
    planned?.length ?? (repaired ?? resolved).map { $0 - (started ?? detected) }
  }

  /// Seconds from detection to repair; nil for planned work and where nothing was repaired.
  package var timeToRepair: Int? { isMaintenance ? nil : repaired.map { $0 - detected } }

  package func state(at now: Instant) -> State {
    if let planned {
      return now <= planned.lowerBound ? .upcoming : now < planned.upperBound ? .inProgress : .done
    }
    return resolved.map { $0 <= now } == true ? .resolved : .open
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
    // Keys of cState that say nothing here, or that others say.
    reader.ignore("pin", "duration")
    let isNotice = reader.bool("informational")?.value ?? false
    let severity = reader.choice("severity", as: Severity.self, required: !isNotice)?.value
    let affected = reader.texts("affected")
    let planned = reader.mapping("planned", what: "planned", readWindow)
    let times = Times(&reader, isPlanned: planned != nil)
    times.check(&reader)
    guard let severity = severity ?? (isNotice ? .notice : nil),
      let detected = times.detected?.value ?? planned?.lowerBound
    else { return nil }
    let incident = Incident(
      page: page, severity: severity, affected: affected, started: times.started?.value, detected: detected,
      declared: times.declared?.value, repaired: times.repaired?.value, resolved: times.resolved?.value,
      planned: planned)
    incident.checkDuration(&reader)
    return incident
  }

  private static func readWindow(_ inner: inout MappingReader) -> Range<Instant>? {
    let from = inner.instant("from", required: true)
    let to = inner.instant("to", required: true)
    guard let from, let to else { return nil }
    guard from.value < to.value else {
      inner.report(
        Diagnostic(
          .recordTimes, "the planned work ends before it begins", at: to.span, help: "Correct 'from' or 'to'."))
      return nil
    }
    return from.value..<to.value
  }

  /// A stated duration is never shown; it only has to agree.
  private func checkDuration(_ reader: inout MappingReader) {
    guard let stated = reader.period("duration"), let duration else { return }
    let seconds = stated.value.inMinutes * 60
    guard seconds / 60 != duration / 60 else { return }
    let right = Period(minutes: duration / 60)
    reader.report(
      Diagnostic(
        .incidentDuration, "its times make \(right.words), it says \(stated.value.words)", at: stated.span,
        help: "Remove 'duration', which is computed, or correct the times."))
  }

  /// The moments of an incident, in the order in which they come.
  private struct Times {
    let started: Located<Instant>?
    let detected: Located<Instant>?
    let declared: Located<Instant>?
    let repaired: Located<Instant>?
    let resolved: Located<Instant>?

    /// cState says `resolved: true` and when in `resolvedWhen`.
    init(_ reader: inout MappingReader, isPlanned: Bool) {
      started = reader.instant("started")
      detected = reader.instant("detected", aliases: ["date"], required: !isPlanned)
      declared = reader.instant("declared")
      repaired = reader.instant("repaired")
      let when = reader.instant("resolvedWhen")
      let isFlag = reader.node("resolved")?.text.map { ["true", "false"].contains($0.lowercased()) } ?? false
      resolved = isFlag ? (reader.bool("resolved")?.value == true ? when : nil) : reader.instant("resolved") ?? when
    }

    func check(_ reader: inout MappingReader) {
      let order: [(String, Located<Instant>?, String, Located<Instant>?)] = [
        ("started", started, "detected", detected), ("detected", detected, "declared", declared),
        ("detected", detected, "repaired", repaired), ("repaired", repaired, "resolved", resolved),
        ("detected", detected, "resolved", repaired == nil ? resolved : nil),
      ]
      for (first, earlier, second, later) in order {
        guard let earlier, let later, later.value < earlier.value else { continue }
        reader.report(
          Diagnostic(
            .recordTimes, "'\(second)' lies before '\(first)'", at: later.span,
            help: "Correct one of the two: 'started', 'detected', 'repaired' and 'resolved' follow one another."))
      }
    }
  }
}
