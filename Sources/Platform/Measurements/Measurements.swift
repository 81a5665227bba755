package import Diagnostics
package import YAML

/// What was measured of an objective over some time (formats.md, "Measurements").
package struct Measurements: Sendable {
  package struct Slice: Sendable {
    package let time: Range<Instant>
    /// Nil where nothing was measured.
    package let counts: Counts?
    /// Whether what was counted are time slices, already judged, not events.
    package var countsTimeSlices = false
    package let span: SourceSpan
  }

  /// Good out of all; `good` is at most `total`.
  ///
  /// Whole numbers, unless a monitoring system estimates them.
  package struct Counts: Sendable, Hashable {
    package let good: Fraction
    package let total: Fraction
  }

  /// A time that counts neither way.
  package struct Exclusion: Sendable {
    package let time: Range<Instant>
    package let reason: String
    /// When users were told.
    package let notice: CalendarDate?
    package let span: SourceSpan
  }

  /// What the numbers of a slice count.
  enum Unit: String, CaseIterable {
    case events, timeslices
  }

  /// Nil for a file that says itself what it measures.
  package let metadata: Metadata?
  package let slo: Located<String>
  /// Display name or index of the objective; nil where the SLO has one only.
  package let objective: Located<String>?
  package let source: String?
  /// Nil where neither the document nor its file tells.
  package let asOf: Located<Instant>?
  package let slices: [Slice]
  package let exclusions: [Exclusion]
  /// Whether something was wrong that was reported already.
  package let isFaulty: Bool

  /// Whether a finding leaves no verdict to draw from the numbers that it is about.
  static func makesInvalid(_ finding: Diagnostic) -> Bool {
    finding.rule == .invalidMeasurements || finding.severity == .error
  }
}

extension Measurements.Slice {
  /// A slice of what was counted, or what contradicts itself in it.
  static func make(
    _ time: Range<Instant>, good: Fraction, total: Fraction, at span: SourceSpan
  ) -> Outcome<Measurements.Slice?> {
    guard good <= total else {
      return Outcome(
        nil,
        [
          Diagnostic(
            .invalidMeasurements, "\(good.shortText) good out of \(total.shortText) cannot be", at: span,
            help: "Correct the query: good events are some of all events.")
        ])
    }
    return Outcome(Measurements.Slice(time: time, counts: .init(good: good, total: total), span: span))
  }

  /// A finding where a slice is not over when the numbers were taken.
  func endsAfter(_ asOf: Instant) -> Diagnostic? {
    guard time.upperBound > asOf else { return nil }
    return Diagnostic(
      .invalidMeasurements, "the slice ends at \(time.upperBound.text), after 'asOf'", at: span,
      help: "Leave out a slice that is not over.")
  }
}

extension Fraction {
  /// Without digits that a whole number does not need.
  fileprivate var shortText: String { denominator == 1 ? String(numerator) : text(places: 2) }
}
