package import Diagnostics
package import YAML

/// What was measured of an objective over some time (formats.md, "Measurements").
package struct Measurements: Sendable {
  package struct Slice: Sendable {
    package let time: Range<Instant>
    /// Nil where nothing was measured.
    package let counts: Counts?
    /// Whether what was counted are time slices, already judged, not events.
    package let countsTimeSlices: Bool
    package let span: SourceSpan
  }

  /// Good out of all; `good` is at most `total`.
  package struct Counts: Sendable, Hashable {
    package let good: Int
    package let total: Int
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

  /// Index of the document that it was read from.
  package let origin: Int
  package let metadata: Metadata
  package let slo: Located<String>
  /// Display name or index of the objective; nil where the SLO has one only.
  package let objective: Located<String>?
  package let source: String?
  package let asOf: Located<Instant>
  package let slices: [Slice]
  package let exclusions: [Exclusion]
  /// Whether something was wrong that was reported already.
  package let isFaulty: Bool
}

extension Measurements {
  /// - Returns: nil with its diagnostics if it cannot be told what was measured, or when.
  static func read(_ node: YAMLNode, origin: Int) -> Outcome<Measurements?> {
    var reader = MappingReader(node, what: "measurements")
    reader.ignore("apiVersion", "kind")
    let metadata = Metadata.read(&reader)
    let measurements = reader.mapping("spec", what: "measurements spec", required: true) { spec in
      metadata.flatMap { read(&spec, $0, origin) }
    }
    reader.finish()
    return Outcome(measurements, reader.diagnostics)
  }

  private static func read(_ spec: inout MappingReader, _ metadata: Metadata, _ origin: Int) -> Measurements? {
    let slo = spec.text("slo", required: true)
    let objective = spec.text("objective")
    let source = spec.text("source")?.value
    let asOf = spec.instant("asOf")
    let unit = spec.choice("counts", as: Unit.self)?.value ?? .events
    let slices = spec.mappings("slices", what: "slice", required: true) { readSlice(&$0, unit, asOf?.value) }
    let exclusions = spec.mappings("exclusions", what: "exclusion", readExclusion)
    guard let slo, let asOf else { return nil }
    return Measurements(
      origin: origin, metadata: metadata, slo: slo, objective: objective, source: source, asOf: asOf, slices: slices,
      exclusions: exclusions, isFaulty: spec.diagnostics.contains(where: makesInvalid))
  }

  /// Whether a finding leaves no verdict to draw from the document's numbers.
  static func makesInvalid(_ finding: Diagnostic) -> Bool {
    finding.rule == .invalidMeasurements || finding.severity == .error
  }

  private static func readSlice(_ inner: inout MappingReader, _ unit: Unit, _ asOf: Instant?) -> Slice? {
    let time = inner.range()
    let isMissing = inner.bool("noData")?.value ?? false
    let good = inner.count("good", required: !isMissing)
    let total = inner.count("total", required: !isMissing)
    guard let time else { return nil }
    if let asOf, time.upperBound > asOf {
      inner.fault("the slice ends at \(time.upperBound.text), after 'asOf'", "Leave out a slice that is not over.")
    }
    if let good, let total, good > total {
      inner.fault("\(good) good out of \(total) cannot be", "Correct the query: good events are some of all events.")
      return nil
    }
    let counts = good.flatMap { good in total.map { Counts(good: good, total: $0) } }
    return Slice(
      time: time, counts: isMissing ? nil : counts, countsTimeSlices: unit == .timeslices, span: inner.span)
  }

  private static func readExclusion(_ inner: inout MappingReader) -> Exclusion? {
    let time = inner.range()
    let reason = inner.text("reason", required: true)?.value
    let notice = inner.date("notice")?.value
    guard let time, let reason else { return nil }
    return Exclusion(time: time, reason: reason, notice: notice, span: inner.span)
  }
}

extension MappingReader {
  /// A required moment: see `Instant.init(_:)`.
  fileprivate mutating func instant(_ key: String) -> Located<Instant>? {
    guard let written = text(key, required: true) else { return nil }
    if let instant = Instant(written.value) { return Located(instant, at: written.span) }
    report(
      Diagnostic(
        .invalidMeasurements, "'\(key)' must be a moment with its zone, not '\(written.value)'", at: written.span,
        help: "Write it such as 2026-06-01T00:00:00Z."))
    return nil
  }

  fileprivate mutating func range() -> Range<Instant>? {
    guard let from = instant("from"), let to = instant("to") else { return nil }
    guard from.value < to.value else {
      fault("it ends at \(to.value.text), which is not after its beginning", "Correct 'from' or 'to'.")
      return nil
    }
    return from.value..<to.value
  }

  /// A number of events from zero to a trillion, which keeps sums over a year exact.
  fileprivate mutating func count(_ key: String, required: Bool) -> Int? {
    guard let number = int(key, required: required) else { return nil }
    guard (0...1_000_000_000_000).contains(number.value) else {
      report(
        Diagnostic(
          .invalidMeasurements, "'\(key)' cannot be \(number.value)", at: number.span,
          help: "Write a count from 0 to 1000000000000."))
      return nil
    }
    return number.value
  }

  fileprivate mutating func fault(_ message: String, _ help: String) {
    report(Diagnostic(.invalidMeasurements, message, at: span, help: help))
  }
}
